//! What is wrong with a file that somebody opened, in words.
//!
//! The subject is `problems` with the file in hexadecimal, or with `size` and how many bytes it has
//! when nobody read it for that. The answer has seven fields for each problem: code, message, help,
//! place, and of the line at that place what stands before the part that is meant, this part, and
//! what stands after it.

use crate::joined;
use kumomori_core::date::Date;
use kumomori_core::library::Library;
use kumomori_core::pack::from_digits;
use kumomori_core::text::Lang;
use kumomori_report::diagnostic::{help, message};
use kumomori_wire::assessment::{MAX_BYTES, read_assessment};
use kumomori_wire::diagnostic::{Diagnostic, Place, Problem};

/// The problems of a file, read on a day.
pub(crate) fn problems(library: &Library, lang: Lang, day: Date, rest: &str) -> Option<String> {
    let found = match rest.strip_prefix("size ") {
        Some(bytes) => {
            let problem = Problem::TooLarge { bytes: bytes.parse().ok()?, limit: MAX_BYTES };
            vec![Diagnostic::of_file(problem)]
        }
        None => match read_assessment(&from_digits(rest)?, library, day) {
            Ok(reading) => reading.warnings,
            Err(found) => found,
        },
    };
    Some(joined(found.iter().flat_map(|it| fields(lang, it))))
}

fn fields(lang: Lang, it: &Diagnostic) -> [String; 7] {
    let place = it.place.as_ref();
    let at = place.map(|it| format!("{}:{}", it.line, it.column));
    let [before, marked, after] = place.map(parts).unwrap_or_default();
    let said =
        [it.problem.code().to_owned(), message(lang, it), help(lang, it).unwrap_or_default()];
    let [code, said, help] = said;
    [code, said, help, at.unwrap_or_default(), before, marked, after]
}

/// The line of a place, parted where the part begins and ends that is meant.
fn parts(place: &Place) -> [String; 3] {
    let (from, to) = (place.underline.0 as usize, place.underline.1 as usize);
    let part = |from: usize, to: usize| {
        place.excerpt.chars().skip(from).take(to.saturating_sub(from)).collect()
    };
    [part(0, from), part(from, to), part(to, usize::MAX)]
}

#[cfg(test)]
mod tests {
    use crate::explain;
    use crate::held::everything;
    use kumomori_core::pack::to_digits;

    fn told(lang: &str, rest: &str) -> Option<Vec<String>> {
        let subject = format!("problems {rest}");
        let request = format!("{lang}\u{1f}2026-06-30\u{1f}{subject}\u{1f}\u{1f}");
        let answer = explain::answer(&everything(), request.as_bytes())?;
        Some(answer.split_terminator('\u{1f}').map(str::to_owned).collect())
    }

    #[test]
    fn each_problem_has_its_place_and_what_to_do() {
        let file = to_digits(b"{ \"format\": \"kumomori.evaluation/1\" }");
        let said = told("en", &file).unwrap();
        assert_eq!(said.first().map(String::as_str), Some("other-format"));
        assert_eq!(said[3..], ["1:13", "{ \"format\": ", "\"kumomori.evaluation/1\"", " }"]);
        assert!(said[1].contains("kumomori.evaluation/1") && said[2].contains("choose a file"));
        assert_ne!(told("ja", &file).unwrap()[1], said[1]);
    }

    #[test]
    fn what_is_no_text_and_what_is_too_large_is_named() {
        assert_eq!(told("en", &to_digits(b"\x89PNG\r\n")).unwrap()[0], "not-json");
        assert_eq!(told("en", "size 9000000").unwrap()[0], "too-large");
        assert_eq!(told("en", "zz"), None);
    }
}
