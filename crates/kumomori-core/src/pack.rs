//! The packed library: one compact blob without texts.
//!
//! Numbers are LEB128, texts and lists carry their length first, every closed set is one byte,
//! and each name is written once. A blob belongs to the program that was built with it; [`read`] refuses anything else.

mod checks;
mod codec;
mod shapes;
mod testimony;

use crate::checks::Checks;
use crate::checks::own::OwnChecks;
use crate::library::Library;
use crate::testimony::Told;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use codec::{Pack, Reader, Writer};

/// The first bytes of a pack: name and version of the layout.
const MAGIC: &[u8; 4] = b"km\x00\x04";

/// Writes a library.
pub fn write(library: &Library) -> Vec<u8> {
    written(library)
}

/// Reads a library that [`write()`] wrote; `None` for anything else.
pub fn read(blob: &[u8]) -> Option<Library> {
    back(blob)
}

/// Writes checks, which have a blob of their own.
pub fn write_checks(checks: &Checks) -> Vec<u8> {
    written(checks)
}

/// Reads checks that [`write_checks`] wrote; `None` for anything else, and for checks that do not
/// suit their kinds.
pub fn read_checks(blob: &[u8]) -> Option<Checks> {
    read_checks_of(blob, |_| true)
}

/// Reads checks as [`read_checks`] does, without those of kinds that are not wanted.
pub fn read_checks_of(blob: &[u8], is_wanted: impl Fn(&str) -> bool) -> Option<Checks> {
    let mut reader = Reader::new(blob.strip_prefix(MAGIC)?);
    let checks = checks::read_of(&mut reader, is_wanted);
    Some(checks).filter(|it| reader.is_done() && it.are_sound())
}

/// Writes own checks.
pub fn write_own_checks(own: &OwnChecks) -> Vec<u8> {
    written(own)
}

/// Reads own checks that [`write_own_checks`] wrote; `None` for anything else.
pub fn read_own_checks(blob: &[u8]) -> Option<OwnChecks> {
    back(blob)
}

/// Writes what a file says.
pub fn write_told(told: &Told) -> Vec<u8> {
    written(told)
}

/// Reads what [`write_told`] wrote; `None` for anything else.
pub fn read_told(blob: &[u8]) -> Option<Told> {
    back(blob)
}

/// A blob as lower-case hexadecimal digits, for where only text can go.
pub fn to_digits(blob: &[u8]) -> String {
    blob.iter().fold(String::new(), |digits, it| digits + &format!("{it:02x}"))
}

/// The blob that hexadecimal digits stand for; `None` when they are not pairs of such.
pub fn from_digits(digits: &str) -> Option<Vec<u8>> {
    let digit = |it: u8| char::from(it).to_digit(16).and_then(|it| u8::try_from(it).ok());
    let (pairs, rest) = digits.as_bytes().as_chunks();
    let byte = |[high, low]: &[u8; 2]| Some(digit(*high)? << 4 | digit(*low)?);
    rest.is_empty().then(|| pairs.iter().map(byte).collect())?
}

fn written(value: &impl Pack) -> Vec<u8> {
    let mut out = Writer::new(MAGIC);
    value.write(&mut out);
    out.into_bytes()
}

fn back<T: Pack>(blob: &[u8]) -> Option<T> {
    let mut reader = Reader::new(blob.strip_prefix(MAGIC)?);
    let value = T::read(&mut reader);
    reader.is_done().then_some(value)
}
