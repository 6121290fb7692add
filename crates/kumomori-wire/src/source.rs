//! From the bytes of a file to text.

use crate::diagnostic::{Diagnostic, Problem, Seems};
use crate::excerpt::Places;
use crate::json::Span;
use alloc::boxed::Box;

/// The largest file that is read, in bytes.
pub const MAX_BYTES: usize = 8 * 1024 * 1024;

/// The text of a file of at most so many bytes.
pub(crate) fn text(bytes: &[u8], limit: usize) -> Result<&str, Box<Diagnostic>> {
    if bytes.len() > limit {
        let problem = Problem::TooLarge { bytes: bytes.len(), limit };
        return Err(Diagnostic::of_file(problem).into());
    }
    if bytes.trim_ascii().is_empty() {
        return Err(Diagnostic::of_file(Problem::EmptyFile).into());
    }
    if let Some(seems) = by_first_bytes(bytes) {
        return Err(Diagnostic::of_file(Problem::NotJson { seems }).into());
    }
    core::str::from_utf8(bytes).map_err(|error| not_utf8(bytes, error.valid_up_to()).into())
}

fn by_first_bytes(bytes: &[u8]) -> Option<Seems> {
    const MAGIC: [(&[u8], Seems); 8] = [
        (b"\x89PNG", Seems::Png),
        (b"\xff\xd8\xff", Seems::Jpeg),
        (b"PK\x03\x04", Seems::Zip),
        (b"PK\x05\x06", Seems::Zip),
        (b"%PDF", Seems::Pdf),
        (b"\x1f\x8b", Seems::Gzip),
        (b"\xff\xfe", Seems::Utf16),
        (b"\xfe\xff", Seems::Utf16),
    ];
    let known = MAGIC.iter().find(|(magic, _)| bytes.starts_with(magic)).map(|(_, seems)| *seems);
    known.or_else(|| bytes.trim_ascii_start().starts_with(b"<").then_some(Seems::Markup))
}

/// Text in another encoding has no zero bytes; its first stray byte is worth showing.
fn not_utf8(bytes: &[u8], valid_up_to: usize) -> Diagnostic {
    if bytes.contains(&0) {
        return Diagnostic::of_file(Problem::NotJson { seems: Seems::Binary });
    }
    let valid = bytes.get(..valid_up_to).and_then(|it| core::str::from_utf8(it).ok());
    let span = Span { start: valid_up_to, end: valid_up_to };
    let place = Places::new(valid.unwrap_or_default()).place(span);
    let problem = Problem::NotJson { seems: Seems::OtherEncoding };
    Diagnostic { place: Some(place), ..Diagnostic::of_file(problem) }
}
