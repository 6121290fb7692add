//! What came of reading the output of another tool, in English: one clause, no full stop.

use super::{found, holds, printed};
use alloc::format;
use alloc::string::String;
use kumomori_core::text::Lang;
use kumomori_import::given::BadGiven;
use kumomori_import::note::Reason;
use kumomori_import::refusal::Refusal;
use kumomori_import::tool::Tool;
use kumomori_wire::diagnostic::Problem;

pub(super) fn reason(reason: &Reason) -> String {
    match reason {
        Reason::Empty => "the file lists nothing, so the document is empty".into(),
        Reason::NotThere { field, value } => {
            format!("`{field}` is left out: `{value}` is not in the file")
        }
        Reason::Unreadable { field: "", found } => format!(
            "an entry is not as the tool prints it and stays in the document without values: `{found}`"
        ),
        Reason::Unreadable { field, found } => {
            format!("`{field}` is left out: the tool does not print `{found}` here")
        }
        Reason::OtherResource { found } => format!("`{found}` is not what is read here and is passed over"),
        Reason::CommandFailed { field, command, code } if code.is_empty() => {
            format!("`{field}` is left out: `{command}` answered nothing")
        }
        Reason::CommandFailed { field, command, code } => {
            format!("`{field}` is left out: `{command}` failed with `{code}`")
        }
        Reason::UnknownRegion { region } => {
            format!("`country` is left out: the country of `{region}` is not known here")
        }
        Reason::SeveralCountries { location } => {
            format!("`country` is left out: `{location}` lies in several countries")
        }
        Reason::NoDefaultEncryption => {
            "`encrypted` and `cipher` are left out: without default encryption, each object may be encrypted or not".into()
        }
        Reason::UnknownCipher { found } => {
            format!("`encrypted` and `cipher` are left out: the encryption `{found}` is not known here")
        }
        Reason::EncryptionByProvider => {
            "`encrypted` and `cipher` are from the provider's documentation, not from the file: all objects are encrypted with AES-256".into()
        }
        Reason::PublicUnclear => {
            "`public` is left out: the file does not decide whether anyone can read the bucket".into()
        }
        Reason::RetentionPartial => {
            "`retention_days` is left out: deletion rules cover some objects or one day only".into()
        }
        Reason::RetentionMinimum => {
            "`retention_days` is left out: a shortest period is set, and nothing deletes after it".into()
        }
        Reason::ProtocolsUnclear { field, protocols } => {
            format!("`{field}` is left out: the scan does not tell whether these are offered: {protocols}")
        }
        Reason::NoProtocol => {
            "`min_version` and `max_version` are left out: no protocol was found".into()
        }
        Reason::CiphersUnclear { findings } => {
            format!("`weak_ciphers` is left out: the scan does not tell about {findings}")
        }
        Reason::CbcNotCounted => {
            "cipher suites with CBC are accepted and not counted in `weak_ciphers`".into()
        }
        Reason::TrustUnclear { findings } => {
            format!("`certificate_trusted` is left out: the scan does not tell about {findings}")
        }
        Reason::ScanProblem { found } => format!("the endpoint could not be scanned: `{found}`"),
        Reason::ScanInterrupted => {
            "the scan was interrupted: endpoints that it did not reach are not in the document".into()
        }
        Reason::GivenUnused { field } => {
            format!("the value given for `{field}` is not used: the file has one for every entry")
        }
    }
}

/// Message and help.
pub(super) fn refusal(tool: Tool, refusal: &Refusal) -> (String, String) {
    let again = || format!("choose {}", printed(tool).en);
    match refusal {
        Refusal::TooLarge { bytes, limit } => (
            format!("the file has {bytes} bytes, allowed are {limit}"),
            "split it, by account or by host".into(),
        ),
        Refusal::Blank => ("the file is empty".into(), again()),
        Refusal::Utf16 => ("the file is text in UTF-16".into(), "write it in UTF-8".into()),
        Refusal::NotUtf8 { at } => (format!("the file is not UTF-8 from byte {at} on"), again()),
        Refusal::NotJson(it) if matches!(it.problem, Problem::UnexpectedEnd { .. }) => {
            let help = "write it again: it ends too early, as when the tool was stopped";
            ("the file is cut off".into(), help.into())
        }
        Refusal::NotJson(_) => ("the file is not JSON".into(), again()),
        Refusal::OtherShape { found: it, seems, .. } => {
            let message = format!("expected {}, found {}", printed(tool).en, found(Lang::En, it));
            let help = seems.map_or_else(
                || "write the file anew with the commands of docs/import.md".into(),
                |it| {
                    format!(
                        "it looks like `{0}`: name that instead of `{1}`",
                        it.word(),
                        tool.word()
                    )
                },
            );
            (message, help)
        }
    }
}

/// Message and help.
pub(super) fn bad_given(bad: &BadGiven) -> (String, String) {
    match bad {
        BadGiven::NoValue { found } => {
            (format!("`{found}` names no value"), "write FIELD=VALUE".into())
        }
        BadGiven::UnknownField { field, known } => {
            (format!("there is no field `{field}`"), format!("use one of {}", known.join(", ")))
        }
        BadGiven::Twice { field } => {
            (format!("`{field}` is given twice"), "give it once, for all entries".into())
        }
        BadGiven::WrongValue { field, holds: it, found } => (
            format!("`{field}` does not hold `{found}`"),
            format!("write {}", holds(Lang::En, *it)),
        ),
    }
}
