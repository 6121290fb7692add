//! How checks are laid out in their own blob.

use super::codec::{Pack, Reader, Writer};
use crate::checks::own::OwnChecks;
use crate::checks::{Check, Checks, EvidenceKind, FieldAbout, PolicyThreshold, Severity};
use crate::text::TextId;
use alloc::string::String;
use alloc::vec::Vec;
use kumomori_check::kind::{Field, Holds, Kind, Scalar};
use kumomori_check::program::Program;
use kumomori_check::value::Threshold;

super::shapes::pack_structs! {
    Checks { kinds, thresholds, checks }
    OwnChecks { library, thresholds, checks }
    EvidenceKind { kind, title, about, from, fresh_months, fields }
    FieldAbout { text, is_country, values }
    PolicyThreshold { name, value, text }
    Check { kind, id, title, severity, when, expect, controls, message, remedy }
    Kind { id, is_list, fields, top }
    Field { name, holds, is_optional, is_secret, children }
}

super::shapes::pack_words! {
    Severity { Low, Medium, High, Critical }
    Scalar { Bool, Int, Number, Text, Time, Span, Version }
}

impl Pack for Holds {
    fn write(&self, out: &mut Writer) {
        match self {
            Self::One(scalar) => (0_u8, Some(*scalar)).write(out),
            Self::List(scalar) => (1_u8, Some(*scalar)).write(out),
            Self::Object => (2_u8, None::<Scalar>).write(out),
            Self::Objects => (3_u8, None::<Scalar>).write(out),
        }
    }

    fn read(from: &mut Reader<'_>) -> Self {
        match <(u8, Option<Scalar>)>::read(from) {
            (0, Some(scalar)) => Self::One(scalar),
            (1, Some(scalar)) => Self::List(scalar),
            (2, None) => Self::Object,
            (3, None) => Self::Objects,
            _ => from.checked(None, Self::Object),
        }
    }
}

impl Pack for Program {
    fn write(&self, out: &mut Writer) {
        self.to_code().write(out);
    }

    fn read(from: &mut Reader<'_>) -> Self {
        Self::from_code(code(from)).unwrap_or_else(|| {
            from.fail();
            Self::null()
        })
    }

    fn pass(from: &mut Reader<'_>) {
        code(from);
    }
}

/// The code of a program, after its length.
fn code<'a>(from: &mut Reader<'a>) -> &'a [u8] {
    let len = usize::read(from);
    from.bytes(len)
}

/// Reads thresholds, and the kinds and checks of the kinds that are wanted; of other kinds only
/// their names.
pub(super) fn read_of(from: &mut Reader<'_>, is_wanted: impl Fn(&str) -> bool) -> Checks {
    let mut kinds = Vec::new();
    let mut wanted = Vec::new();
    from.each(|from| {
        let id = from.peek(Reader::name);
        let is_wanted = is_wanted(id);
        wanted.push(is_wanted);
        kinds.push(if is_wanted {
            EvidenceKind::read(from)
        } else {
            EvidenceKind::pass(from);
            named(id)
        });
    });
    let thresholds = Pack::read(from);
    let mut checks = Vec::new();
    from.each(|from| {
        let kind = from.peek(usize::read);
        match wanted.get(kind) {
            Some(true) => checks.push(Check::read(from)),
            Some(false) => Check::pass(from),
            None => from.fail(),
        }
    });
    Checks { kinds, thresholds, checks }
}

/// A kind of which only the name is known.
fn named(id: &str) -> EvidenceKind {
    let [title, about, from] = [TextId(0); 3];
    let (kind, fields) = (Kind::new(id, false), Vec::new());
    EvidenceKind { kind, title, about, from, fresh_months: 0, fields }
}

impl Pack for Threshold {
    fn write(&self, out: &mut Writer) {
        match self {
            Self::Int(value) => (0_u8, value.to_le_bytes()).write(out),
            Self::Double(value) => (1_u8, value.to_le_bytes()).write(out),
            Self::Text(text) => (2_u8, text.clone()).write(out),
            Self::Texts(texts) => (3_u8, texts.clone()).write(out),
        }
    }

    fn read(from: &mut Reader<'_>) -> Self {
        match u8::read(from) {
            0 => Self::Int(i64::from_le_bytes(Pack::read(from))),
            1 => Self::Double(f64::from_le_bytes(Pack::read(from))),
            2 => Self::Text(String::read(from)),
            3 => Self::Texts(Vec::read(from)),
            _ => from.checked(None, Self::Int(0)),
        }
    }
}
