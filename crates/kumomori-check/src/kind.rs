//! Kinds of evidence: what a document of a kind holds.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

/// One kind of evidence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kind {
    /// Its name, such as `tls-endpoints`.
    pub id: String,
    /// Whether a document is a list of elements.
    pub is_list: bool,
    // INVARIANT: every child index is the place of a later field.
    /// All fields; children stand after their parents.
    pub fields: Vec<Field>,
    /// The fields of the document, or of each of its elements.
    pub top: Vec<usize>,
}

/// One field of a kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// Its name.
    pub name: String,
    /// What it holds.
    pub holds: Holds,
    /// Whether it may be left out.
    pub is_optional: bool,
    /// Whether its value must not be shown.
    pub is_secret: bool,
    /// The fields of the object, or of each object of the list.
    pub children: Vec<usize>,
}

/// What a field holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holds {
    /// One value.
    One(Scalar),
    /// A list of values.
    List(Scalar),
    /// An object.
    Object,
    /// A list of objects.
    Objects,
}

/// A value that is not made of others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scalar {
    /// `true` or `false`.
    Bool,
    /// A whole number.
    Int,
    /// A number.
    Number,
    /// A text.
    Text,
    /// A moment, as an RFC 3339 text.
    Time,
    /// A length of time, as a text such as `24h`.
    Span,
    /// A version, as a text such as `TLS1.2`.
    Version,
}

impl Scalar {
    /// The scalar that a word of a kind's file names.
    pub fn from_word(word: &str) -> Option<Self> {
        Some(match word {
            "bool" => Self::Bool,
            "int" => Self::Int,
            "number" => Self::Number,
            "string" | "country" => Self::Text,
            "time" => Self::Time,
            "span" => Self::Span,
            "version" => Self::Version,
            _ => return None,
        })
    }
}

impl Holds {
    /// What the word of a kind's file names, such as `list string`.
    pub fn from_word(word: &str) -> Option<Self> {
        Some(match word {
            "object" => Self::Object,
            "list object" => Self::Objects,
            _ => match word.strip_prefix("list ") {
                Some(item) => Self::List(Scalar::from_word(item)?),
                None => Self::One(Scalar::from_word(word)?),
            },
        })
    }
}

/// A path that does not fit the fields before it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadPath(
    /// The path.
    pub String,
);

impl Kind {
    /// A kind without fields.
    pub fn new(id: &str, is_list: bool) -> Self {
        Self { id: id.into(), is_list, fields: Vec::new(), top: Vec::new() }
    }

    /// The name under which checks see a document.
    pub fn binding(&self) -> String {
        self.id.replace('-', "_")
    }

    /// Adds the field at a path such as `assurance[].type`.
    ///
    /// # Errors
    ///
    /// The path, when what it goes through is not there, is no object, or has the field already.
    pub fn add(
        &mut self,
        path: &str,
        holds: Holds,
        (is_optional, is_secret): (bool, bool),
    ) -> Result<(), BadPath> {
        let bad = || BadPath(path.to_string());
        let mut steps: Vec<&str> = path.split('.').collect();
        let name = steps.pop().filter(|it| !it.is_empty()).ok_or_else(bad)?;
        let parent = self.parent(&steps).map_err(|()| bad())?;
        let siblings =
            parent.map_or(Some(&self.top), |it| self.fields.get(it).map(|it| &it.children));
        if siblings.ok_or_else(bad)?.iter().any(|it| self.name_of(*it) == Some(name)) {
            return Err(bad());
        }
        let idx = self.fields.len();
        let name = name.into();
        self.fields.push(Field { name, holds, is_optional, is_secret, children: Vec::new() });
        match parent {
            None => self.top.push(idx),
            Some(parent) => {
                if let Some(parent) = self.fields.get_mut(parent) {
                    parent.children.push(idx);
                }
            }
        }
        Ok(())
    }

    fn name_of(&self, idx: usize) -> Option<&str> {
        self.fields.get(idx).map(|it| it.name.as_str())
    }

    /// The field that steps lead to, no field for the top.
    fn parent(&self, steps: &[&str]) -> Result<Option<usize>, ()> {
        let mut at = None;
        for step in steps {
            let (name, is_each) = match step.strip_suffix("[]") {
                Some(name) => (name, true),
                None => (*step, false),
            };
            let found = self.child(at, name).ok_or(())?;
            let wanted = if is_each { Holds::Objects } else { Holds::Object };
            self.fields.get(found).filter(|it| it.holds == wanted).ok_or(())?;
            at = Some(found);
        }
        Ok(at)
    }

    /// The fields below a field, or those of the top.
    pub(crate) fn children(&self, of: Option<usize>) -> &[usize] {
        match of {
            None => &self.top,
            Some(idx) => self.fields.get(idx).map(|it| it.children.as_slice()).unwrap_or_default(),
        }
    }

    /// The field with a name below a field, or at the top.
    pub(crate) fn child(&self, of: Option<usize>, name: &str) -> Option<usize> {
        self.children(of).iter().copied().find(|it| self.name_of(*it) == Some(name))
    }

    /// The place of a field among those beside it.
    pub(crate) fn slot(&self, of: Option<usize>, field: usize) -> usize {
        self.children(of).iter().position(|it| *it == field).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_stand_below_what_their_path_names() {
        let mut kind = Kind::new("service-profile", false);
        let text = Holds::One(Scalar::Text);
        kind.add("assurance", Holds::Objects, (false, false)).unwrap();
        kind.add("assurance[].type", text, (false, false)).unwrap();
        for bad in ["assurance.type", "laws[].name", "assurance[].type", "assurance", ""] {
            assert!(kind.add(bad, text, (false, false)).is_err(), "{bad}");
        }
        assert_eq!(kind.binding(), "service_profile");
        assert_eq!(kind.child(Some(0), "type"), Some(1));
    }

    #[test]
    fn words_name_what_a_field_holds() {
        assert_eq!(Holds::from_word("list country"), Some(Holds::List(Scalar::Text)));
        assert_eq!(Holds::from_word("list object"), Some(Holds::Objects));
        assert_eq!(Holds::from_word("list list"), None);
    }
}
