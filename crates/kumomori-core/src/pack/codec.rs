//! Bytes for the simple things: numbers, texts, lists, options, ids.

use crate::id::{
    CategoryId, ColumnId, ControlId, CriterionId, DomainId, Edition, FrameworkId, GroupId, GuideId,
    MeasureId, RequirementId, RiskId, TermId, ThresholdId,
};
use crate::text::TextId;
use alloc::string::String;
use alloc::vec::Vec;

/// Something that a pack can hold.
pub(super) trait Pack: Sized {
    /// Appends it.
    fn write(&self, out: &mut Vec<u8>);
    /// Takes it back; `None` when the bytes are not of this kind.
    fn read(from: &mut Reader<'_>) -> Option<Self>;
}

/// The rest of a blob.
#[derive(Debug)]
pub(super) struct Reader<'a> {
    rest: &'a [u8],
}

impl<'a> Reader<'a> {
    pub(super) fn new(rest: &'a [u8]) -> Self {
        Self { rest }
    }

    pub(super) fn is_at_end(&self) -> bool {
        self.rest.is_empty()
    }

    fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.rest.split_first()?;
        self.rest = rest;
        Some(*first)
    }

    fn bytes(&mut self, len: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.rest.split_at_checked(len)?;
        self.rest = rest;
        Some(taken)
    }
}

impl Pack for u32 {
    fn write(&self, out: &mut Vec<u8>) {
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
    fn write(&self, out: &mut Vec<u8>) {
        out.push(*self);
    }

    fn read(from: &mut Reader<'_>) -> Option<Self> {
        from.byte()
    }
}

impl Pack for i32 {
    fn write(&self, out: &mut Vec<u8>) {
        self.unsigned_abs().write(out);
    }

    fn read(from: &mut Reader<'_>) -> Option<Self> {
        Self::try_from(u32::read(from)?).ok()
    }
}

impl Pack for bool {
    fn write(&self, out: &mut Vec<u8>) {
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
    fn write(&self, out: &mut Vec<u8>) {
        u32::try_from(*self).unwrap_or(u32::MAX).write(out);
    }

    fn read(from: &mut Reader<'_>) -> Option<Self> {
        Self::try_from(u32::read(from)?).ok()
    }
}

impl Pack for TextId {
    fn write(&self, out: &mut Vec<u8>) {
        self.0.write(out);
    }

    fn read(from: &mut Reader<'_>) -> Option<Self> {
        u32::read(from).map(Self)
    }
}

fn write_str(text: &str, out: &mut Vec<u8>) {
    text.len().write(out);
    out.extend(text.as_bytes());
}

fn read_str<'a>(from: &mut Reader<'a>) -> Option<&'a str> {
    let len = usize::read(from)?;
    core::str::from_utf8(from.bytes(len)?).ok()
}

impl Pack for String {
    fn write(&self, out: &mut Vec<u8>) {
        write_str(self, out);
    }

    fn read(from: &mut Reader<'_>) -> Option<Self> {
        read_str(from).map(Into::into)
    }
}

impl<T: Pack> Pack for Vec<T> {
    fn write(&self, out: &mut Vec<u8>) {
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
}

impl<T: Pack> Pack for Option<T> {
    fn write(&self, out: &mut Vec<u8>) {
        self.is_some().write(out);
        if let Some(item) = self {
            item.write(out);
        }
    }

    fn read(from: &mut Reader<'_>) -> Option<Self> {
        if bool::read(from)? { T::read(from).map(Some) } else { Some(None) }
    }
}

impl<A: Pack, B: Pack> Pack for (A, B) {
    fn write(&self, out: &mut Vec<u8>) {
        self.0.write(out);
        self.1.write(out);
    }

    fn read(from: &mut Reader<'_>) -> Option<Self> {
        Some((A::read(from)?, B::read(from)?))
    }
}

macro_rules! pack_ids {
    ($($id:ty),* $(,)?) => {$(
        impl Pack for $id {
            fn write(&self, out: &mut Vec<u8>) {
                write_str(self.as_str(), out);
            }

            fn read(from: &mut Reader<'_>) -> Option<Self> {
                read_str(from)?.parse().ok()
            }
        }
    )*};
}

pack_ids!(
    CategoryId,
    ColumnId,
    ControlId,
    CriterionId,
    DomainId,
    Edition,
    FrameworkId,
    GroupId,
    GuideId,
    MeasureId,
    RequirementId,
    RiskId,
    TermId,
    ThresholdId,
);
