//! Kinds of evidence, thresholds and checks as they are written.

use super::{RawDimension, Text, Word};
use serde::Deserialize;
use serde_saphyr::Spanned;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct RawEvidenceKind {
    pub(crate) id: Word,
    pub(crate) shape: RawEvidenceShape,
    pub(crate) title: Text,
    pub(crate) about: Text,
    pub(crate) from: Text,
    pub(crate) fresh_months: Spanned<u32>,
    pub(crate) fields: Vec<RawField>,
}

#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum RawEvidenceShape {
    List,
    Object,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawField {
    pub(crate) path: Word,
    #[serde(rename = "type")]
    pub(crate) holds: Word,
    #[serde(default)]
    pub(crate) optional: bool,
    #[serde(default)]
    pub(crate) secret: bool,
    #[serde(default)]
    pub(crate) values: Vec<String>,
    pub(crate) text: Text,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawThresholds {
    pub(crate) thresholds: Vec<RawPolicyThreshold>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawPolicyThreshold {
    pub(crate) id: Word,
    #[expect(dead_code, reason = "for the reader of the file; the value tells it")]
    #[serde(rename = "type")]
    pub(crate) holds: Word,
    pub(crate) value: RawThresholdValue,
    pub(crate) text: Text,
}

#[derive(Debug, Deserialize)]
#[serde(untagged)]
pub(crate) enum RawThresholdValue {
    Int(i64),
    Double(f64),
    Text(String),
    Texts(Vec<String>),
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawCheck {
    pub(crate) id: Word,
    pub(crate) kind: Word,
    pub(crate) title: Text,
    pub(crate) severity: RawSeverity,
    pub(crate) when: Option<Word>,
    pub(crate) expect: Word,
    pub(crate) controls: Vec<RawCheckControl>,
    pub(crate) message: Text,
    pub(crate) remedy: Text,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawCheckControl {
    pub(crate) control: Word,
    pub(crate) aspect: RawDimension,
}

#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum RawSeverity {
    Low,
    Medium,
    High,
    Critical,
}
