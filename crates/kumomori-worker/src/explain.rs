//! Explaining a result: how a conclusion came about, as a document.
//!
//! The subject is a topic in words, `evidence` with the place of a document that could be asked,
//! from 0, `missing`, `evaluation` for the file of the evaluation, `document` with the kind of a
//! document that goes out, `report` with that and a format (`html`, `md`, `csv` or `ics`) for its
//! file, both then with the terms of a schedule - the day on which it begins, and how many people -
//! or without, or `compare` with the file of another assessment. What is about
//! several services is in [`crate::services`]. `sheet` is the answers as a CSV
//! file; with such a file, `preview` shows what it would change, and `take` gives the changed
//! assessment. `move` with a framework and its edition shows what taking the assessment to that edition
//! means, and `moved` gives it there. Parts of the page of a result are `standing` with a view, `gaps` with how many,
//! `requirements` with a framework and its edition, and `rest`. What begins with a file of a
//! history is in [`crate::past`], what is merged in [`crate::merged`], what is wrong with a file in [`crate::wrong`], what the site says of itself in
//! [`crate::about`].
//! A request is UTF-8, field after field, each ended by U+001F: the language (`ja` or `en`), the
//! day, the subject, and the assessment as its file. What follows are evidence documents, as many
//! as there are: the role that was chosen for it or nothing, and what it says, as
//! [`kumomori_core::pack::write_told`] writes it, in hexadecimal.

use crate::FIELD;
use crate::held::Held;
use crate::{about, merged, moved, past, services, wrong};
use kumomori_core::assessment::Assessment;
use kumomori_core::date::Date;
use kumomori_core::evaluation::evaluate;
use kumomori_core::framework::framework_ref;
use kumomori_core::pack::{from_digits, read_told};
use kumomori_core::role::{Role, View};
use kumomori_core::testimony::{Hearing, Testimony, Told};
use kumomori_core::text::Lang;
use kumomori_report::document::{Document, to_passed};
use kumomori_report::heard::Said;
use kumomori_report::names::Names;
use kumomori_report::report::{self, Case, Format, Kind, Pair, Report, Terms};
use kumomori_report::table::Topic;
use kumomori_report::{answers, csv, explain, heard, part};
use kumomori_wire::assessment::{assessment_text, read_assessment};
use kumomori_wire::evaluation::evaluation_text;

/// The answer to a request; `None` when it is none, or when there is nothing to explain.
pub(crate) fn answer(held: &Held, request: &[u8]) -> Option<String> {
    let library = held.library?;
    let mut fields = core::str::from_utf8(request).ok()?.split_terminator(FIELD);
    let lang = Lang::from_tag(fields.next()?)?;
    let as_of = fields.next()?.parse().ok()?;
    let subject = fields.next()?;
    if let Some(file) = subject.strip_prefix("problems ") {
        return wrong::problems(library, lang, as_of, file);
    }
    if let Some(part) = subject.strip_prefix("about ") {
        return about::told(lang, part);
    }
    let names = Names { library, checks: held.checks, texts: held.texts(lang), lang };
    let (word, rest) = subject.split_once(' ').unwrap_or((subject, ""));
    let present = read_assessment(fields.next()?.as_bytes(), library, as_of).ok();
    let present = present.map(|it| it.assessment);
    // What led to an assessment can be told even where that cannot be read.
    match word {
        "steps" | "state" | "trail" => return past::text(&names, word, rest),
        "history" => return Some(to_passed(&past::facts(&names, rest, present.as_ref()))),
        "chain" => return Some(to_passed(&past::facts(&names, rest, None))),
        _ => {}
    }
    let assessment = present?;
    let (said, because) = testimonies(fields, lang)?;
    // What is missing is asked only where evidence was given.
    let checks = held.checks.filter(|_| !said.is_empty());
    let hearing = Hearing { testimonies: &said, checks };
    let evaluation = evaluate(library, &assessment, hearing, as_of);
    let case = Case { names: &names, assessment: &assessment, evaluation: &evaluation };
    let document = match word {
        "evaluation" | "report" | "services-file" | "sheet" | "take" | "merge" | "moved" => {
            return text(&case, word, rest);
        }
        "missing" => heard::missing(&names, &evaluation, held.checks?),
        "evidence" => {
            let idx: usize = rest.parse().ok()?;
            let (testimony, (because, notes)) = (said.get(idx)?, because.get(idx)?);
            heard::document(&names, &evaluation, (idx, Said { testimony, because, notes }))
        }
        _ => document(&case, word, rest).or_else(|| {
            let topic = Topic::from_words(subject)?;
            explain::topic(&names, &assessment, &evaluation, &topic)
        })?,
    };
    Some(to_passed(&document))
}

