//! Problems in English: one clause, lower case, no full stop.

use super::nouns::{expected, kind, seems};
use alloc::format;
use alloc::string::String;
use kumomori_wire::diagnostic::Problem;

pub(super) fn message(problem: &Problem) -> String {
    match problem {
        Problem::TooLarge { bytes, limit } => {
            format!("the file has {bytes} bytes; at most {limit} are read")
        }
        Problem::EmptyFile => "the file is empty".into(),
        Problem::NotJson { seems: it } => format!("the file is {}, not JSON", seems(*it).en),
        Problem::ByteOrderMark => "the file starts with a byte order mark".into(),
        Problem::UnexpectedEnd { expected: it } => {
            format!("the file ends where {} should follow", expected(*it).en)
        }
        Problem::UnexpectedCharacter { found, expected: it } => {
            format!("`{found}` stands where {} should", expected(*it).en)
        }
        Problem::UnknownWord { found } => format!("`{found}` is no value of JSON"),
        Problem::TrailingComma => "nothing follows this comma".into(),
        Problem::Comment => "JSON has no comments".into(),
        Problem::TrailingText => "there is more text after the end of the document".into(),
        Problem::MalformedEscape => "this backslash begins no escape of JSON".into(),
        Problem::LoneSurrogate => {
            "this escape is half of a pair and the other half is missing".into()
        }
        Problem::ControlCharacter { code } => {
            format!("a text contains the control character U+{code:04X}")
        }
        Problem::MalformedNumber { found } => format!("`{found}` is not a number of JSON"),
        Problem::TooDeep { limit } => {
            format!("lists and objects stand inside one another more than {limit} deep")
        }
        Problem::TooManyValues { limit } => format!("the file has more than {limit} values"),
        Problem::DuplicateKey { name } => format!("field `{name}` stands twice in one object"),
        Problem::OtherFormat { found, expected } => {
            format!("the format is `{found}`, not `{expected}`")
        }
        Problem::OtherVersion { found, expected } => {
            format!("version `{found}` of the format is not known; `{expected}` is")
        }
        Problem::UnknownField { name, .. } => format!("there is no field `{name}` here"),
        Problem::MissingField { name } => format!("field `{name}` is missing"),
        Problem::WrongType { expected, found } => {
            format!("{} should stand here, not {}", kind(*expected).en, kind(*found).en)
        }
        other => value(other),
    }
}

fn value(problem: &Problem) -> String {
    match problem {
        Problem::UnknownValue { found, .. } => format!("`{found}` is not one of the choices"),
        Problem::OutOfRange { found, min, max } => {
            format!("`{found}` is not between {min} and {max}")
        }
        Problem::NotWhole { found } => format!("`{found}` is not a whole number"),
        Problem::WrongLength { found, min, max } if min == max => {
            format!("the list has {found} items, not {min}")
        }
        Problem::WrongLength { found, min, max } => {
            format!("the list has {found} items, not {min} to {max}")
        }
        Problem::DuplicateItem { item } => format!("`{item}` stands twice in the list"),
        Problem::MalformedDate { found } => format!("`{found}` is not a date"),
        Problem::MalformedId { found } => format!("`{found}` is not an id"),
        Problem::MalformedMoment { found } => format!("`{found}` is not a date and time"),
        Problem::MalformedHash { found } => format!("`{found}` is not a SHA-256"),
        Problem::MalformedDecimal { found } => {
            format!("`{found}` is not a number with four decimals")
        }
        Problem::TextTooLong { found, limit } => {
            format!("the text has {found} characters; at most {limit} fit")
        }
        Problem::LevelAndRungs => "`level` and `rungs` stand together".into(),
        other => meaning(other),
    }
}

fn meaning(problem: &Problem) -> String {
    match problem {
        Problem::UnknownFramework { framework, .. } => {
            format!("the library has no framework `{framework}`")
        }
        Problem::UnknownCategory { category, framework, .. } => {
            format!("`{framework}` has no category `{category}`")
        }
        Problem::DuplicateTarget { framework } => format!("`{framework}` is a target twice"),
        Problem::DuplicateAnswer { control, role } => {
            format!("control `{control}` is answered twice for the {role}")
        }
        Problem::DuplicateAttestation { attestation } => {
            format!("two attestations are called `{attestation}`")
        }
        Problem::UnknownAttestation { attestation, .. } => {
            format!("there is no attestation `{attestation}` in this file")
        }
        Problem::DatesReversed { from, to } => format!("`{from}` is after `{to}`"),
        Problem::DeviationsAboveTested { deviations, tested } => {
            format!("{deviations} deviations are more than the {tested} items tested")
        }
        Problem::TestedAbovePopulation { tested, population } => {
            format!("{tested} items tested are more than the {population} there are")
        }
        Problem::UnchangedWithoutAutomated => {
            "`unchanged_since` stands in a sample that is not automated".into()
        }
        other => warning(other),
    }
}

fn warning(problem: &Problem) -> String {
    match problem {
        Problem::DateInFuture { date, today } => {
            format!("`{date}` is after the day of the evaluation, {today}, so it does not count")
        }
        Problem::UnknownControl { control, .. } => {
            format!("the library has no control `{control}`; the answer is kept and does not count")
        }
        Problem::PlannedControl { control } => {
            format!(
                "control `{control}` is only planned; the answer is kept and does not count yet"
            )
        }
        Problem::UnknownException { control, .. } => {
            format!("the library has no control `{control}`, so the exception has no effect")
        }
        Problem::RoleOutOfScope { control, role } => format!(
            "the answer to `{control}` is for the {role}, which is not in scope; it does not count"
        ),
        Problem::NoDuty { control, role } => {
            format!("control `{control}` asks nothing of the {role}; the answer does not count")
        }
        Problem::Unjustified { control, role } => format!(
            "control `{control}` is not applicable for the {role} without a reason or a name, so it counts as unanswered"
        ),
        Problem::OtherLibrary { saved, current } => format!(
            "the file was saved with library {saved}, this is {current}; figures may differ"
        ),
        Problem::NotOpened => "the first step does not open an assessment".into(),
        Problem::OutOfSequence { found, expected } => {
            format!("step {found} stands where step {expected} should be")
        }
        Problem::BrokenChain { seq } => {
            format!("step {seq} does not follow from the one before it; one of them was changed")
        }
        Problem::MoreProblems { n } => format!("{n} further problems are not listed"),
        other => other.code().into(),
    }
}
