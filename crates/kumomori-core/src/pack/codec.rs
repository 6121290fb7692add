//! Bytes for the simple things: numbers, texts, lists, options, ids.

use crate::id::{
    CategoryId, CheckId, ColumnId, ControlId, CriterionId, DomainId, Edition, FrameworkId, GroupId,
    GuideId, MeasureId, ProfileId, QuestionId, RequirementId, RiskId, RuleId, StepId, TermId,
    ThresholdId,
};
use crate::text::TextId;
use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;

/// Something that a pack can hold.
pub(super) trait Pack: Sized {
    /// Appends it.
    fn write(&self, out: &mut Writer);
    /// Takes it back; `None` when the bytes are not of this kind.
    fn read(from: &mut Reader<'_>) -> Option<Self>;

    /// Passes over one, which costs less than reading it where it holds others.
    fn pass(from: &mut Reader<'_>) -> Option<()> {
        Self::read(from).map(drop)
    }
}

/// Passes over what a field holds.
pub(super) fn pass_field<S, T: Pack>(_: fn(&S) -> &T, from: &mut Reader<'_>) -> Option<()> {
    T::pass(from)
}

/// A blob that is being written.
#[derive(Debug)]
pub(super) struct Writer {
    bytes: Vec<u8>,
    names: BTreeMap<String, usize>,
    next_text: u32,
}

impl Writer {
    pub(super) fn new(head: &[u8]) -> Self {
        Self { bytes: head.to_vec(), names: BTreeMap::new(), next_text: 0 }
    }

    pub(super) fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }

    pub(super) fn push(&mut self, byte: u8) {
        self.bytes.push(byte);
    }

    /// A name: in full the first time, and by its number from then on.
    fn name(&mut self, name: &str) {
        if let Some(number) = self.names.get(name) {
            return (number + 1).write(self);
        }
        self.names.insert(name.into(), self.names.len());
        0_usize.write(self);
        write_str(name, self);
    }
}

/// The rest of a blob.
#[derive(Debug)]
pub(super) struct Reader<'a> {
    rest: &'a [u8],
    names: Vec<&'a str>,
    next_text: u32,
}

impl<'a> Reader<'a> {
    pub(super) fn new(rest: &'a [u8]) -> Self {
        Self { rest, names: Vec::new(), next_text: 0 }
    }

    /// What stands next, which is then read again.
    pub(super) fn peek<T>(&mut self, read: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        let (rest, n_names, next_text) = (self.rest, self.names.len(), self.next_text);
        let found = read(self);
        self.names.truncate(n_names);
        (self.rest, self.next_text) = (rest, next_text);
        found
    }

    pub(super) fn name(&mut self) -> Option<&'a str> {
        if let Some(number) = usize::read(self)?.checked_sub(1) {
            return self.names.get(number).copied();
        }
        let name = read_str(self)?;
        self.names.push(name);
        Some(name)
    }

    pub(super) fn is_at_end(&self) -> bool {
        self.rest.is_empty()
    }

    fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.rest.split_first()?;
        self.rest = rest;
        Some(*first)
    }

    pub(super) fn bytes(&mut self, len: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.rest.split_at_checked(len)?;
        self.rest = rest;
        Some(taken)
    }
}

impl Pack for u32 {
    fn write(&self, out: &mut Writer) {
        let mut rest = *self;
        while rest >= 0x80 {
            out.push((rest & 0x7f) as u8 | 0x80);
            rest >>= 7;
        }
        out.push((rest & 0x7f) as u8);
    }

    fn read(from: &mut Reader<'_>) -> Option<Self> {
        let mut value = 0_u64;
        for shift in (0..35).step_by(7) {
            let byte = from.byte()?;
            value |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Self::try_from(value).ok();
            }
        }
        None
    }
}

impl Pack for u8 {
    fn write(&self, out: &mut Writer) {
        out.push(*self);
    }

    fn read(from: &mut Reader<'_>) -> Option<Self> {
        from.byte()
    }
}

impl Pack for i32 {
    fn write(&self, out: &mut Writer) {
        self.unsigned_abs().write(out);
    }

    fn read(from: &mut Reader<'_>) -> Option<Self> {
        Self::try_from(u32::read(from)?).ok()
    }
}

