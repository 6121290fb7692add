//! Forms for evidence: what they ask, what was typed, and the files made of it.
//!
//! Requests and answers are UTF-8, field after field, each ended by U+001F. A request begins with
//! its verb, the language (`ja` or `en`) and the kind of evidence:
//!
//! - `fields` answers with the title of the kind and what it is, the words of every form
//!   ([`words::COMMON`]), then for each field its path,
//!   what it takes, `optional` or nothing, its words one a line, each with a tab and its label,
//!   the field's label and a hint;
//! - `typed`, with an evidence file, answers with path and value of what stands in its form;
//! - `make`, with a day and paths with values, answers with the evidence file, then path and
//!   problem of what is left out;
//! - `fill`, with an evidence file and paths with values, likewise.

use crate::held::Held;
use crate::{FIELD, joined};
use kumomori_check::kind::{Holds, Kind};
use kumomori_core::checks::{EvidenceKind, FieldAbout};
use kumomori_core::text::Lang;
use kumomori_import::form::{Entry, Needed, Typed, file, fill, needed, typed};
use kumomori_report::form as words;
use kumomori_report::names::Names;

/// The answer to a request; `None` when it is none.
pub(crate) fn answer(held: &Held, request: &[u8]) -> Option<String> {
    let mut fields = core::str::from_utf8(request).ok()?.split_terminator(FIELD);
    let verb = fields.next()?;
    let lang = Lang::from_tag(fields.next()?)?;
    let (library, checks) = (held.library?, held.checks?);
    let kind = checks.kinds.get(checks.kind(fields.next()?)?)?;
    let names = Names { library, checks: Some(checks), texts: held.texts(lang), lang };
    Some(match verb {
        "fields" => joined(described(&names, kind)),
        "typed" => {
            let entries = typed(kind, fields.next()?);
            joined(entries.into_iter().flat_map(|it| [it.path, it.value]))
        }
        "make" => {
            let day = fields.next()?.parse().ok()?;
            made(lang, file(kind, day, &entries(fields)?))
        }
        "fill" => {
            let text = fields.next()?;
            made(lang, fill(kind, text, &entries(fields)?))
        }
        _ => return None,
    })
}

fn entries<'a>(mut fields: impl Iterator<Item = &'a str>) -> Option<Vec<Entry>> {
    let mut entries = Vec::new();
    while let Some(path) = fields.next() {
        entries.push(Entry { path: path.to_owned(), value: fields.next()?.to_owned() });
    }
    Some(entries)
}

fn made(lang: Lang, typed: Typed) -> String {
    let problem = |needed| {
        let (ja, en) = words::wrong(needed);
        if lang == Lang::Ja { ja } else { en }
    };
    let wrong = typed.wrong.into_iter().flat_map(|it| [it.path, problem(it.needed)]);
    joined([typed.text].into_iter().chain(wrong))
}

fn described(names: &Names<'_>, kind: &EvidenceKind) -> Vec<String> {
    let mut fields = vec![names.prose(kind.title), names.prose(kind.about)];
    fields.extend(words::COMMON.map(|it| names.words(it).to_owned()));
    for (path, idx) in paths(&kind.kind) {
        let (Some(field), Some(about)) = (kind.kind.fields.get(idx), kind.fields.get(idx)) else {
            continue;
        };
        let (takes, hint) = taken(names, field.holds, about);
        let optional = if field.is_optional { "optional" } else { "" };
        let word = |it: &String| {
            let label = words::word(it).map_or(it.as_str(), |label| names.words(label));
            [it, "\t", label].concat()
        };
        let all: Vec<String> = about.values.iter().map(word).collect();
        fields.extend([path, takes.into(), optional.into(), all.join("\n")]);
        fields.extend([names.prose(about.text), hint]);
    }
    fields
}

/// The fields with their paths, such as `assurance[].type`, children after their parents.
fn paths(kind: &Kind) -> Vec<(String, usize)> {
    let mut found = Vec::new();
    below(kind, &kind.top, if kind.is_list { "[]." } else { "" }, &mut found);
    found
}

