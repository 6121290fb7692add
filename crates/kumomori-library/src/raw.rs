//! The files as they are written, before anything is checked but their shape.

use serde::Deserialize;
use serde_saphyr::Spanned;

pub(crate) type Word = Spanned<String>;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawText {
    pub(crate) en: Option<Word>,
    pub(crate) ja: Option<Word>,
}

pub(crate) type Text = Spanned<RawText>;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawSettings {
    pub(crate) version: Word,
    pub(crate) settings: Vec<RawSetting>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawSetting {
    pub(crate) id: Word,
    pub(crate) value: Vec<u32>,
    #[expect(dead_code, reason = "for the reader of the file; checked to be there")]
    pub(crate) unit: Word,
    pub(crate) reason: Text,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawPlanned {
    pub(crate) planned: Vec<RawPlannedControl>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawPlannedControl {
    pub(crate) id: Word,
    pub(crate) domain: Word,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawDomains {
    pub(crate) domains: Vec<RawTitled>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawTitled {
    pub(crate) id: Word,
    pub(crate) title: Text,
    pub(crate) description: Text,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct RawControl {
    pub(crate) id: Word,
    pub(crate) domain: Word,
    pub(crate) title: Text,
    pub(crate) objective: Text,
    pub(crate) why: Text,
    pub(crate) weight: Spanned<u32>,
    pub(crate) weight_reason: Text,
    pub(crate) frequency: RawFrequency,
    pub(crate) effort: Spanned<u32>,
    pub(crate) depends_on: Vec<Word>,
    pub(crate) calls_for: Option<RawCallsFor>,
    pub(crate) duties: Vec<RawDuty>,
    pub(crate) thresholds: Vec<RawThreshold>,
    pub(crate) criteria: Vec<RawCriterion>,
    pub(crate) sample: Text,
    pub(crate) questions: Vec<RawQuestion>,
    #[expect(dead_code, reason = "every control is active so far; checked to be there")]
    pub(crate) lifecycle: RawLifecycle,
}

#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum RawFrequency {
    Continuous,
    Daily,
    Weekly,
    Monthly,
    Quarterly,
    Annual,
    OnChange,
    PerEvent,
}

#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum RawCallsFor {
    Ai,
    PersonalData,
}

#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum RawLifecycle {
    Active,
}

#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum RawRole {
    Customer,
    Provider,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawDuty {
    pub(crate) role: RawRole,
    pub(crate) text: Text,
    #[serde(default)]
    pub(crate) models: Vec<RawModelDuty>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawModelDuty {
    pub(crate) model: RawServiceModel,
    pub(crate) text: Text,
}

#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum RawServiceModel {
    Iaas,
    Paas,
    Saas,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawQuestion {
    pub(crate) ask: Text,
    pub(crate) good: Text,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawThreshold {
    pub(crate) id: Word,
    pub(crate) value: Word,
    pub(crate) text: Text,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawCriterion {
    pub(crate) id: Word,
    pub(crate) ladder: RawDimension,
    pub(crate) rung: Spanned<u32>,
    pub(crate) text: Text,
    pub(crate) evidence: Text,
}

#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum RawDimension {
    Design,
    Operation,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct RawFramework {
    pub(crate) id: Word,
    pub(crate) edition: Word,
    pub(crate) name: Word,
    pub(crate) title: Text,
    pub(crate) publisher: Word,
    pub(crate) roles: RawAddressing,
    pub(crate) status: Spanned<RawStanding>,
    pub(crate) replaced_by: Option<Word>,
    pub(crate) notice: Text,
    pub(crate) source: Text,
    pub(crate) categories: Vec<RawCategory>,
    pub(crate) groups: Vec<RawGroup>,
}

#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum RawAddressing {
    Each,
    Provider,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum RawStanding {
    InForce,
    Withdrawn,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawCategory {
    pub(crate) id: Word,
    pub(crate) always: bool,
    pub(crate) title: Text,
    pub(crate) description: Text,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawGroup {
    pub(crate) id: Word,
    pub(crate) title: Text,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawRequirements {
    pub(crate) requirements: Vec<RawRequirement>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawRequirement {
    pub(crate) id: Word,
    pub(crate) group: Word,
    pub(crate) category: Option<Word>,
    pub(crate) title: Text,
    pub(crate) asks: Vec<RawDuty>,
    pub(crate) confidence: RawConfidence,
}

#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum RawConfidence {
    Verified,
    SecondHand,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawMappings {
    pub(crate) framework: Word,
    pub(crate) edition: Word,
    pub(crate) mappings: Vec<RawMapping>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawMapping {
    pub(crate) requirement: Word,
    pub(crate) control: Word,
    pub(crate) part: RawPart,
    pub(crate) aspect: RawAspect,
    pub(crate) reason: Text,
}

#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum RawPart {
    Whole,
    Part,
    Related,
}

#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum RawAspect {
    Design,
    Operation,
    Both,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawRisks {
    pub(crate) risks: Vec<RawRisk>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawRisk {
    pub(crate) id: Word,
    pub(crate) kind: RawRiskKind,
    pub(crate) title: Text,
    pub(crate) description: Text,
    pub(crate) controls: Vec<Word>,
}

#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum RawRiskKind {
    Ai,
    Cloud,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawMeasures {
    pub(crate) measures: Vec<RawMeasure>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawMeasure {
    pub(crate) id: Word,
    pub(crate) title: Text,
    pub(crate) ask: Text,
    pub(crate) controls: Vec<Word>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawGuide {
    pub(crate) id: Word,
    pub(crate) title: Text,
    pub(crate) intro: Text,
    pub(crate) columns: Vec<RawGroup>,
    pub(crate) rows: Vec<RawGuideRow>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawGuideRow {
    pub(crate) id: Word,
    pub(crate) title: Text,
    pub(crate) cells: Vec<RawCell>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawCell {
    pub(crate) column: Word,
    pub(crate) text: Text,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawGlossary {
    pub(crate) terms: Vec<RawTerm>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawTerm {
    pub(crate) id: Word,
    pub(crate) term: Text,
    pub(crate) meaning: Text,
}
