//! The files as they are written, before anything is checked but their shape.

use kumomori_core::text::Lang;
mod check;
mod overlay;

pub(crate) use check::{
    RawCheck, RawEvidenceKind, RawEvidenceShape, RawSeverity, RawThresholdValue, RawThresholds,
};
pub(crate) use overlay::{RawMustHave, RawOverlay, RawOwnThreshold};
use serde::Deserialize;
use serde_saphyr::Spanned;

pub(crate) type Word = Spanned<String>;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawText {
    pub(crate) en: Option<Word>,
    pub(crate) ja: Option<Word>,
}

impl RawText {
    /// The text in one language.
    pub(crate) fn of(&self, lang: Lang) -> Option<&Word> {
        match lang {
            Lang::Ja => self.ja.as_ref(),
            Lang::En => self.en.as_ref(),
        }
    }
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
    pub(crate) examination: RawExamination,
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

#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum RawExamination {
    ManagementSystem,
    Extension,
    Report,
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
    pub(crate) attributes: Option<RawAttributes>,
    #[serde(default)]
    pub(crate) formerly: Vec<Word>,
    pub(crate) confidence: RawConfidence,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct RawAttributes {
    pub(crate) control_type: Vec<Word>,
    pub(crate) properties: Vec<Word>,
    pub(crate) concepts: Vec<Word>,
    pub(crate) capabilities: Vec<Word>,
    pub(crate) security_domains: Vec<Word>,
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
pub(crate) struct RawRoadmap {
    pub(crate) steps: Vec<RawStep>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct RawStep {
    pub(crate) id: Word,
    pub(crate) title: Text,
    pub(crate) aim: Text,
    pub(crate) weeks: [Spanned<u32>; 2],
    pub(crate) recurring: bool,
    pub(crate) deliverables: Vec<Text>,
    pub(crate) cautions: Vec<Text>,
    pub(crate) activities: Vec<Text>,
    pub(crate) controls: Vec<Word>,
    pub(crate) first_due: Vec<Word>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawProfiles {
    pub(crate) profiles: Vec<RawProfile>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct RawProfile {
    pub(crate) id: Word,
    pub(crate) title: Text,
    pub(crate) description: Text,
    pub(crate) subject: RawSubject,
    pub(crate) roles: Vec<RawRole>,
    pub(crate) service_models: Vec<RawServiceModel>,
    pub(crate) uses_ai: bool,
    pub(crate) personal_data: bool,
    pub(crate) data_classes: Vec<RawDataClass>,
    pub(crate) targets: Vec<RawTarget>,
    pub(crate) target_level: Spanned<u32>,
}

#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum RawSubject {
    Organization,
    Service,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum RawDataClass {
    Public,
    Internal,
    Confidential,
    Restricted,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawTarget {
    pub(crate) framework: Word,
    #[serde(default)]
    pub(crate) categories: Vec<Word>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawSelection {
    pub(crate) questions: Vec<RawSelectionQuestion>,
    pub(crate) rules: Vec<RawRule>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawSelectionQuestion {
    pub(crate) id: Word,
    pub(crate) ask: Text,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawRule {
    pub(crate) id: Word,
    pub(crate) when: Vec<Word>,
    pub(crate) unless: Vec<Word>,
    pub(crate) choose: Vec<Word>,
    pub(crate) reason: Text,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawMigration {
    pub(crate) from: Word,
    pub(crate) to: Word,
    pub(crate) rows: Vec<RawMigrationRow>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct RawMigrationRow {
    pub(crate) from: Option<Word>,
    pub(crate) to: Option<Word>,
    pub(crate) relation: Spanned<RawRelation>,
    pub(crate) carry_over: RawCarryOver,
    pub(crate) note: Text,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum RawRelation {
    SameTopic,
    Broader,
    Merged,
    Split,
    New,
    Gone,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum RawCarryOver {
    Keep,
    Review,
    None,
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
    #[serde(default)]
    pub(crate) avoid: RawAvoid,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawAvoid {
    #[serde(default)]
    pub(crate) en: Vec<Word>,
    #[serde(default)]
    pub(crate) ja: Vec<Word>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawForbiddenWords {
    pub(crate) forbidden: Vec<RawForbidden>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawForbidden {
    pub(crate) text: Text,
    pub(crate) reason: Text,
    pub(crate) instead: Text,
}
