//! Settings of an admission policy.

use crate::diagnosis::Diagnosis;
use crate::policy;
use crate::reader::{Reader, language};
use alloc::string::{String, ToString};
use alloc::vec;
use alloc::vec::Vec;
use kumomori_check::document::{Piece, members};
use kumomori_check::evaluate::Verdict;
use kumomori_check::program::Policy;
use kumomori_core::checks::asking::Answered;
use kumomori_core::checks::{Checks, Severity};
use kumomori_core::text::Lang;

/// The kind whose checks are asked.
const KIND: &str = "kubernetes-workload";
const FIELDS: [&str; 4] = ["fail_on", "on_insufficient", "thresholds", "lang"];
const ON_INSUFFICIENT: [&str; 2] = ["deny", "allow"];

/// What refuses an object, and with which thresholds it is asked.
#[derive(Debug)]
pub(super) struct Settings {
    pub(super) lang: Lang,
    pub(super) checks: Checks,
    pub(super) policy: Policy,
    /// The least severity that refuses.
    fail_on: Severity,
    /// Whether a check that cannot be answered refuses.
    is_strict: bool,
}

impl Settings {
    /// Reads settings; nothing at all and `null` are the defaults.
    ///
    /// # Errors
    ///
    /// Everything that is wrong with them, a line each.
    pub(super) fn read(given: &[u8]) -> Result<Self, Vec<String>> {
        let given = given.strip_suffix(b"\0").unwrap_or(given);
        let is_none = matches!(given.trim_ascii(), b"" | b"null");
        let given = if is_none { b"{}" } else { given };
        let checks = crate::read_checks(Some(&[KIND]))
            .ok_or_else(|| vec![Diagnosis::damaged(Lang::En).to_string()])?;
        let fields = members(given)
            .map_err(|it| vec![Diagnosis::broken(Lang::En, given, ("", 0), it).to_string()])?;
        let lang = language(&fields);
        let mut reader = Reader::new(given, lang);
        let policy = checks.policy();
        let mut settings = Self { lang, checks, policy, fail_on: Severity::High, is_strict: true };
        for field in &fields {
            settings.take(field, &mut reader);
        }
        reader.done(settings).map_err(|it| it.iter().map(ToString::to_string).collect())
    }

    fn take(&mut self, field: &Piece<'_>, reader: &mut Reader<'_>) {
        match field.name.as_str() {
            "fail_on" => {
                let word = reader.one_of(field, &Severity::ALL.map(Severity::word));
                let found = Severity::ALL.into_iter().find(|it| Some(it.word()) == word);
                self.fail_on = found.unwrap_or(self.fail_on);
            }
            "on_insufficient" => {
                self.is_strict = reader.one_of(field, &ON_INSUFFICIENT) != Some("allow");
            }
            "thresholds" => policy::take(field, &mut self.policy, reader),
            "lang" => {
                reader.one_of(field, &Lang::ALL.map(Lang::tag));
            }
            _ => reader.unknown(field, &FIELDS),
        }
    }

    /// Whether an answer refuses the object.
    pub(super) fn is_against(&self, answer: &Answered<'_>) -> bool {
        let is_against = match answer.outcome.verdict {
            Verdict::Contradicts => true,
            Verdict::Insufficient => self.is_strict,
            _ => false,
        };
        is_against && answer.check.severity >= self.fail_on
    }
}
