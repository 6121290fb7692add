//! What an encrypted file begins with: for whom it is, and the wrapped key.

use super::{PART, Problem};
use base64::Engine;
use base64::engine::general_purpose::STANDARD_NO_PAD;
use chacha20poly1305::aead::{Aead, KeyInit};
use chacha20poly1305::{ChaCha20Poly1305, Nonce};
use hkdf::Hkdf;
use hmac::{Hmac, Mac};
use scrypt::Params;
use sha2::Sha256;

/// What the first line of every version begins with.
pub(super) const FAMILY: &[u8] = b"age-encryption.org/";
const VERSION: &str = "age-encryption.org/v1";
/// What stands before the salt where the passphrase is made a key.
const LABEL: &[u8] = b"age-encryption.org/v1/scrypt";

/// The work for a file that is made: N = 2^18, which is 256 MiB, as the tool `age` does.
const WORK: u8 = 18;
/// The most work for a file that is opened: a gibibyte, which a browser can still have.
const MOST_WORK: u8 = 20;

/// How many bytes a key has.
const KEY: usize = 32;
/// How many bytes the wrapped key of a file has: the key and its tag.
const WRAPPED: usize = PART + 16;

/// A header for a passphrase.
#[derive(Debug)]
pub(super) struct Header<'a> {
    salt: [u8; PART],
    work: u8,
    wrapped: [u8; WRAPPED],
    /// What the code of the header covers.
    covered: &'a [u8],
    code: [u8; KEY],
}

/// What comes before a line break, and what comes after it.
fn line(text: &[u8]) -> Option<(&str, &[u8])> {
    let end = text.iter().position(|it| *it == b'\n')?;
    let (line, rest) = text.split_at_checked(end)?;
    Some((std::str::from_utf8(line).ok()?, rest.get(1..)?))
}

/// Letters as so many bytes, where there is exactly one way to write them.
fn bytes<const N: usize>(letters: &str) -> Option<[u8; N]> {
    STANDARD_NO_PAD.decode(letters).ok()?.try_into().ok()
}

/// A number without a sign or leading zeros.
fn work(digits: &str) -> Option<u8> {
    let is_plain = !digits.starts_with(['0', '+']);
    // More than a byte holds is more than anybody would wait for.
    let is_large = digits.len() > 2 && digits.bytes().all(|it| it.is_ascii_digit());
    if is_plain && is_large { Some(u8::MAX) } else { digits.parse().ok().filter(|_| is_plain) }
}

impl<'a> Header<'a> {
    /// Reads the header, and gives what comes after it.
    pub(super) fn read(file: &'a [u8]) -> Result<(Self, &'a [u8]), Problem> {
        let (version, rest) = line(file).ok_or(Problem::Damaged)?;
        let (recipient, rest) = line(rest).ok_or(Problem::Damaged)?;
        let mut words = recipient.split(' ');
        match (version, words.next(), words.next()) {
            (VERSION, Some("->"), Some("scrypt")) => {}
            (VERSION, Some("->"), Some(_)) => return Err(Problem::NotForPassphrase),
            _ => return Err(Problem::Damaged),
        }
        Self::scrypt(file, words, rest).ok_or(Problem::Damaged)
    }

    fn scrypt<'b>(
        file: &'a [u8],
        mut words: impl Iterator<Item = &'b str>,
        rest: &'a [u8],
    ) -> Option<(Self, &'a [u8])> {
        let (salt, work) = (bytes(words.next()?)?, work(words.next()?)?);
        let (wrapped, rest) = line(rest)?;
        let (end, payload) = line(rest)?;
        let code = bytes(end.strip_prefix("--- ")?)?;
        let covered = file.get(..file.len() - rest.len() + "---".len())?;
        let header = Self { salt, work, wrapped: bytes(wrapped)?, covered, code };
        words.next().is_none().then_some((header, payload))
    }

    /// The key of the file.
    pub(super) fn file_key(&self, passphrase: &str) -> Result<[u8; PART], Problem> {
        if self.work > MOST_WORK {
            return Err(Problem::TooMuchWork);
        }
        let opener = wrapper(passphrase, &self.salt, self.work).ok_or(Problem::Damaged)?;
        let key = opener.decrypt(&Nonce::default(), self.wrapped.as_slice()).ok();
        let key = key.and_then(|it| it.try_into().ok()).ok_or(Problem::WrongPassphrase)?;
        let code = code(&key, self.covered).ok_or(Problem::Damaged)?;
        // In constant time, as the comparison of a secret is to be.
        code.verify_slice(&self.code).map_err(|_| Problem::Damaged)?;
        Ok(key)
    }
}

/// The header of a file with this key.
pub(super) fn written(passphrase: &str, key: &[u8; PART], salt: &[u8; PART]) -> Option<Vec<u8>> {
    let wrapped =
        wrapper(passphrase, salt, WORK)?.encrypt(&Nonce::default(), key.as_slice()).ok()?;
    let [salt, wrapped] = [&salt[..], &wrapped].map(|it| STANDARD_NO_PAD.encode(it));
    let covered = format!("{VERSION}\n-> scrypt {salt} {WORK}\n{wrapped}\n---");
    let code = code(key, covered.as_bytes())?.finalize().into_bytes();
    Some(format!("{covered} {}\n", STANDARD_NO_PAD.encode(code)).into_bytes())
}

/// What wraps the key of a file.
fn wrapper(passphrase: &str, salt: &[u8; PART], work: u8) -> Option<ChaCha20Poly1305> {
    let params = Params::new(work, 8, 1, KEY).ok()?;
    let salt = [LABEL, salt].concat();
    let mut key = [0; KEY];
    scrypt::scrypt(passphrase.as_bytes(), &salt, &params, &mut key).ok()?;
    Some(ChaCha20Poly1305::new(&key.into()))
}

/// The code of a header.
fn code(key: &[u8; PART], covered: &[u8]) -> Option<Hmac<Sha256>> {
    let key = derived(key, None, b"header")?;
    let mut code = <Hmac<Sha256> as Mac>::new_from_slice(&key).ok()?;
    code.update(covered);
    Some(code)
}

/// The key of the content.
pub(super) fn payload_key(key: &[u8; PART], nonce: &[u8; PART]) -> Option<[u8; KEY]> {
    derived(key, Some(nonce), b"payload")
}

fn derived(key: &[u8; PART], salt: Option<&[u8]>, label: &[u8]) -> Option<[u8; KEY]> {
    let mut made = [0; KEY];
    Hkdf::<Sha256>::new(salt, key).expand(label, &mut made).ok()?;
    Some(made)
}
