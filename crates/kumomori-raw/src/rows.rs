//! Rows of one text in the format `RowBinary` of ClickHouse: the length of each in LEB128, then its
//! bytes.

use alloc::string::String;
use alloc::vec::Vec;

/// The texts of so many rows; `None` when the bytes are not exactly that.
pub(crate) fn read(mut bytes: &[u8], n_rows: u32) -> Option<Vec<&[u8]>> {
    let mut rows = Vec::new();
    for _ in 0..n_rows {
        let size = length(&mut bytes)?;
        let (row, rest) = bytes.split_at_checked(size)?;
        rows.push(row);
        bytes = rest;
    }
    bytes.is_empty().then_some(rows)
}

/// A length, taken off the front.
fn length(bytes: &mut &[u8]) -> Option<usize> {
    let mut size = 0;
    for shift in (0..28).step_by(7) {
        let (byte, rest) = bytes.split_first()?;
        *bytes = rest;
        size |= usize::from(byte & 0x7f) << shift;
        if byte & 0x80 == 0 {
            return Some(size);
        }
    }
    None
}

/// Rows with these texts, an empty one for what is none.
pub(crate) fn written(rows: &[Option<String>]) -> Vec<u8> {
    let mut bytes = Vec::new();
    for row in rows {
        let row = row.as_deref().unwrap_or_default();
        let mut size = row.len();
        while size > 0x7f {
            bytes.push(size.to_le_bytes()[0] | 0x80);
            size >>= 7;
        }
        bytes.push(size.to_le_bytes()[0]);
        bytes.extend_from_slice(row.as_bytes());
    }
    bytes
}
