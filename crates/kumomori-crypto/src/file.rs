//! Files that open with a passphrase, in the format of age version 1 (<https://age-encryption.org/v1>,
//! recipient `scrypt`): whoever has the tool `age` or `rage` can open them as well.
//!
//! The passphrase makes a key that wraps the file key (`header`), and the file key makes the one that
//! encrypts the content in chunks (`stream`). A file in letters is unfolded first (`armor`).

use header::Header;

mod armor;
mod header;
mod stream;

/// How many random bytes a file takes: its key, its salt and its nonce.
pub const RANDOM: usize = 48;

/// How many bytes the key of a file, its salt and its nonce have.
const PART: usize = 16;

/// Why a file does not open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Problem {
    /// The passphrase is another one.
    WrongPassphrase = 1,
    /// It was encrypted for a key and opens with no passphrase.
    NotForPassphrase = 2,
    /// Opening it takes more memory than a browser can have.
    TooMuchWork = 3,
    /// It was cut or changed, or is of a version that is not known.
    Damaged = 4,
}

/// Whether a file is an encrypted one.
#[must_use]
pub fn is_encrypted(file: &[u8]) -> bool {
    file.starts_with(header::FAMILY) || file.starts_with(armor::BEGIN)
}

/// Encrypts a content with a passphrase and random bytes, which are to be used for nothing else.
#[must_use]
pub fn encrypt(content: &[u8], passphrase: &str, random: &[u8; RANDOM]) -> Option<Vec<u8>> {
    let [key, salt, nonce] = parts(random)?;
    let mut file = header::written(passphrase, &key, &salt)?;
    file.extend(nonce);
    stream::encrypt(content, &header::payload_key(&key, &nonce)?, &mut file)?;
    Some(file)
}

/// The content of an encrypted file.
///
/// # Errors
/// What keeps it from opening.
pub fn decrypt(file: &[u8], passphrase: &str) -> Result<Vec<u8>, Problem> {
    let unfolded = armor::unfolded(file)?;
    let (header, payload) = Header::read(&unfolded)?;
    let key = header.file_key(passphrase)?;
    let (nonce, chunks) = payload.split_first_chunk::<PART>().ok_or(Problem::Damaged)?;
    let key = header::payload_key(&key, nonce).ok_or(Problem::Damaged)?;
    stream::decrypt(chunks, &key).ok_or(Problem::Damaged)
}

fn parts(random: &[u8; RANDOM]) -> Option<[[u8; PART]; 3]> {
    let (parts, _) = random.as_chunks::<PART>();
    parts.try_into().ok()
}

#[cfg(test)]
mod tests;