/// What is no document but a file.
fn text(case: &Case<'_>, word: &str, rest: &str) -> Option<String> {
    let Case { names, assessment, evaluation } = *case;
    match word {
        "evaluation" => Some(evaluation_text(evaluation, assessment, assessment.library.as_ref()?)),
        "sheet" => Some(csv::table(&answers::answers(names, assessment, evaluation))),
        "take" => {
            let taken = answers::take(names, assessment, rest.as_bytes()).ok()?;
            (!taken.changes.is_empty()).then(|| assessment_text(&taken.assessment))
        }
        "merge" => merged::text(case, rest),
        "moved" => moved::text(case, rest),
        "services-file" => services::file(case, rest),
        _ => written(case, rest),
    }
}

/// A document, or part of one, that is no topic.
fn document(case: &Case<'_>, word: &str, rest: &str) -> Option<Document> {
    let Case { names, assessment, evaluation } = *case;
    Some(match word {
        "standing" => part::standing(names, evaluation, View::from_word(rest)?),
        "gaps" => part::gaps(names, assessment, evaluation, rest.parse().ok()?),
        "rest" => part::rest(names, assessment, evaluation),
        "requirements" => {
            let (framework, edition) = rest.split_once(' ')?;
            part::requirements(names, evaluation, &framework_ref(framework, edition)?)
        }
        "compare" => compared(case, rest)?,
        "services" => services::document(case, rest)?,
        "move" => moved::preview(case, rest)?,
        "answer" | "since" | "between" => past::document(case, word, rest)?,
        "contradictions" => merged::contradictions(case, rest)?,
        "preview" => match answers::take(names, assessment, rest.as_bytes()) {
            Ok(taken) => answers::preview(names, &taken),
            Err(unreadable) => answers::refusal(names, unreadable),
        },
        "document" => {
            let (kind, terms) = rest.split_once(' ').unwrap_or((rest, ""));
            made(case, kind, terms)?.document
        }
        _ => return None,
    })
}

/// The assessment beside that of another file, which is the earlier one.
fn compared(case: &Case<'_>, other: &str) -> Option<Document> {
    let (library, as_of) = (case.names.library, case.evaluation.as_of);
    let other = read_assessment(other.as_bytes(), library, as_of).ok()?.assessment;
    Some(beside(case, &other, as_of))
}

/// The assessment beside an earlier one that was judged on some day.
pub(crate) fn beside(case: &Case<'_>, earlier: &Assessment, day: Date) -> Document {
    let (library, as_of) = (case.names.library, case.evaluation.as_of);
    let evaluation = evaluate(library, earlier, Hearing::default(), day);
    let meanwhile = evaluate(library, earlier, Hearing::default(), as_of);
    let before = Case { assessment: earlier, evaluation: &evaluation, ..*case };
    let pair = Pair { before, meanwhile: &meanwhile, after: *case };
    report::comparison(&pair, &pair.compared()).document
}

/// A document that goes out, as a file: its kind and its format.
fn written(case: &Case<'_>, which: &str) -> Option<String> {
    let mut words = which.splitn(3, ' ');
    let (kind, format) = (words.next()?, Format::from_word(words.next()?)?);
    Some(made(case, kind, words.next().unwrap_or_default())?.file(case.names, format))
}

/// A document, on terms that are a day and a number of people, or none.
fn made(case: &Case<'_>, kind: &str, terms: &str) -> Option<Report> {
    let terms = match terms.split_once(' ') {
        Some((start, people)) => Terms::of(start.parse().ok()?, people.parse().ok()?)?,
        None => Terms::from(case.evaluation.as_of),
    };
    report::report(case, Kind::from_word(kind)?, terms).ok()
}

/// For each statement of a document, what decided it; and what could not be read out of it.
type Because = (Vec<Vec<String>>, Vec<String>);

