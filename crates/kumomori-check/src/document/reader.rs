//! One walk over a document.

use super::scan::{Number, Quoted, Scanned, Scanner, fault, resolve};
use super::{Document, DocumentFault, DocumentProblem, Expected, MAX_BYTES, MAX_DEPTH, MAX_PLACES};
use super::{Part, Plan, Slot, narrow};
use crate::kind::{Holds, Scalar};
use crate::value::Reason;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

/// About how much text stands for a value; room for as many is made beforehand.
const BYTES_PER_SLOT: usize = 16;

pub(super) fn text(bytes: &[u8]) -> Scanned<&str> {
    if bytes.len() > MAX_BYTES {
        let problem = DocumentProblem::TooLarge { bytes: bytes.len() };
        return fault(problem, 0);
    }
    core::str::from_utf8(bytes).or_else(|it| fault(DocumentProblem::NotUtf8, it.valid_up_to()))
}

pub(super) fn end(scanner: &mut Scanner<'_>) -> Scanned<()> {
    match scanner.next() {
        None => Ok(()),
        Some(_) => scanner.fault(DocumentProblem::TrailingText),
    }
}

pub(super) fn string(text: &str, quoted: Quoted) -> String {
    match quoted {
        Quoted::Plain(part) => part.of(text).unwrap_or_default().to_string(),
        Quoted::Escaped(part) => {
            let mut resolved = String::new();
            resolve(part.of(text).unwrap_or_default(), &mut resolved);
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
    document(bytes, plan).map_err(|it| *it)
}

fn document<'a>(bytes: &'a [u8], plan: &Plan<'_>) -> Scanned<Document<'a>> {
    let text = text(bytes)?;
    let mut reader = Reader {
        scanner: Scanner::new(text),
        plan,
        resolved: String::new(),
        slots: Vec::with_capacity(text.len() / BYTES_PER_SLOT),
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

/// An object that is being read.
struct Members<'p> {
    children: &'p [usize],
    first: usize,
    width: usize,
    // Bit by bit: the fields after those that are kept.
    passed: u64,
    // Objects of a kind mostly have their fields in the same order.
    next: usize,
}

impl<'p> Members<'p> {
    fn new(plan: &'p Plan<'p>, of: Option<usize>, first: usize) -> Self {
        let (children, width) = (plan.kind.children(of), plan.width(of));
        Self { children, first, width, passed: 0, next: 0 }
    }

    /// The place and the field for which something holds, looked for from the last one on.
    fn find(&mut self, is_it: impl Fn(usize) -> bool) -> Option<(usize, usize)> {
        let (before, after) = self.children.split_at_checked(self.next)?;
        let is_it = |it: &usize| is_it(*it);
        let place = match after.iter().position(is_it) {
            Some(place) => self.next + place,
            None => before.iter().position(is_it)?,
        };
        self.next = place + 1;
        Some((place, *self.children.get(place)?))
    }

    /// Whether a field after those that are kept was passed before; it is from here on.
    fn is_passed(&mut self, idx: usize) -> bool {
        let bit = 1 << idx;
        let is_passed = self.passed & bit != 0;
        self.passed |= bit;
        is_passed
    }
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
        let mut object = Members::new(self.plan, of, self.slots.len());
        if object.first + object.width > MAX_PLACES {
            return self.scanner.fault(DocumentProblem::TooManyValues);
        }
        self.slots.resize(object.first + object.width, Slot::Missing);
        let slot = Slot::Object { first: narrow(object.first) };
        self.scanner.at += 1;
        if self.scanner.take(b'}') {
            return Ok(slot);
        }
        loop {
            self.member(&mut object, depth)?;
            if self.scanner.take(b'}') {
                return Ok(slot);
            }
            if !self.scanner.take(b',') {
                return self.scanner.expected(Expected::CommaOrBrace);
            }
        }
    }

    fn member(&mut self, object: &mut Members<'_>, depth: usize) -> Scanned<()> {
        if self.scanner.next() != Some(b'"') {
            return self.scanner.expected(Expected::Name);
        }
        let key_at = self.scanner.at;
        let key = self.scanner.quoted()?;
        if !self.scanner.take(b':') {
            return self.scanner.expected(Expected::Colon);
        }
        let Some((slot, field)) = self.find(object, key) else {
            return self.scanner.skip(depth + 1);
        };
        let is_known = match slot.checked_sub(object.width) {
            None => self.slots.get(object.first + slot) != Some(&Slot::Missing),
            Some(idx) => object.is_passed(idx),
        };
        if is_known {
            let field = string(self.scanner.text, key);
            let problem = DocumentProblem::DuplicateField { field };
            return fault(problem, key_at);
        }
        let value = self.value(field, depth + 1)?;
        if slot < object.width
            && let Some(place) = self.slots.get_mut(object.first + slot)
        {
            *place = value;
        }
        Ok(())
    }

    fn find(&self, object: &mut Members<'_>, key: Quoted) -> Option<(usize, usize)> {
        let fields = &self.plan.kind.fields;
        let mut named =
            |name: &str| object.find(|it| fields.get(it).is_some_and(|it| it.name == name));
        match key {
            Quoted::Plain(part) => named(part.of(self.scanner.text)?),
            Quoted::Escaped(_) => named(&string(self.scanner.text, key)),
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
        Ok(Slot::List { first: narrow(first), len: narrow(len) })
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
        let part = Part::new(start, self.scanner.at);
        Ok(Slot::Other { part, reason: Reason::WrongType })
    }

    /// A value without parts, if it is what its field holds.
    fn one(&mut self, scalar: Scalar, depth: usize) -> Scanned<Slot> {
        let is_text =
            matches!(scalar, Scalar::Text | Scalar::Time | Scalar::Span | Scalar::Version);
        let slot = match (self.scanner.next(), scalar) {
            (Some(b'"'), _) if is_text => match self.scanner.quoted()? {
                Quoted::Plain(part) => Slot::Text(part),
                Quoted::Escaped(part) => self.resolved(part),
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
        let part = Part::new(start, self.scanner.at);
        let other = |reason| Slot::Other { part, reason };
        if !(-LIMIT..LIMIT).contains(&value) {
            return other(Reason::TooLarge);
        }
        if value % 1.0 != 0.0 {
            return other(Reason::WrongType);
        }
        #[expect(clippy::cast_possible_truncation, reason = "it is whole and within range")]
        Slot::Int(value as i64)
    }

    fn resolved(&mut self, part: Part) -> Slot {
        let from = self.resolved.len();
        resolve(part.of(self.scanner.text).unwrap_or_default(), &mut self.resolved);
        Slot::Resolved(Part::new(from, self.resolved.len()))
    }
}
