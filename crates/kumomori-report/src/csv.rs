//! Tables as comma-separated values, as RFC 4180 describes them.

use crate::table::Table;
use alloc::format;
use alloc::string::String;

/// What programs such as Excel need before the text to read it as UTF-8.
pub const BYTE_ORDER_MARK: &str = "\u{feff}";

/// The letters with which a spreadsheet takes a cell for a formula, their full-width forms among
/// them, and white space that it skips before looking.
const BEGINS_FORMULA: &[char] = &['=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r', '\n'];

/// The heads and the rows of a table, each in a line that ends with CR LF.
///
/// A cell that a spreadsheet would take for a formula gets an apostrophe in front.
pub fn table(table: &Table) -> String {
    let mut text = line(table.head.iter().map(String::as_str));
    for row in &table.rows {
        text.push_str(&line(row.iter().map(|it| it.text.as_str())));
    }
    text
}

fn line<'a>(fields: impl Iterator<Item = &'a str>) -> String {
    let mut line = String::new();
    for (idx, it) in fields.enumerate() {
        if idx > 0 {
            line.push(',');
        }
        line.push_str(&field(it));
    }
    line + "\r\n"
}

fn field(text: &str) -> String {
    let guard = if is_formula(text) { "'" } else { "" };
    if text.contains([',', '"', '\r', '\n']) {
        return format!("\"{guard}{}\"", text.replace('"', "\"\""));
    }
    format!("{guard}{text}")
}

/// Whether a spreadsheet would reckon with a text, or would if apostrophes before it were taken for
/// guards.
pub(crate) fn is_formula(text: &str) -> bool {
    // A dash alone stands for nothing, and no spreadsheet reckons with it.
    text != "-" && text.trim_start_matches('\'').starts_with(BEGINS_FORMULA)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::Cell;
    use alloc::vec;
    use alloc::vec::Vec;

    fn written(text: &str) -> String {
        let head = vec!["a".into()];
        let rows = vec![vec![Cell::start(text)]];
        let written = table(&Table { caption: String::new(), head, rows });
        written.strip_prefix("a\r\n").unwrap().strip_suffix("\r\n").unwrap().into()
    }

    #[test]
    fn no_cell_begins_as_a_formula_does() {
        let hostile = [
            "=HYPERLINK(\"https://example.invalid\",\"x\")",
            "=1+1",
            "+81 3 0000 0000",
            "-2+3",
            "@SUM(1)",
            "\t=1",
            "\r=1",
            "\n=1",
            "＝1+1",
            "＠SUM(1)",
        ];
        for text in hostile {
            let cell = written(text);
            let first = cell.trim_start_matches('"').chars().next();
            assert_eq!(first, Some('\''), "{text:?}: {cell:?}");
        }
    }

    #[test]
    fn harmless_cells_stay_as_they_are() {
        for text in ["", "-", "plain", "a=b", "2 > 3", "<b>", "a|b", "`x`", "😀", "مرحبا", "'x"]
        {
            assert_eq!(written(text), text);
        }
    }

    #[test]
    fn commas_quotes_and_line_breaks_stand_in_quotes() {
        assert_eq!(written("a,b"), "\"a,b\"");
        assert_eq!(written("say \"x\""), "\"say \"\"x\"\"\"");
        assert_eq!(written("one\r\ntwo"), "\"one\r\ntwo\"");
        assert_eq!(written("=a\n=b"), "\"'=a\n=b\"");
    }

    /// Reads what RFC 4180 describes.
    fn read(text: &str) -> Vec<Vec<String>> {
        let mut rows = vec![vec![String::new()]];
        let mut letters = text.chars().peekable();
        let mut is_quoted = false;
        while let Some(letter) = letters.next() {
            let field = rows.last_mut().unwrap().last_mut().unwrap();
            match (letter, is_quoted) {
                ('"', true) if letters.peek() == Some(&'"') => field.extend(letters.next()),
                ('"', _) => is_quoted = !is_quoted,
                (',', false) => rows.last_mut().unwrap().push(String::new()),
                ('\r', false) if letters.peek() == Some(&'\n') => {
                    letters.next();
                    rows.push(vec![String::new()]);
                }
                _ => field.push(letter),
            }
        }
        rows.pop();
        rows
    }

    #[test]
    fn every_cell_comes_back_from_a_reader() {
        let texts = ["a,b", "\"", "x\r\ny", "a\"\",\"\"b", "", "😀,عربي", "a\u{202e}b"];
        let row: Vec<Cell> = texts.iter().map(|it| Cell::start(*it)).collect();
        let head = texts.iter().map(|it| (*it).into()).collect();
        let table = Table { caption: String::new(), head, rows: vec![row] };
        let rows = read(&super::table(&table));
        assert_eq!(rows, [texts.map(String::from).to_vec(), texts.map(String::from).to_vec()]);
    }
}
