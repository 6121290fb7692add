//! An encrypted file in letters, as `age --armor` writes it.

use super::Problem;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use std::borrow::Cow;

/// The first line.
pub(super) const BEGIN: &[u8] = b"-----BEGIN AGE ENCRYPTED FILE-----";
const END: &str = "-----END AGE ENCRYPTED FILE-----";

/// The longest line.
const COLUMNS: usize = 64;

/// The file itself, in letters or not.
pub(super) fn unfolded(file: &[u8]) -> Result<Cow<'_, [u8]>, Problem> {
    let Some(letters) = file.strip_prefix(BEGIN) else { return Ok(Cow::Borrowed(file)) };
    let letters = std::str::from_utf8(letters).map_err(|_| Problem::Damaged)?;
    let body = letters.trim_end().strip_suffix(END).ok_or(Problem::Damaged)?;
    let is_whole = body.lines().all(|it| it.len() <= COLUMNS);
    let body: String = body.lines().collect();
    match STANDARD.decode(body) {
        Ok(file) if is_whole => Ok(Cow::Owned(file)),
        _ => Err(Problem::Damaged),
    }
}
