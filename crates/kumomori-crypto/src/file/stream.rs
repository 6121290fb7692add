//! The content of an encrypted file: chunks, each with its number and whether it is the last one.

use chacha20poly1305::aead::{Aead, KeyInit};
use chacha20poly1305::{ChaCha20Poly1305, Nonce};

/// How many bytes of content a chunk has; the last one may have fewer.
const CHUNK: usize = 64 * 1024;
/// How many bytes a chunk has more than its content.
const TAG: usize = 16;

/// The nonce of a chunk: its number in eleven bytes, and whether it is the last one.
fn nonce(number: u64, is_last: bool) -> Nonce {
    let mut nonce = [0; 12];
    let (_, end) = nonce.split_at_mut(3);
    if let [number_bytes @ .., last] = end {
        number_bytes.copy_from_slice(&number.to_be_bytes());
        *last = u8::from(is_last);
    }
    nonce.into()
}

/// Encrypts a content to the end of a file.
pub(super) fn encrypt(content: &[u8], key: &[u8; 32], file: &mut Vec<u8>) -> Option<()> {
    let cipher = ChaCha20Poly1305::new(key.into());
    // No content is one chunk with nothing in it.
    let count = content.len().div_ceil(CHUNK).max(1);
    let mut chunks = content.chunks(CHUNK);
    for number in 0..count {
        let nonce = nonce(u64::try_from(number).ok()?, number + 1 == count);
        file.extend(cipher.encrypt(&nonce, chunks.next().unwrap_or_default()).ok()?);
    }
    Some(())
}

/// The content of chunks; `None` where one was changed, is missing or comes after the last.
pub(super) fn decrypt(chunks: &[u8], key: &[u8; 32]) -> Option<Vec<u8>> {
    let cipher = ChaCha20Poly1305::new(key.into());
    let count = chunks.len().div_ceil(CHUNK + TAG);
    let mut content = Vec::with_capacity(chunks.len());
    for (number, chunk) in chunks.chunks(CHUNK + TAG).enumerate() {
        let is_last = number + 1 == count;
        // Only a file without content ends with a chunk without content.
        if chunk.len() <= TAG && number > 0 {
            return None;
        }
        content.extend(cipher.decrypt(&nonce(u64::try_from(number).ok()?, is_last), chunk).ok()?);
    }
    (count > 0).then_some(content)
}