/// The documents that could be asked, in order, with what decided each of their statements and what
/// could not be read out.
fn testimonies<'a>(
    mut fields: impl Iterator<Item = &'a str>,
    lang: Lang,
) -> Option<(Vec<Testimony>, Vec<Because>)> {
    let (mut said, mut because) = (Vec::new(), Vec::new());
    while let Some(word) = fields.next() {
        let chosen = Role::from_word(word);
        let told = read_told(&from_digits(fields.next()?)?)?;
        if let Told::Asked { testimony, because: why, notes, .. } = told {
            said.push(Testimony { role: testimony.role.or(chosen), ..testimony });
            let why = why.into_iter().map(|(ja, en)| if lang == Lang::Ja { ja } else { en });
            let notes = notes.into_iter().map(|(ja, en)| if lang == Lang::Ja { ja } else { en });
            because.push((why.collect(), notes.collect()));
        }
    }
    Some((said, because))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::asker::Asker;
    use crate::held::everything;
    use kumomori_core::pack::{to_digits, write_told};
    use kumomori_report::document::from_passed;

    const ASSESSMENT: &str =
        include_str!("../../../policies/examples/ai-translation-service/assessment.json");

    fn told(held: &Held, file: &str) -> String {
        let told = Asker::new(held.checks.unwrap()).ask(file.as_bytes()).told;
        to_digits(&write_told(&told))
    }

    fn explained(fields: &[&str]) -> Option<String> {
        let request = fields.join("\u{1f}") + "\u{1f}";
        answer(&everything(), request.as_bytes())
    }

    #[test]
    fn it_explains_as_the_command_line_does() {
        let library = kumomori_data::library().unwrap();
        let as_of = "2026-06-30".parse().unwrap();
        let assessment = read_assessment(ASSESSMENT.as_bytes(), library, as_of).unwrap().assessment;
        let evaluation = evaluate(library, &assessment, Hearing::default(), as_of);
        let checks = kumomori_data::checks().unwrap();
        for lang in Lang::ALL {
            let texts = kumomori_data::texts(lang).unwrap();
            let names = Names { library, checks: Some(&checks), texts, lang };
            for words in ["control encrypt-in-transit", "overall both"] {
                let topic = Topic::from_words(words).unwrap();
                let expected = explain::topic(&names, &assessment, &evaluation, &topic).unwrap();
                let passed = explained(&[lang.tag(), "2026-06-30", words, ASSESSMENT]).unwrap();
                assert_eq!(from_passed(&passed), expected, "{lang} {words}");
            }
        }
    }

    #[test]
    fn evidence_is_heard_with_the_role_that_was_chosen() {
        let file = r#"{"kind":"tls-endpoints","collected_at":"2026-06-01","tool":"x","document":[{"min_version":"TLS1.0"}]}"#;
        let told = told(&everything(), file);
        let topic = "control encrypt-in-transit";
        let ask = |role| explained(&["en", "2026-06-30", topic, ASSESSMENT, role, &told]).unwrap();
        assert!(ask("provider").contains("Contradicts"));
        assert!(!ask("").contains("Contradicts"), "both roles are in scope");
    }

    #[test]
    fn a_document_is_told_check_by_check() {
        let file = r#"{"kind":"tls-endpoints","collected_at":"2026-06-01","tool":"x","role":"provider","document":[{"min_version":"TLS1.0"}]}"#;
        let told = told(&everything(), file);
        let ask = |lang, subject| {
            explained(&[lang, "2026-06-30", subject, ASSESSMENT, "", &told]).unwrap()
        };
        let ja = ask("ja", "evidence 0");
        assert!(ja.contains("`[0].min_version`はTLS1.0。>= TLS1.2が必要"), "{ja}");
        let en = ask("en", "evidence 0");
        assert!(en.contains("Switch off the old versions") && en.contains("CC6.7"), "{en}");
        assert!(ask("en", "missing").contains("testssl.sh"));
    }

    #[test]
    fn what_is_no_request_gives_nothing() {
        for bad in [
            &["en"][..],
            &["fr", "2026-06-30", "overall both", ASSESSMENT],
            &["en", "today", "overall both", ASSESSMENT],
            &["en", "2026-06-30", "nothing", ASSESSMENT],
            &["en", "2026-06-30", "evidence 0", ASSESSMENT],
            &["en", "2026-06-30", "overall both", "{}"],
            &["en", "2026-06-30", "overall both", ASSESSMENT, "provider", "zz"],
            &["en", "2026-06-30", "control no-such-control", ASSESSMENT],
        ] {
            assert_eq!(explained(bad), None);
        }
    }
}
