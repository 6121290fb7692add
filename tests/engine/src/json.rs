//! JSON, appended piece by piece.

use alloc::vec::Vec;

/// Appends a text in quotes.
pub(crate) fn text(value: &str, out: &mut Vec<u8>) {
    out.push(b'"');
    let is_special = |it: &u8| matches!(it, b'"' | b'\\' | 0..0x20);
    let mut rest = value.as_bytes();
    while let Some(at) = rest.iter().position(is_special)
        && let Some((plain, [special, after @ ..])) = rest.split_at_checked(at)
    {
        out.extend_from_slice(plain);
        escape(*special, out);
        rest = after;
    }
    out.extend_from_slice(rest);
    out.push(b'"');
}

fn escape(byte: u8, out: &mut Vec<u8>) {
    if let b'"' | b'\\' = byte {
        return out.extend_from_slice(&[b'\\', byte]);
    }
    let digit = |it: u8| if it < 10 { b'0' + it } else { b'a' + it - 10 };
    out.extend_from_slice(b"\\u00");
    out.extend_from_slice(&[digit(byte >> 4), digit(byte & 15)]);
}

/// Appends a list or an object, of which each item appends itself.
pub(crate) fn items<T>(
    [open, close]: [u8; 2],
    items: impl IntoIterator<Item = T>,
    out: &mut Vec<u8>,
    mut item: impl FnMut(T, &mut Vec<u8>),
) {
    out.push(open);
    for (idx, it) in items.into_iter().enumerate() {
        if idx > 0 {
            out.push(b',');
        }
        item(it, out);
    }
    out.push(close);
}

/// Appends a field of an object.
pub(crate) fn field(name: &str, value: &str, out: &mut Vec<u8>) {
    text(name, out);
    out.push(b':');
    text(value, out);
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::string::String;

    #[test]
    fn what_json_cannot_hold_is_escaped() {
        let mut out = Vec::new();
        items(*b"[]", ["a\"\\", "\n\u{1f}雲"], &mut out, text);
        assert_eq!(String::from_utf8(out).unwrap(), r#"["a\"\\","\u000a\u001f雲"]"#);
    }
}
