//! Streams: a whole document, or one document a line, of which one at a time is in memory.

use super::Evidence;
use kumomori_check::document::{MAX_BYTES, read_envelope};
use std::io::{self, BufRead, Read};

/// Hands over the documents of a stream one by one.
///
/// When its first line is a document by itself, every line is one; else the whole stream is.
///
/// # Errors
///
/// What the stream says when it cannot be read.
pub(super) fn each(
    file: &str,
    mut from: impl BufRead,
    take: &mut impl FnMut(&Evidence<'_>),
) -> io::Result<()> {
    let mut bytes = Vec::new();
    let mut line = 1;
    while next_line(&mut from, &mut bytes)? && is_blank(&bytes) {
        line += 1;
    }
    if !is_whole(&bytes) {
        let room = limit().saturating_sub(bytes.len() as u64);
        from.take(room).read_to_end(&mut bytes)?;
        take(&Evidence { file, line, bytes: &bytes });
        return Ok(());
    }
    loop {
        if !is_blank(&bytes) {
            let bytes = bytes.strip_suffix(b"\n").unwrap_or(&bytes);
            take(&Evidence { file, line, bytes });
        }
        line += 1;
        if !next_line(&mut from, &mut bytes)? {
            return Ok(());
        }
    }
}

/// One byte more than a document may have, which shows that it is too large.
fn limit() -> u64 {
    MAX_BYTES as u64 + 1
}

/// Reads a line, as much of it as shows that it is too large; false at the end.
fn next_line(from: &mut impl BufRead, into: &mut Vec<u8>) -> io::Result<bool> {
    into.clear();
    let n_read = from.take(limit()).read_until(b'\n', into)?;
    if into.len() > MAX_BYTES && !into.ends_with(b"\n") {
        from.skip_until(b'\n')?;
    }
    Ok(n_read > 0)
}

fn is_blank(bytes: &[u8]) -> bool {
    bytes.trim_ascii().is_empty()
}

/// Whether a line has an object from its beginning to its end, right or wrong.
fn is_whole(line: &[u8]) -> bool {
    let line = line.trim_ascii();
    let is_cut = || read_envelope(line).is_err_and(|it| it.at >= line.len());
    line.starts_with(b"{") && !is_cut()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The line and the length of each document.
    fn documents(text: &[u8]) -> Vec<(usize, usize)> {
        let mut found = Vec::new();
        each("-", text, &mut |it: &Evidence<'_>| found.push((it.line, it.bytes.len()))).unwrap();
        found
    }

    #[test]
    fn each_line_of_a_stream_is_a_document() {
        let line = r#"{"kind": "a", "document": []}"#;
        assert_eq!(
            documents(format!("\n{line}\r\n\n{line}x\n{{").as_bytes()),
            [(2, line.len() + 1), (4, line.len() + 1), (5, 1)]
        );
    }

    #[test]
    fn what_its_first_line_does_not_end_is_one_document() {
        for text in ["", "[\n]\n", "{\"kind\": \"a\",\n\"document\": []}\n{}", "{\"kind"] {
            assert_eq!(documents(text.as_bytes()), [(1, text.len())], "{text}");
        }
    }

    #[test]
    fn of_a_line_that_is_too_large_only_enough_to_see_it_is_kept() {
        let mut text = b"{}\n".to_vec();
        text.extend(vec![b' '; 10]);
        text.extend(vec![b'x'; 2 * MAX_BYTES]);
        text.extend(b"\n{}");
        assert_eq!(documents(&text), [(1, 2), (2, MAX_BYTES + 1), (3, 2)]);
        let text = vec![b'['; 2 * MAX_BYTES];
        assert_eq!(documents(&text), [(1, MAX_BYTES + 1)]);
    }
}
