use super::*;
use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;
use kumomori_core::role::Role;
use kumomori_wire::diagnostic::{Expected, Kind, Problem, Seems};

fn id<T: core::str::FromStr<Err: core::fmt::Debug>>(text: &str) -> T {
    text.parse().unwrap()
}

fn framework() -> kumomori_core::id::FrameworkRef {
    kumomori_core::framework::framework_ref("iso27017", "2015").unwrap()
}

fn day(text: &str) -> kumomori_core::date::Date {
    text.parse().unwrap()
}

fn problems() -> Vec<Problem> {
    let near = || Some("near".to_owned());
    let (control, role) = (|| id("limit-admins"), Role::Customer);
    vec![
        Problem::TooLarge { bytes: 9, limit: 8 },
        Problem::EmptyFile,
        Problem::NotJson { seems: Seems::Pdf },
        Problem::ByteOrderMark,
        Problem::UnexpectedEnd { expected: Expected::Value },
        Problem::UnexpectedCharacter { found: ';', expected: Expected::Colon },
        Problem::UnknownWord { found: "True".into() },
        Problem::TrailingComma,
        Problem::Comment,
        Problem::TrailingText,
        Problem::MalformedEscape,
        Problem::LoneSurrogate,
        Problem::ControlCharacter { code: 10 },
        Problem::MalformedNumber { found: "01".into() },
        Problem::TooDeep { limit: 32 },
        Problem::TooManyValues { limit: 1000 },
        Problem::DuplicateKey { name: "id".into() },
        Problem::OtherFormat { found: "x".into(), expected: "kumomori.assessment/1" },
        Problem::OtherVersion { found: "2".into(), expected: "kumomori.assessment/1" },
        Problem::UnknownField { name: "rols".into(), nearest: near() },
        Problem::MissingField { name: "scope" },
        Problem::WrongType { expected: Kind::List, found: Kind::Text },
        Problem::UnknownValue { found: "x".into(), choices: vec!["a", "b"], nearest: None },
        Problem::OutOfRange { found: "6".into(), min: 0, max: 5 },
        Problem::NotWhole { found: "1.5".into() },
        Problem::WrongLength { found: 4, min: 5, max: 5 },
        Problem::DuplicateItem { item: "saas".into() },
        Problem::MalformedDate { found: "soon".into() },
        Problem::MalformedMoment { found: "noon".into() },
        Problem::MalformedId { found: "a b".into() },
        Problem::MalformedHash { found: "xyz".into() },
        Problem::MalformedDecimal { found: "3.6".into() },
        Problem::TextTooLong { found: 300, limit: 200 },
        Problem::LevelAndRungs,
        Problem::UnknownFramework { framework: framework(), known: vec![framework()] },
        Problem::UnknownCategory { category: "x".into(), framework: framework(), known: vec![] },
        Problem::DuplicateTarget { framework: framework() },
        Problem::DuplicateAnswer { control: control(), role },
        Problem::DuplicateAttestation { attestation: id("a1") },
        Problem::UnknownAttestation { attestation: id("a1"), nearest: None },
        Problem::DatesReversed { from: day("2026-02-01"), to: day("2026-01-01") },
        Problem::DeviationsAboveTested { deviations: 3, tested: 2 },
        Problem::TestedAbovePopulation { tested: 3, population: 2 },
        Problem::UnchangedWithoutAutomated,
        Problem::DateInFuture { date: day("2027-01-01"), today: day("2026-06-30") },
        Problem::UnknownControl { control: control(), nearest: near() },
        Problem::PlannedControl { control: control() },
        Problem::UnknownException { control: control(), nearest: near() },
        Problem::RoleOutOfScope { control: control(), role },
        Problem::NoDuty { control: control(), role },
        Problem::Unjustified { control: control(), role },
        Problem::OtherLibrary { saved: "0.1.0".into(), current: "0.2.0".into() },
        Problem::NotOpened,
        Problem::OutOfSequence { found: 4, expected: 3 },
        Problem::BrokenChain { seq: 3 },
        Problem::MoreProblems { n: 3 },
    ]
}

