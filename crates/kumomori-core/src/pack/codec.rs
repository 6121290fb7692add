//! Bytes for the simple things: numbers, texts, lists, options, ids.

use crate::id::{Id, is_well_formed};
use crate::text::TextId;
use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;

/// Something that a pack can hold.
pub(super) trait Pack: Sized {
    /// Appends it.
    fn write(&self, out: &mut Writer);
    /// Takes it back; something or other, and the reader is broken, when the bytes are not of this
    /// kind.
    fn read(from: &mut Reader<'_>) -> Self;

    /// Passes over one, which costs less than reading it where it holds others.
    fn pass(from: &mut Reader<'_>) {
        drop(Self::read(from));
    }
}

/// Passes over what a field holds.
pub(super) fn pass_field<S, T: Pack>(_: fn(&S) -> &T, from: &mut Reader<'_>) {
    T::pass(from);
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

/// The rest of a blob. Once something is not as it should be, it is broken and at its end: whatever
/// is read from then on means nothing, and whoever reads looks once, at last.
#[derive(Debug)]
pub(super) struct Reader<'a> {
    rest: &'a [u8],
    /// Each name, and its text as ids share it.
    names: Vec<(&'a str, Option<Arc<str>>)>,
    next_text: u32,
    is_broken: bool,
}

impl<'a> Reader<'a> {
    pub(super) fn new(rest: &'a [u8]) -> Self {
        Self { rest, names: Vec::new(), next_text: 0, is_broken: false }
    }

    /// Notes that something is not as it should be.
    pub(super) fn fail(&mut self) {
        self.is_broken = true;
        self.rest = &[];
    }

    /// A value, or another in its place where there is none.
    pub(super) fn checked<T>(&mut self, value: Option<T>, other: T) -> T {
        if value.is_none() {
            self.fail();
        }
        value.unwrap_or(other)
    }

    /// What stands next, which is then read again.
    pub(super) fn peek<T>(&mut self, read: impl FnOnce(&mut Self) -> T) -> T {
        let (rest, n_names, next_text) = (self.rest, self.names.len(), self.next_text);
        let found = read(self);
        self.names.truncate(n_names);
        (self.rest, self.next_text) = (rest, next_text);
        found
    }

    /// The place of a name among the names so far.
    fn place(&mut self) -> usize {
        if let Some(place) = usize::read(self).checked_sub(1) {
            return place;
        }
        let name = read_str(self);
        self.names.push((name, None));
        self.names.len() - 1
    }

    pub(super) fn name(&mut self) -> &'a str {
        let place = self.place();
        let name = self.names.get(place).map(|(name, _)| *name);
        self.checked(name, "")
    }

    /// A name that is an id; all ids with one name share its text.
    fn id(&mut self) -> Arc<str> {
        let place = self.place();
        if let Some((name, shared)) = self.names.get_mut(place) {
            if let Some(id) = shared {
                return id.clone();
            }
            if is_well_formed(name) {
                return shared.insert((*name).into()).clone();
            }
        }
        self.fail();
        "-".into()
    }

    /// One of a closed set, by its number.
    pub(super) fn one_of<T: Copy>(&mut self, first: T, all: &[T]) -> T {
        let number = usize::from(self.byte());
        self.checked(all.get(number).copied(), first)
    }

    /// Whether everything was read, and was as it should be.
    pub(super) fn is_done(&self) -> bool {
        self.rest.is_empty() && !self.is_broken
    }

    fn byte(&mut self) -> u8 {
        let Some((first, rest)) = self.rest.split_first() else {
            self.fail();
            return 0;
        };
        self.rest = rest;
        *first
    }

    pub(super) fn bytes(&mut self, len: usize) -> &'a [u8] {
        let Some((taken, rest)) = self.rest.split_at_checked(len) else {
            self.fail();
            return &[];
        };
        self.rest = rest;
        taken
    }

