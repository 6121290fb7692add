//! What to do about a problem, in English: the imperative, no full stop.

use super::ticked;
use alloc::format;
use alloc::string::String;
use kumomori_wire::diagnostic::{Problem, Seems};

pub(super) fn help(problem: &Problem) -> Option<String> {
    let help = match problem {
        Problem::NotJson { seems: Seems::Utf16 | Seems::OtherEncoding } => "save it as UTF-8",
        Problem::EmptyFile | Problem::TooLarge { .. } | Problem::NotJson { .. } => {
            "choose the JSON file that \"Save to a file\" wrote"
        }
        Problem::ByteOrderMark => "save it as UTF-8 without a byte order mark",
        Problem::UnexpectedEnd { .. } => "check that the file was copied whole",
        Problem::UnknownWord { .. } => {
            "put a text in double quotes; without them write `true`, `false`, `null` or a number"
        }
        Problem::TrailingComma => "delete the comma",
        Problem::Comment => "delete it, or move it into a `note`",
        Problem::TrailingText => "delete everything after the last `}`",
        Problem::MalformedEscape => "write `\\\\` for a backslash",
        Problem::LoneSurrogate => "write the character itself",
        Problem::ControlCharacter { .. } => "write `\\n` for a line break and `\\t` for a tab",
        Problem::MalformedNumber { .. } => {
            "write digits without leading zeros or signs, such as 25"
        }
        Problem::DuplicateKey { .. } | Problem::DuplicateItem { .. } => "delete one of the two",
        Problem::OtherVersion { .. } => "open it with the program that wrote it, or a newer one",
        Problem::NotWhole { .. } => "write it without a fraction",
        Problem::MalformedDate { .. } => "write year-month-day, such as `2026-06-30`",
        Problem::MalformedId { .. } => "use 1 to 64 letters, digits, `-` or `.`",
        Problem::MalformedMoment { .. } => "write it like `2026-06-30T09:00:00+09:00`",
        Problem::NotOpened => "use the history file as it was saved",
        Problem::OutOfSequence { .. } | Problem::BrokenChain { .. } => {
            "compare with a copy that was kept elsewhere"
        }
        Problem::MalformedHash { .. } => "write 64 digits from `0` to `9` and `a` to `f`",
        Problem::MalformedDecimal { .. } => "write four decimals, such as `3.6000`",
        Problem::TextTooLong { .. } => "shorten it, or keep the rest elsewhere and name the place",
        Problem::LevelAndRungs => "delete one of the two; `level` is short for rungs up to it",
        Problem::DuplicateTarget { .. } => "delete one and put the categories of both together",
        Problem::DuplicateAnswer { .. } => "keep the one that is right and delete the other",
        Problem::DuplicateAttestation { .. } => "give one of them another id",
        Problem::DatesReversed { .. } => "swap the dates or correct one of them",
        Problem::DeviationsAboveTested { .. } => "correct `deviations` or `tested`",
        Problem::TestedAbovePopulation { .. } => {
            "correct `tested` or `population`; write `null` for an unknown population"
        }
        Problem::UnchangedWithoutAutomated => "add `\"automated\": true`, or delete it",
        Problem::DateInFuture { .. } => "correct the date if it is a slip",
        Problem::RoleOutOfScope { .. } => "add the role to `scope.roles` if it is judged",
        Problem::Unjustified { .. } => "fill in `justification` and `by`",
        Problem::MoreProblems { .. } => "mend those above and open the file again",
        other => return with_choices(other),
    };
    Some(help.into())
}

/// Help that names what the author may have meant.
fn with_choices(problem: &Problem) -> Option<String> {
    match problem {
        Problem::UnknownField { nearest, .. } => Some(nearest.as_ref().map_or_else(
            || "delete it, or move it to where it belongs".into(),
            |it| format!("write `{it}` if that is meant, or delete it"),
        )),
        Problem::MissingField { name } => Some(format!("add `\"{name}\": ...`")),
        Problem::OtherFormat { expected, .. } => Some(format!("choose a file of `{expected}`")),
        Problem::UnknownValue { choices, nearest, .. } => {
            let choices = ticked(choices, ", ");
            Some(nearest.as_ref().map_or_else(
                || format!("write one of {choices}"),
                |it| format!("write `{it}` if that is meant; the choices are {choices}"),
            ))
        }
        Problem::OutOfRange { min, max, .. } => Some(format!("write a number from {min} to {max}")),
        Problem::WrongLength { min, max, .. } if min == max => Some(format!("write {min} items")),
        Problem::WrongLength { min, max, .. } => Some(format!("write {min} to {max} items")),
        Problem::UnknownFramework { known, .. } => {
            Some(format!("choose one of {}", ticked(known, ", ")))
        }
        Problem::UnknownCategory { known, .. } if known.is_empty() => {
            Some("delete it: this framework has no categories".into())
        }
        Problem::UnknownCategory { known, .. } => {
            Some(format!("choose one of {}", ticked(known, ", ")))
        }
        Problem::UnknownAttestation { nearest, .. } => Some(nearest.as_ref().map_or_else(
            || "add it to `attestations`, or delete `inherited_from`".into(),
            |it| format!("write `{it}` if that is meant"),
        )),
        Problem::UnknownControl { nearest, .. } | Problem::UnknownException { nearest, .. } => {
            nearest.as_ref().map(|it| format!("write `{it}` if that is meant"))
        }
        _ => None,
    }
}
