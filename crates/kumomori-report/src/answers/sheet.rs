//! A file of a spreadsheet as rows of cells.

use super::{Column, Unreadable};
use crate::csv;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;
use csv_core::{ReadRecordResult, Reader, ReaderBuilder};
use kumomori_wire::assessment::MAX_BYTES;

/// What may stand between cells.
const DELIMITERS: [u8; 3] = *b"\t;,";

/// The rows below the head, each with the line it begins on.
pub(super) struct Sheet {
    /// The place of each column that is known.
    columns: Vec<(Column, usize)>,
    pub(super) rows: Vec<(u64, Vec<String>)>,
}

impl Sheet {
    /// Reads a file; a byte order mark is passed over, and cells may stand apart by commas,
    /// semicolons or tabs.
    pub(super) fn read(file: &[u8]) -> Result<Self, Unreadable> {
        if file.len() > MAX_BYTES {
            return Err(Unreadable::TooLarge { limit: MAX_BYTES });
        }
        let text = core::str::from_utf8(file).map_err(|_| Unreadable::NotText)?;
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let mut rows = records(text.as_bytes(), delimiter(text)).into_iter();
        let (_, head) = rows.next().ok_or(Unreadable::NoColumn(Column::Control))?;
        let known = head.iter().zip(0..).filter_map(|(it, at)| Some((Column::of(it)?, at)));
        let sheet = Self { columns: known.collect(), rows: rows.collect() };
        let needed = [Column::Control, Column::Role];
        match needed.into_iter().find(|it| sheet.place(*it).is_none()) {
            Some(lacking) => Err(Unreadable::NoColumn(lacking)),
            None => Ok(sheet),
        }
    }

    fn place(&self, column: Column) -> Option<usize> {
        self.columns.iter().find(|(it, _)| *it == column).map(|(_, at)| *at)
    }

    /// What stands in a column of a row; nothing where the column is missing.
    pub(super) fn cell<'a>(&self, row: &'a [String], column: Column) -> &'a str {
        let cell = self.place(column).and_then(|at| row.get(at));
        cell.map_or("", |it| it.trim())
    }
}

/// What stands most often between the cells of the first line.
fn delimiter(text: &str) -> u8 {
    let head = text.lines().next().unwrap_or_default();
    let count = |it: &u8| head.matches(char::from(*it)).count();
    // Of equals the last is taken, hence the commas last.
    DELIMITERS.into_iter().max_by_key(count).unwrap_or(b',')
}

/// All records that are not empty, each with the line it begins on.
fn records(mut input: &[u8], delimiter: u8) -> Vec<(u64, Vec<String>)> {
    let mut reader = ReaderBuilder::new().delimiter(delimiter).build();
    let mut records = Vec::new();
    while let Some(record) = record(&mut reader, &mut input) {
        if record.1.iter().any(|it| !it.trim().is_empty()) {
            records.push(record);
        }
    }
    records
}

/// The next record, and where it begins.
fn record(reader: &mut Reader, input: &mut &[u8]) -> Option<(u64, Vec<String>)> {
    // The end of the line before is still to be read, and so are empty lines.
    let ends = input.iter().take_while(|it| matches!(it, b'\r' | b'\n'));
    let line = reader.line() + ends.filter(|it| **it == b'\n').map(|_| 1).sum::<u64>();
    let (mut cells, mut ends) = (vec![0; 256], vec![0; 16]);
    let (mut n_bytes, mut n_ends) = (0, 0);
    loop {
        let (result, read, wrote, ended) = reader.read_record(
            input,
            cells.get_mut(n_bytes..).unwrap_or_default(),
            ends.get_mut(n_ends..).unwrap_or_default(),
        );
        *input = input.get(read..).unwrap_or_default();
        (n_bytes, n_ends) = (n_bytes + wrote, n_ends + ended);
        match result {
            // The reader asks again with nothing to read, which means that the file has ended.
            ReadRecordResult::InputEmpty => {}
            ReadRecordResult::OutputFull => cells.resize(2 * cells.len(), 0),
            ReadRecordResult::OutputEndsFull => ends.resize(2 * ends.len(), 0),
            ReadRecordResult::Record => {
                ends.truncate(n_ends);
                return Some((line, split(&cells, &ends)));
            }
            ReadRecordResult::End => return None,
        }
    }
}

fn split(cells: &[u8], ends: &[usize]) -> Vec<String> {
    let starts = core::iter::once(&0).chain(ends);
    let pairs = starts.zip(ends).map(|(from, to)| cells.get(*from..*to).unwrap_or_default());
    pairs.map(|it| unguarded(&String::from_utf8_lossy(it)).replace("\r\n", "\n")).collect()
}

/// A cell without the apostrophe that keeps a spreadsheet from reckoning with it.
fn unguarded(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|it| csv::is_formula(it)).unwrap_or(cell)
}