fn diagnostic(problem: Problem) -> Diagnostic {
    Diagnostic {
        severity: problem.severity(),
        problem,
        path: String::new(),
        place: None,
        related: None,
    }
}

#[test]
fn every_problem_has_words_in_each_language() {
    let mut codes: Vec<&str> = problems().iter().map(Problem::code).collect();
    codes.dedup();
    assert_eq!(codes, Problem::CODES);
    for problem in problems() {
        let it = diagnostic(problem);
        let (ja, en) = (message(Lang::Ja, &it), message(Lang::En, &it));
        assert_ne!(ja, en);
        assert_ne!(en, it.problem.code());
        assert!(en.is_ascii(), "{en}");
        assert!(!ja.is_ascii(), "{ja}");
    }
}

#[test]
fn a_message_is_one_clause_without_a_full_stop() {
    for problem in problems() {
        let it = diagnostic(problem);
        let said = [message(Lang::En, &it), help(Lang::En, &it).unwrap_or_default()];
        for text in said.iter().filter(|it| !it.is_empty()) {
            assert!(!text.ends_with('.') || text.ends_with("...`"), "{text}");
            assert!(!text.contains('\n'), "{text}");
            let first = text.chars().next().unwrap();
            assert!(!first.is_uppercase() || text.starts_with("JSON"), "{text}");
        }
        let ja = [message(Lang::Ja, &it), help(Lang::Ja, &it).unwrap_or_default()];
        assert!(ja.iter().all(|it| !it.ends_with('。') && !it.contains('\n')), "{ja:?}");
    }
}

#[test]
fn help_exists_in_both_languages_or_in_neither() {
    for problem in problems() {
        let it = diagnostic(problem);
        assert_eq!(help(Lang::Ja, &it).is_some(), help(Lang::En, &it).is_some(), "{it:?}");
    }
}

fn place(line: u32, column: u32, excerpt: &str, underline: (u32, u32)) -> Place {
    Place { line, column, span: (0, 0), excerpt: excerpt.into(), underline }
}

#[test]
fn the_underline_stands_under_full_width_letters() {
    let excerpt = "  \"title\": \"評価\", \"rols\": []";
    let it = Diagnostic {
        path: "scope.rols".into(),
        place: Some(place(12, 18, excerpt, (17, 23))),
        ..diagnostic(Problem::UnknownField { name: "rols".into(), nearest: Some("roles".into()) })
    };
    let expected = "\
エラー[unknown-field]: ここに`rols`という項目はない
  a.json:12:18 (scope.rols)
    12 |   \"title\": \"評価\", \"rols\": []
       |                    ^^^^^^
  対処: `roles`のことであれば直し、そうでなければ消す
";
    assert_eq!(to_text(Lang::Ja, "a.json", &it), expected);
}

#[test]
fn the_other_half_of_a_contradiction_is_shown_too() {
    let problem = Problem::DuplicateAnswer { control: id("limit-admins"), role: Role::Provider };
    let it = Diagnostic {
        place: Some(place(10, 1, "{", (0, 1))),
        related: Some(place(4, 1, "{", (0, 1))),
        ..diagnostic(problem)
    };
    let expected = "\
error[duplicate-answer]: control `limit-admins` is answered twice for the provider
  a.json:10:1
    10 | {
       | ^
  a.json:4:1
    4 | {
      | - the first is here
  help: keep the one that is right and delete the other
";
    assert_eq!(to_text(Lang::En, "a.json", &it), expected);
}

#[test]
fn a_problem_of_the_whole_file_names_only_the_file() {
    let it = diagnostic(Problem::EmptyFile);
    let expected = "\
error[empty-file]: the file is empty
  a.json
  help: choose the JSON file that \"Save to a file\" wrote
";
    assert_eq!(to_text(Lang::En, "a.json", &it), expected);
}

#[test]
fn something_missing_at_the_end_of_a_line_is_underlined_beyond_it() {
    let it = Diagnostic {
        place: Some(place(1, 3, "{\"", (2, 3))),
        ..diagnostic(Problem::UnexpectedEnd { expected: Expected::ClosingQuote })
    };
    assert!(to_text(Lang::En, "a.json", &it).contains("    1 | {\"\n      |   ^\n"));
}
