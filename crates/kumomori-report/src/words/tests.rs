use super::*;
use crate::check;
use alloc::vec;
use alloc::vec::Vec;
use kumomori_check::document::Expected;
use kumomori_core::assessment::{DataClass, ExclusionReason, ServiceModel, SubjectKind};
use kumomori_core::attestation::{AttestationKind, AttestationState, Refusal};
use kumomori_core::checks::Severity;
use kumomori_core::control::{CallsFor, Frequency};
use kumomori_core::control_result::{Applies, Flag};
use kumomori_core::dimension::{Aspects, Dimension, Status};
use kumomori_core::evidence::Discount;
use kumomori_core::framework::{Confidence, Part};
use kumomori_core::gap::GapKind;
use kumomori_core::ladder::{Level, Rung};
use kumomori_core::requirement::RequirementStatus;
use kumomori_core::risk::{RiskKind, RiskStatus};
use kumomori_core::role::{Role, View};
use kumomori_core::sample::SampleRule;
use kumomori_core::testimony::{LeftOut, Verdict};

fn requirement_statuses() -> Vec<RequirementStatus> {
    let judged = Status::ALL.map(RequirementStatus::Judged);
    [RequirementStatus::NotCovered, RequirementStatus::NotApplicable]
        .into_iter()
        .chain(judged)
        .collect()
}

fn all_words() -> Vec<Vec<Words>> {
    let aspects_of = |(design, operation)| aspects(Aspects { design, operation });
    vec![
        Role::ALL.map(role).to_vec(),
        Role::ALL.map(role_meaning).to_vec(),
        [View::Customer, View::Provider, View::Both].map(view).to_vec(),
        [SubjectKind::Organization, SubjectKind::Service].map(subject_kind).to_vec(),
        ServiceModel::ALL.map(service_model).to_vec(),
        DataClass::ALL.map(data_class).to_vec(),
        [CallsFor::Ai, CallsFor::PersonalData, CallsFor::Always].map(calls_for).to_vec(),
        ExclusionReason::ALL.map(exclusion_reason).to_vec(),
        Dimension::ALL.map(dimension).to_vec(),
        Dimension::ALL.map(dimension_question).to_vec(),
        ['F', 'L', 'P', 'N', 'U'].map(|it| rung(Rung::from_letter(it).unwrap())).to_vec(),
        Level::all().map(level).collect(),
        Level::all().map(level_name).collect(),
        Level::all().map(|it| rung_words(Dimension::Design, it)).collect(),
        Level::all().map(|it| rung_words(Dimension::Operation, it)).collect(),
        requirement_statuses().into_iter().map(requirement_status).collect(),
        requirement_statuses().into_iter().map(requirement_status_meaning).collect(),
        RiskStatus::ALL.map(risk_status).to_vec(),
        RiskStatus::ALL.map(risk_status_meaning).to_vec(),
        RiskKind::ALL.map(risk_kind).to_vec(),
        [GapKind::Contradicted, GapKind::Missing, GapKind::Unproven, GapKind::Unanswered]
            .map(gap_kind)
            .to_vec(),
        [Confidence::Verified, Confidence::SecondHand].map(confidence).to_vec(),
        [1, 2, 3].map(weight).to_vec(),
        [1, 2, 3, 4, 5].map(effort).to_vec(),
        Frequency::ALL.map(frequency).to_vec(),
        [Applies::Yes, Applies::Unjustified, Applies::No].map(applies).to_vec(),
        [Flag::DesignAhead, Flag::OperationAhead].map(flag).to_vec(),
        [Part::Whole, Part::Part, Part::Related].map(part).to_vec(),
        [0, 1, 2, 3, 4].map(evidence_grade).to_vec(),
        [(true, true), (true, false), (false, true)].map(aspects_of).to_vec(),
        [Discount::InFuture, Discount::Undated, Discount::Stale].map(discount).to_vec(),
        [LeftOut::InFuture, LeftOut::NoRole, LeftOut::RoleOutOfScope, LeftOut::Superseded]
            .map(left_out)
            .to_vec(),
        Expected::ALL.map(check::expected).to_vec(),
        Verdict::ALL.map(check::verdict).to_vec(),
        Severity::ALL.map(check::severity).to_vec(),
        AttestationKind::ALL.map(attestation_kind).to_vec(),
        AttestationState::ALL.map(attestation_state).to_vec(),
        [Refusal::Planned, Refusal::Expired, Refusal::OtherService, Refusal::OutOfDate]
            .map(refusal)
            .to_vec(),
        [SampleRule::Binomial, SampleRule::Hypergeometric, SampleRule::All, SampleRule::Automated]
            .map(sample_rule)
            .to_vec(),
        Figure::ALL.map(figure).to_vec(),
        Figure::ALL.map(figure_meaning).to_vec(),
        Sense::ALL.map(sense).to_vec(),
        Sense::ALL.map(sense_meaning).to_vec(),
        vec![is_key(), assured_operation(), provisional(), thin()],
    ]
}

#[test]
fn every_value_has_a_word_in_each_language() {
    for words in all_words().into_iter().flatten() {
        assert!(!words.ja.trim().is_empty() && !words.en.trim().is_empty(), "{words:?}");
        assert_ne!(words.ja, words.en);
        assert!(words.en.is_ascii(), "{}", words.en);
    }
}

#[test]
fn values_of_one_kind_have_different_words() {
    for kind in all_words() {
        for lang in Lang::ALL {
            let mut seen: Vec<&str> = kind.iter().map(|it| it.of(lang)).collect();
            seen.sort_unstable();
            let n = seen.len();
            seen.dedup();
            assert_eq!(seen.len(), n, "{kind:?}");
        }
    }
}

#[test]
fn japanese_uses_its_own_punctuation_and_half_width_figures() {
    for words in all_words().into_iter().flatten() {
        let foreign = ['，', '．', '（', '）', '０', '１', ',', ' '];
        let text =
            words.ja.replace("SOC 2", "SOC2").replace("Type ", "Type").replace("C2 T", "C2T");
        assert!(!text.contains(foreign), "{text}");
    }
}

#[test]
fn no_word_is_a_verdict_on_conformity() {
    for words in all_words().into_iter().flatten() {
        let en = words.en.to_ascii_lowercase();
        assert!(!["compliant", "certified", "passed"].iter().any(|it| en.contains(it)), "{en}");
        assert!(!["準拠して", "認証取得", "合格"].iter().any(|it| words.ja.contains(it)));
    }
}
