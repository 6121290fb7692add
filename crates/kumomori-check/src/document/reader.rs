//! One walk over a document.

use super::scan::{Number, Quoted, Scanned, Scanner, resolve};
use super::{Document, DocumentFault, DocumentProblem, Expected, MAX_BYTES, MAX_DEPTH, Plan, Slot};
use crate::kind::Holds;
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
    Scalar,
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
        if depth > MAX_DEPTH {
            return self.scanner.fault(DocumentProblem::TooDeep);
        }
        let plan = self.plan;
        let children = plan.kind.children(of);
        let first = self.slots.len();
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
            self.scanner.skip(depth)?;
            return Ok(Slot::Other);
        }
        let holds = self.plan.kind.fields.get(field).map(|it| it.holds);
        match (self.scanner.next(), holds) {
            (Some(b'{'), Some(Holds::Object)) => {
                self.scanner.count()?;
                self.object(Some(field), depth)
            }
            (Some(b'['), Some(Holds::Objects)) => self.list(Each::Object(Some(field)), depth),
            (Some(b'['), Some(Holds::List(_))) => self.list(Each::Scalar, depth),
            _ => self.scalar(depth),
        }
    }

    fn list(&mut self, each: Each, depth: usize) -> Scanned<Slot> {
        if depth > MAX_DEPTH {
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
            _ => self.scalar(depth),
        }
    }

    /// A value without parts; anything else is passed over.
    fn scalar(&mut self, depth: usize) -> Scanned<Slot> {
        let slot = match self.scanner.next() {
            Some(b'"') => match self.scanner.quoted()? {
                Quoted::Plain { start, end } => Slot::Text { start, end },
                Quoted::Escaped { start, end } => self.resolved(start, end),
            },
            Some(b't') => self.scanner.word("true").map(|()| Slot::Bool(true))?,
            Some(b'f') => self.scanner.word("false").map(|()| Slot::Bool(false))?,
            Some(b'n') => self.scanner.word("null").map(|()| Slot::Null)?,
            Some(b'-' | b'0'..=b'9') => match self.scanner.number()? {
                Number::Int(value) => Slot::Int(value),
                Number::Double(value) => Slot::Double(value),
            },
            _ => {
                self.scanner.skip(depth)?;
                return Ok(Slot::Other);
            }
        };
        self.scanner.count()?;
        Ok(slot)
    }

    fn resolved(&mut self, start: usize, end: usize) -> Slot {
        let from = self.resolved.len();
        resolve(self.scanner.text.get(start..end).unwrap_or_default(), &mut self.resolved);
        Slot::Resolved { start: from, end: self.resolved.len() }
    }
}