    /// As many as the length before them says, each read or passed.
    pub(super) fn each(&mut self, mut take: impl FnMut(&mut Self)) {
        for _ in 0..usize::read(self) {
            if self.is_broken {
                return;
            }
            take(self);
        }
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

    fn read(from: &mut Reader<'_>) -> Self {
        let mut value = 0_u64;
        for shift in (0..35).step_by(7) {
            let byte = from.byte();
            value |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return from.checked(Self::try_from(value).ok(), 0);
            }
        }
        from.checked(None, 0)
    }
}

impl Pack for u8 {
    fn write(&self, out: &mut Writer) {
        out.push(*self);
    }

    fn read(from: &mut Reader<'_>) -> Self {
        from.byte()
    }
}

impl Pack for i32 {
    fn write(&self, out: &mut Writer) {
        self.unsigned_abs().write(out);
    }

    fn read(from: &mut Reader<'_>) -> Self {
        let value = Self::try_from(u32::read(from)).ok();
        from.checked(value, 0)
    }
}

impl Pack for bool {
    fn write(&self, out: &mut Writer) {
        out.push(u8::from(*self));
    }

    fn read(from: &mut Reader<'_>) -> Self {
        from.one_of(false, &[false, true])
    }
}

impl Pack for usize {
    fn write(&self, out: &mut Writer) {
        u32::try_from(*self).unwrap_or(u32::MAX).write(out);
    }

    fn read(from: &mut Reader<'_>) -> Self {
        let value = Self::try_from(u32::read(from)).ok();
        from.checked(value, 0)
    }
}

/// By the distance from the text after the last one: texts mostly follow one another.
impl Pack for TextId {
    fn write(&self, out: &mut Writer) {
        let distance = self.0.wrapping_sub(out.next_text).cast_signed();
        out.next_text = self.0.wrapping_add(1);
        ((distance << 1) ^ (distance >> 31)).cast_unsigned().write(out);
    }

    fn read(from: &mut Reader<'_>) -> Self {
        let folded = u32::read(from);
        let distance = (folded >> 1) ^ (folded & 1).wrapping_neg();
        let id = from.next_text.wrapping_add(distance);
        from.next_text = id.wrapping_add(1);
        Self(id)
    }
}

fn write_str(text: &str, out: &mut Writer) {
    text.len().write(out);
    out.bytes.extend(text.as_bytes());
}

fn read_str<'a>(from: &mut Reader<'a>) -> &'a str {
    let len = usize::read(from);
    let text = core::str::from_utf8(from.bytes(len)).ok();
    from.checked(text, "")
}

impl Pack for String {
    fn write(&self, out: &mut Writer) {
        out.name(self);
    }

    fn read(from: &mut Reader<'_>) -> Self {
        from.name().into()
    }

    fn pass(from: &mut Reader<'_>) {
        from.name();
    }
}

impl<T: Pack> Pack for Vec<T> {
    fn write(&self, out: &mut Writer) {
        self.len().write(out);
        for item in self {
            item.write(out);
        }
    }

    fn read(from: &mut Reader<'_>) -> Self {
        let mut items = Self::new();
        from.each(|it| items.push(T::read(it)));
        items
    }

    fn pass(from: &mut Reader<'_>) {
        from.each(T::pass);
    }
}

impl<T: Pack> Pack for Option<T> {
    fn write(&self, out: &mut Writer) {
        self.is_some().write(out);
        if let Some(item) = self {
            item.write(out);
        }
    }

    fn read(from: &mut Reader<'_>) -> Self {
        bool::read(from).then(|| T::read(from))
    }

    fn pass(from: &mut Reader<'_>) {
        if bool::read(from) {
            T::pass(from);
        }
    }
}

impl<A: Pack, B: Pack> Pack for (A, B) {
    fn write(&self, out: &mut Writer) {
        self.0.write(out);
        self.1.write(out);
    }

    fn read(from: &mut Reader<'_>) -> Self {
        (A::read(from), B::read(from))
    }

    fn pass(from: &mut Reader<'_>) {
        A::pass(from);
        B::pass(from);
    }
}

impl<T: Id> Pack for T {
    fn write(&self, out: &mut Writer) {
        out.name(self.as_str());
    }

    fn read(from: &mut Reader<'_>) -> Self {
        Self::known(from.id())
    }

    fn pass(from: &mut Reader<'_>) {
        from.name();
    }
}
