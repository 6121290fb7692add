//! The word of each value that a reader sees, in both languages.

use kumomori_core::text::Lang;

mod attestation;
mod attribute;
mod control;
mod evidence;
mod figure;
mod ladder;
mod readiness;
mod scope;
mod status;

pub use attestation::{attestation_kind, attestation_state, refusal};
pub use attribute::{attribute, attribute_kind, relation};
pub use control::{applies, effort, flag, frequency, is_key, part, weight};
pub use evidence::{aspects, discount, evidence_grade, left_out, sample_rule};
pub use figure::{
    Figure, Sense, assured_operation, figure, figure_meaning, provisional, sense, sense_meaning,
    thin,
};
pub use ladder::{dimension, dimension_question, level, level_name, rung, rung_words};
pub use readiness::{
    examined_meaning, finding, finding_meaning, outlook, outlook_meaning, report_type,
};
pub use scope::{
    calls_for, data_class, exclusion_reason, field, role, role_meaning, service_model,
    subject_kind, view,
};
pub use status::{
    confidence, gap_kind, requirement_status, requirement_status_meaning, risk_kind, risk_status,
    risk_status_meaning, status, turn,
};

/// One text in both languages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Words {
    /// In Japanese.
    pub ja: &'static str,
    /// In English.
    pub en: &'static str,
}

impl Words {
    /// The pair of a Japanese and an English text.
    pub const fn new(ja: &'static str, en: &'static str) -> Self {
        Self { ja, en }
    }

    /// The text in one language.
    pub const fn of(self, lang: Lang) -> &'static str {
        match lang {
            Lang::Ja => self.ja,
            Lang::En => self.en,
        }
    }
}

#[cfg(test)]
mod tests;
