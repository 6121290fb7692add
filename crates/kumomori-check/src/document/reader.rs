//! One walk over a document.

use super::scan::{Number, Quoted, Scanned, Scanner, resolve};
use super::{
    Document, DocumentFault, DocumentProblem, Expected, MAX_BYTES, MAX_DEPTH, MAX_PLACES, Plan,
    Slot,
};
use crate::kind::{Holds, Scalar};
use crate::value::Reason;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

pub(super) fn text(bytes: &[u8]) -> Scanned<&str> {
    if bytes.len() > MAX_BYTES {
        let problem = DocumentProblem::TooLarge { bytes: bytes.len() };
        return Err(DocumentFault { problem, at: 0 });
    }
    core::str::from_utf8(bytes)
        .map_err(|it| DocumentFault { problem: DocumentProblem::NotUtf8, at: it.valid_up_to() })
}

pub(super) fn end(scanner: &mut Scanner<'_>) -> Scanned<()> {
    match scanner.next() {
        None => Ok(()),
        Some(_) => scanner.fault(DocumentProblem::TrailingText),
    }
}

pub(super) fn string(text: &str, quoted: &Quoted) -> String {
    match quoted {
        Quoted::Plain { start, end } => text.get(*start..*end).unwrap_or_default().to_string(),
        Quoted::Escaped { start, end } => {
            let mut resolved = String::new();
            resolve(text.get(*start..*end).unwrap_or_default(), &mut resolved);
            resolved
        }
    }
}

/// Reads a document of a kind, the envelope not around it.
///
/// # Errors
///
/// The first thing that is wrong with the text.
pub fn read<'a>(bytes: &'a [u8], plan: &Plan<'_>) -> Result<Document<'a>, DocumentFault> {
    let text = text(bytes)?;
    let mut reader = Reader {
        scanner: Scanner::new(text),
        plan,
        resolved: String::new(),
        slots: Vec::new(),
        waiting: Vec::new(),
    };
    let first = reader.scanner.next();
    let (open, expected) =
        if plan.kind.is_list { (b'[', Expected::List) } else { (b'{', Expected::Object) };
    let is_right = first == Some(open);
    if first.is_none() {
        return reader.scanner.expected(Expected::Value);
    }
    if !is_right {
        return reader.scanner.fault(DocumentProblem::WrongShape { expected });
    }
    let root = if plan.kind.is_list {
        reader.list(Each::Object(None), 0)?
    } else {
        reader.object(None, 0)?
    };
    end(&mut reader.scanner)?;
    let Reader { resolved, slots, .. } = reader;
    Ok(Document { text, resolved, slots, root })
}

/// What the elements of a list are.
#[derive(Clone, Copy)]
enum Each {
    Object(Option<usize>),
    One(Scalar),
}

struct Reader<'a, 'p> {
    scanner: Scanner<'a>,
    plan: &'p Plan<'p>,
    resolved: String,
    slots: Vec<Slot>,
    /// Elements of lists that are still open.
    waiting: Vec<Slot>,
}

impl Reader<'_, '_> {
    fn object(&mut self, of: Option<usize>, depth: usize) -> Scanned<Slot> {
        if depth >= MAX_DEPTH {
            return self.scanner.fault(DocumentProblem::TooDeep);
        }
        let plan = self.plan;
        let children = plan.kind.children(of);
        let first = self.slots.len();
        if first + children.len() > MAX_PLACES {
            return self.scanner.fault(DocumentProblem::TooManyValues);
        }
        self.slots.resize(first + children.len(), Slot::Missing);
        self.scanner.at += 1;
        if self.scanner.take(b'}') {
            return Ok(Slot::Object { first });
        }
        loop {
            self.member(children, first, depth)?;
            if self.scanner.take(b'}') {
                return Ok(Slot::Object { first });
            }
            if !self.scanner.take(b',') {
                return self.scanner.expected(Expected::CommaOrBrace);
            }
        }
    }

    fn member(&mut self, children: &[usize], first: usize, depth: usize) -> Scanned<()> {
        if self.scanner.next() != Some(b'"') {
            return self.scanner.expected(Expected::Name);
        }
        let key_at = self.scanner.at;
        let key = self.scanner.quoted()?;
        if !self.scanner.take(b':') {
            return self.scanner.expected(Expected::Colon);
        }
        let Some((slot, field)) = self.find(children, &key) else {
            return self.scanner.skip(depth + 1);
        };
        if self.slots.get(first + slot) != Some(&Slot::Missing) {
            let field = string(self.scanner.text, &key);
            let problem = DocumentProblem::DuplicateField { field };
            return Err(DocumentFault { problem, at: key_at });
        }
        let value = self.value(field, depth + 1)?;
        if let Some(place) = self.slots.get_mut(first + slot) {
            *place = value;
        }
        Ok(())
    }