fn below(kind: &Kind, fields: &[usize], path: &str, found: &mut Vec<(String, usize)>) {
    for idx in fields {
        let Some(field) = kind.fields.get(*idx) else { continue };
        let at = [path, &field.name].concat();
        found.push((at.clone(), *idx));
        let sign = if field.holds == Holds::Objects { "[]." } else { "." };
        below(kind, &field.children, &(at + sign), found);
    }
}

/// What a place takes, in one word, with its hint.
fn taken(names: &Names<'_>, holds: Holds, about: &FieldAbout) -> (&'static str, String) {
    let (scalar, is_list) = match holds {
        Holds::Object => return ("object", String::new()),
        Holds::Objects => return ("objects", String::new()),
        Holds::One(scalar) => (scalar, false),
        Holds::List(scalar) => (scalar, true),
    };
    let needed = needed(scalar, about);
    let takes = match (needed, is_list) {
        (Needed::Word, false) => "word",
        (Needed::Word, true) => "words",
        (Needed::YesOrNo, false) => "choice",
        (Needed::Day, false) => "day",
        (Needed::Country, true) | (_, false) => "text",
        (_, true) => "lines",
    };
    let is_plain = matches!(needed, Needed::Word | Needed::YesOrNo | Needed::Day | Needed::Text);
    let hint = match (is_list, is_plain) {
        (true, _) if needed != Needed::Word => names.words(words::several(needed)),
        (_, true) => "",
        _ => names.words(words::needed(needed)),
    };
    (takes, hint.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::held::everything;

    fn answered(fields: &[&str]) -> Option<Vec<String>> {
        let request = joined(fields.iter().map(ToString::to_string));
        let answer = answer(&everything(), request.as_bytes())?;
        Some(answer.split_terminator(FIELD).map(str::to_owned).collect())
    }

    #[test]
    fn a_form_asks_for_every_field() {
        let said = answered(&["fields", "en", "service-profile"]).unwrap();
        assert_eq!(said[0], "Service profile");
        let fields: Vec<&[String]> = said[2 + words::COMMON.len()..].chunks(6).collect();
        let find = |path: &str| fields.iter().find(|it| it[0] == path).unwrap();
        assert_eq!(find("model")[1..4], ["word", "", "IaaS\tIaaS\nPaaS\tPaaS\nSaaS\tSaaS"]);
        assert_eq!(find("assurance")[1], "objects");
        assert_eq!(find("assurance[].period_from")[1..3], ["day", "optional"]);
        assert_eq!(find("data_classes")[1], "words");
        assert_eq!(find("storage_countries")[1], "text");
        assert!(find("contract.availability_percent")[5].contains("99.9"));
        assert!(fields.iter().all(|it| !it[4].is_empty()), "every field has a label");
    }

    #[test]
    fn what_was_typed_comes_back() {
        let made =
            answered(&["make", "en", "ai-service-terms", "2026-11-01", "0.training", "never"]);
        let made = made.unwrap();
        assert_eq!(made.len(), 1, "{made:?}");
        let typed = answered(&["typed", "en", "ai-service-terms", &made[0]]).unwrap();
        assert_eq!(typed, ["0", "", "0.training", "never"]);
    }

    #[test]
    fn what_cannot_be_taken_is_named() {
        let made = answered(&["make", "en", "ai-service-terms", "2026-11-01", "0.training", "no"]);
        let made = made.unwrap();
        assert_eq!(
            made[1..],
            ["0.training", "This value cannot be used; what fits here is one of the choices."]
        );
        let file = r#"{"kind":"ai-service-terms","tool":"t","document":[{}]}"#;
        let filled = answered(&["fill", "en", "ai-service-terms", file, "approved", "true"]);
        assert!(filled.unwrap()[0].contains(r#""approved": true"#));
    }

    #[test]
    fn what_is_no_request_gives_nothing() {
        for bad in [
            &["fields"][..],
            &["fields", "fr", "service-profile"],
            &["fields", "en", "no-such-kind"],
            &["make", "en", "service-profile", "today"],
            &["make", "en", "service-profile", "2026-11-01", "service"],
            &["read", "en", "service-profile"],
        ] {
            assert_eq!(answered(bad), None, "{bad:?}");
        }
    }
}
