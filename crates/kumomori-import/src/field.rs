//! The fields of the kinds of evidence that are made here.

use crate::tool::Tool;

/// One field of an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Field {
    /// Its name.
    pub name: &'static str,
    /// What it holds.
    pub holds: Holds,
    /// Whether an entry may lack it.
    pub is_optional: bool,
}

/// What a field holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holds {
    /// Any text.
    Text,
    /// One of some words.
    OneOf(&'static [&'static str]),
    /// `true` or `false`.
    Bool,
    /// A whole number, 0 or more.
    Count,
    /// An ISO 3166-1 alpha-2 code.
    Country,
    /// A list of such codes.
    Countries,
    /// A moment, as an RFC 3339 text.
    Time,
    /// A length of time such as `24h`.
    Span,
    /// A version such as `TLS1.2`.
    Version,
    /// A list of texts.
    Texts,
    /// A list of objects, which nobody types in.
    Objects,
}

const fn field(name: &'static str, holds: Holds) -> Field {
    Field { name, holds, is_optional: false }
}

const fn optional(name: &'static str, holds: Holds) -> Field {
    Field { name, holds, is_optional: true }
}

const STORAGE: &[Field] = &[
    field("id", Holds::Text),
    field("type", Holds::OneOf(&["object", "volume", "database", "backup", "log", "cache"])),
    field("data_class", Holds::OneOf(&["", "public", "internal", "confidential", "personal"])),
    field("country", Holds::Country),
    field("allowed_countries", Holds::Countries),
    field("encrypted", Holds::Bool),
    field("cipher", Holds::Text),
    optional("cipher_exception_until", Holds::Time),
    optional("key_holder", Holds::OneOf(&["provider", "customer", "external"])),
    field("public", Holds::Bool),
    field("shared_by_tenants", Holds::Bool),
    field("tenant_separation", Holds::OneOf(&["volume", "key", "row", "none"])),
    field("retention_days", Holds::Count),
    field("expired_items", Holds::Count),
    field("temporary", Holds::Bool),
    optional("max_age", Holds::Span),
    optional("max_age_exception_until", Holds::Time),
    optional("items", Holds::Count),
    optional("oldest_item_at", Holds::Time),
    field("as_of", Holds::Time),
];

const TLS: &[Field] = &[
    field("host", Holds::Text),
    field("port", Holds::Count),
    field("exposure", Holds::OneOf(&["public", "internal"])),
    field("min_version", Holds::Version),
    field("max_version", Holds::Version),
    field("weak_ciphers", Holds::Count),
    field("certificate_trusted", Holds::Bool),
    field("certificate_not_after", Holds::Time),
    field("checked_at", Holds::Time),
    optional("exception_until", Holds::Time),
];

const WORKLOAD: &[Field] = &[
    field("id", Holds::Text),
    optional("owner", Holds::Text),
    optional("data_location", Holds::Text),
    field("host_network", Holds::Bool),
    field("host_pid", Holds::Bool),
    field("host_ipc", Holds::Bool),
    field("host_paths", Holds::Texts),
    field("service_account", Holds::Text),
    field("token_mounted", Holds::Bool),
    field("containers", Holds::Objects),
];

/// The fields of an entry, in reading order.
pub fn fields(tool: Tool) -> &'static [Field] {
    match tool {
        Tool::AwsS3 | Tool::GcpStorage => STORAGE,
        Tool::Kubernetes => WORKLOAD,
        Tool::Testssl => TLS,
    }
}

/// The field that holds the moment which an entry describes, if there is one.
pub fn moment(tool: Tool) -> Option<&'static str> {
    match tool {
        Tool::AwsS3 | Tool::GcpStorage => Some("as_of"),
        Tool::Kubernetes => None,
        Tool::Testssl => Some("checked_at"),
    }
}

#[cfg(test)]
mod tests;
