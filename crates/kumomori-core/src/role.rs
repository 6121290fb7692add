//! Whose duty something is.

use core::fmt;

/// One of the two sides of a cloud service.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Role {
    /// The cloud service customer.
    Customer,
    /// The cloud service provider.
    Provider,
}

impl Role {
    /// Both roles, in their fixed order.
    pub const ALL: [Self; 2] = [Self::Customer, Self::Provider];

    /// The word used in files.
    pub fn word(self) -> &'static str {
        match self {
            Self::Customer => "customer",
            Self::Provider => "provider",
        }
    }

    /// The role that a word names.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.word() == word)
    }
}

impl fmt::Display for Role {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.word())
    }
}

/// A set of roles.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Roles {
    /// Whether the customer is in it.
    pub customer: bool,
    /// Whether the provider is in it.
    pub provider: bool,
}

impl Roles {
    /// No role.
    pub const NONE: Self = Self { customer: false, provider: false };
    /// Both roles.
    pub const BOTH: Self = Self { customer: true, provider: true };

    /// Whether `role` is in the set.
    pub fn contains(self, role: Role) -> bool {
        match role {
            Role::Customer => self.customer,
            Role::Provider => self.provider,
        }
    }

    /// The set with `role` added.
    #[must_use]
    pub fn with(mut self, role: Role) -> Self {
        match role {
            Role::Customer => self.customer = true,
            Role::Provider => self.provider = true,
        }
        self
    }

    /// The roles in both sets.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self {
            customer: self.customer && other.customer,
            provider: self.provider && other.provider,
        }
    }

    /// The roles in either set.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        Self {
            customer: self.customer || other.customer,
            provider: self.provider || other.provider,
        }
    }

    /// The roles of the set, customer first.
    pub fn iter(self) -> impl Iterator<Item = Role> {
        Role::ALL.into_iter().filter(move |role| self.contains(*role))
    }

    /// The views that an assessment of these roles has: each role, and both together.
    pub fn views(self) -> impl Iterator<Item = View> {
        let both = (self == Self::BOTH).then_some(View::Both);
        self.iter().map(View::of).chain(both)
    }
}

/// One of something for each role.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct ByRole<T> {
    pub(crate) customer: T,
    pub(crate) provider: T,
}

impl<T> ByRole<T> {
    pub(crate) fn get(&self, role: Role) -> &T {
        match role {
            Role::Customer => &self.customer,
            Role::Provider => &self.provider,
        }
    }

    pub(crate) fn get_mut(&mut self, role: Role) -> &mut T {
        match role {
            Role::Customer => &mut self.customer,
            Role::Provider => &mut self.provider,
        }
    }
}

/// Whose duties a figure counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum View {
    /// The customer's.
    Customer,
    /// The provider's.
    Provider,
    /// Those of both.
    Both,
}

impl View {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Customer, Self::Provider, Self::Both];

    /// The view of one role.
    pub fn of(role: Role) -> Self {
        match role {
            Role::Customer => Self::Customer,
            Role::Provider => Self::Provider,
        }
    }

    /// Whether duties of `role` count.
    pub fn includes(self, role: Role) -> bool {
        self == Self::Both || self == Self::of(role)
    }

    /// The word used in files.
    pub fn word(self) -> &'static str {
        match self {
            Self::Customer => "customer",
            Self::Provider => "provider",
            Self::Both => "both",
        }
    }

    /// The view that a word names.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.word() == word)
    }
}