impl Pack for bool {
    fn write(&self, out: &mut Writer) {
        out.push(u8::from(*self));
    }

    fn read(from: &mut Reader<'_>) -> Option<Self> {
        match from.byte()? {
            0 => Some(false),
            1 => Some(true),
            _ => None,
        }
    }
}

impl Pack for usize {
    fn write(&self, out: &mut Writer) {
        u32::try_from(*self).unwrap_or(u32::MAX).write(out);
    }

    fn read(from: &mut Reader<'_>) -> Option<Self> {
        Self::try_from(u32::read(from)?).ok()
    }
}

/// By the distance from the text after the last one: texts mostly follow one another.
impl Pack for TextId {
    fn write(&self, out: &mut Writer) {
        let distance = self.0.wrapping_sub(out.next_text).cast_signed();
        out.next_text = self.0.wrapping_add(1);
        ((distance << 1) ^ (distance >> 31)).cast_unsigned().write(out);
    }

    fn read(from: &mut Reader<'_>) -> Option<Self> {
        let folded = u32::read(from)?;
        let distance = (folded >> 1) ^ (folded & 1).wrapping_neg();
        let id = from.next_text.wrapping_add(distance);
        from.next_text = id.wrapping_add(1);
        Some(Self(id))
    }
}

fn write_str(text: &str, out: &mut Writer) {
    text.len().write(out);
    out.bytes.extend(text.as_bytes());
}

fn read_str<'a>(from: &mut Reader<'a>) -> Option<&'a str> {
    let len = usize::read(from)?;
    core::str::from_utf8(from.bytes(len)?).ok()
}

impl Pack for String {
    fn write(&self, out: &mut Writer) {
        out.name(self);
    }

    fn read(from: &mut Reader<'_>) -> Option<Self> {
        from.name().map(Into::into)
    }

    fn pass(from: &mut Reader<'_>) -> Option<()> {
        from.name().map(drop)
    }
}

impl<T: Pack> Pack for Vec<T> {
    fn write(&self, out: &mut Writer) {
        self.len().write(out);
        for item in self {
            item.write(out);
        }
    }

    fn read(from: &mut Reader<'_>) -> Option<Self> {
        let len = usize::read(from)?;
        let mut items = Self::new();
        for _ in 0..len {
            items.push(T::read(from)?);
        }
        Some(items)
    }

    fn pass(from: &mut Reader<'_>) -> Option<()> {
        (0..usize::read(from)?).try_for_each(|_| T::pass(from))
    }
}

impl<T: Pack> Pack for Option<T> {
    fn write(&self, out: &mut Writer) {
        self.is_some().write(out);
        if let Some(item) = self {
            item.write(out);
        }
    }

    fn read(from: &mut Reader<'_>) -> Option<Self> {
        if bool::read(from)? { T::read(from).map(Some) } else { Some(None) }
    }

    fn pass(from: &mut Reader<'_>) -> Option<()> {
        if bool::read(from)? { T::pass(from) } else { Some(()) }
    }
}

impl<A: Pack, B: Pack> Pack for (A, B) {
    fn write(&self, out: &mut Writer) {
        self.0.write(out);
        self.1.write(out);
    }

    fn read(from: &mut Reader<'_>) -> Option<Self> {
        Some((A::read(from)?, B::read(from)?))
    }

    fn pass(from: &mut Reader<'_>) -> Option<()> {
        A::pass(from)?;
        B::pass(from)
    }
}

macro_rules! pack_ids {
    ($($id:ty),* $(,)?) => {$(
        impl Pack for $id {
            fn write(&self, out: &mut Writer) {
                out.name(self.as_str());
            }

            fn read(from: &mut Reader<'_>) -> Option<Self> {
                from.name()?.parse().ok()
            }

            fn pass(from: &mut Reader<'_>) -> Option<()> {
                from.name().map(drop)
            }
        }
    )*};
}

pack_ids!(
    CategoryId,
    CheckId,
    ColumnId,
    ControlId,
    CriterionId,
    DomainId,
    Edition,
    FrameworkId,
    GroupId,
    GuideId,
    MeasureId,
    ProfileId,
    QuestionId,
    RequirementId,
    RiskId,
    RuleId,
    StepId,
    TermId,
    ThresholdId,
);