    fn find(&self, children: &[usize], key: &Quoted) -> Option<(usize, usize)> {
        let fields = &self.plan.kind.fields;
        let named = |name: &str| {
            let place =
                children.iter().position(|it| fields.get(*it).is_some_and(|it| it.name == name));
            place.and_then(|place| Some((place, *children.get(place)?)))
        };
        match key {
            Quoted::Plain { start, end } => named(self.scanner.text.get(*start..*end)?),
            Quoted::Escaped { .. } => named(&string(self.scanner.text, key)),
        }
    }

    fn value(&mut self, field: usize, depth: usize) -> Scanned<Slot> {
        let is_kept = self.plan.is_kept.get(field).copied().unwrap_or_default();
        if !is_kept {
            return self.other(depth);
        }
        let holds = self.plan.kind.fields.get(field).map(|it| it.holds);
        match (self.scanner.next(), holds) {
            (Some(b'{'), Some(Holds::Object)) => {
                self.scanner.count()?;
                self.object(Some(field), depth)
            }
            (Some(b'['), Some(Holds::Objects)) => self.list(Each::Object(Some(field)), depth),
            (Some(b'['), Some(Holds::List(item))) => self.list(Each::One(item), depth),
            (_, Some(Holds::One(scalar))) => self.one(scalar, depth),
            _ => self.other(depth),
        }
    }

    fn list(&mut self, each: Each, depth: usize) -> Scanned<Slot> {
        if depth >= MAX_DEPTH {
            return self.scanner.fault(DocumentProblem::TooDeep);
        }
        self.scanner.count()?;
        let mark = self.waiting.len();
        self.scanner.at += 1;
        if !self.scanner.take(b']') {
            loop {
                let element = self.element(each, depth + 1)?;
                self.waiting.push(element);
                if self.scanner.take(b']') {
                    break;
                }
                if !self.scanner.take(b',') {
                    return self.scanner.expected(Expected::CommaOrBracket);
                }
            }
        }
        let (first, len) = (self.slots.len(), self.waiting.len() - mark);
        self.slots.extend(self.waiting.drain(mark..));
        Ok(Slot::List { first, len })
    }

    fn element(&mut self, each: Each, depth: usize) -> Scanned<Slot> {
        match (self.scanner.next(), each) {
            (Some(b'{'), Each::Object(of)) => {
                self.scanner.count()?;
                self.object(of, depth)
            }
            (_, Each::Object(_)) => self.other(depth),
            (_, Each::One(scalar)) => self.one(scalar, depth),
        }
    }

    /// `null`, or a value that is not what its field holds.
    fn other(&mut self, depth: usize) -> Scanned<Slot> {
        if self.scanner.next() == Some(b'n') {
            self.scanner.count()?;
            return self.scanner.word("null").map(|()| Slot::Null);
        }
        let start = self.scanner.at;
        self.scanner.skip(depth)?;
        Ok(Slot::Other { start, end: self.scanner.at, reason: Reason::WrongType })
    }

    /// A value without parts, if it is what its field holds.
    fn one(&mut self, scalar: Scalar, depth: usize) -> Scanned<Slot> {
        let is_text =
            matches!(scalar, Scalar::Text | Scalar::Time | Scalar::Span | Scalar::Version);
        let slot = match (self.scanner.next(), scalar) {
            (Some(b'"'), _) if is_text => match self.scanner.quoted()? {
                Quoted::Plain { start, end } => Slot::Text { start, end },
                Quoted::Escaped { start, end } => self.resolved(start, end),
            },
            (Some(b't'), Scalar::Bool) => self.scanner.word("true").map(|()| Slot::Bool(true))?,
            (Some(b'f'), Scalar::Bool) => self.scanner.word("false").map(|()| Slot::Bool(false))?,
            (Some(b'-' | b'0'..=b'9'), Scalar::Int | Scalar::Number) => {
                let start = self.scanner.at;
                match (self.scanner.number()?, scalar) {
                    (Number::Int(value), _) => Slot::Int(value),
                    (Number::Double(value), Scalar::Int) => self.whole(value, start),
                    (Number::Double(value), _) => Slot::Double(value),
                }
            }
            _ => return self.other(depth),
        };
        self.scanner.count()?;
        Ok(slot)
    }

    /// A whole number that is written in another way, such as `1.0`.
    fn whole(&self, value: f64, start: usize) -> Slot {
        const LIMIT: f64 = 9_223_372_036_854_775_808.0;
        let other = |reason| Slot::Other { start, end: self.scanner.at, reason };
        if !(-LIMIT..LIMIT).contains(&value) {
            return other(Reason::TooLarge);
        }
        if value % 1.0 != 0.0 {
            return other(Reason::WrongType);
        }
        #[expect(clippy::cast_possible_truncation, reason = "it is whole and within range")]
        Slot::Int(value as i64)
    }

    fn resolved(&mut self, start: usize, end: usize) -> Slot {
        let from = self.resolved.len();
        resolve(self.scanner.text.get(start..end).unwrap_or_default(), &mut self.resolved);
        Slot::Resolved { start: from, end: self.resolved.len() }
    }
}
