use super::member::applicable;
use super::*;
use crate::document::to_text;
use crate::support::{World, evidence, id, iso, ladder, soc2};
use alloc::format;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;
use kumomori_core::dimension::Dimension;
use kumomori_core::figures::{GroupKey, Mean};
use kumomori_core::ladder::Level;
use kumomori_core::role::{Role, View};

fn explained(world: &World, lang: Lang, about: &Topic) -> String {
    let evaluation = world.evaluation();
    let names = world.names(lang);
    to_text(&topic(&names, &world.assessment, &evaluation, about).unwrap(), 100)
}

/// Worlds in which the attestation makes a difference: with weak evidence, unanswered, and with an
/// exception.
fn worlds() -> Vec<World> {
    let (mut weak, mut unanswered, mut held) = (World::new(), World::new(), World::new());
    weak.answer("limit-admins", Role::Provider).evidence.clear();
    weak.answer("limit-admins", Role::Provider).operation = ladder("FFFFU");
    unanswered.answer("limit-admins", Role::Provider).design = ladder("UUUUU");
    unanswered.answer("limit-admins", Role::Provider).operation = ladder("UUUUU");
    held.answer("limit-admins", Role::Provider).evidence.clear();
    held.assessment.attestations[0].exceptions = vec![id("limit-admins")];
    vec![World::new(), weak, unanswered, held]
}

#[test]
fn the_controls_of_a_figure_add_up_to_its_means() {
    for world in worlds() {
        let evaluation = world.evaluation();
        for group in &evaluation.groups {
            for dimension in Dimension::ALL {
                let Some(figures) = group.dimension(dimension) else { continue };
                let all = evaluation.members(&group.key, group.view);
                let members = applicable(&all, dimension);
                let mean = |level: fn(&member::Member<'_>) -> Level| Mean {
                    sum: members
                        .iter()
                        .map(|it| {
                            u32::from(it.result.control.weight) * u32::from(level(it).number())
                        })
                        .sum(),
                    weight: members.iter().map(|it| u32::from(it.result.control.weight)).sum(),
                };
                let key = &group.key;
                assert_eq!(mean(|it| it.reading.low), figures.mean.low, "{key:?}");
                assert_eq!(mean(|it| it.reading.confirmed), figures.mean.confirmed, "{key:?}");
                assert_eq!(mean(|it| it.reading.claimed), figures.mean.claimed, "{key:?}");
                assert_eq!(mean(|it| it.reading.high), figures.mean.high, "{key:?}");
            }
        }
    }
}

#[test]
fn a_control_is_explained_from_the_answers_to_the_levels() {
    let expected = "\
設計

段  回答  判定基準
--  ----  ---------------
 1  十分  段1が成り立つ。
 2  十分  段2が成り立つ。
 3  十分  段3が成り立つ。
 4  不明  段4が成り立つ。
 5  不明  段5が成り立つ。

- 回答から求めたレベルは3、不明な段がすべて満たされていれば5です(docs/scoring.md 第1節)。
- 証拠「Standard」(2026-05-01): 等級2(docs/scoring.md 第2節)。
- 証拠「Old <list>」(2024-01-01): 等級3、古いため等級を1つ下げる(docs/scoring.md 第2節)。
- 等級2の証拠で確認できるのはレベル4までです(docs/scoring.md 第2節)。
- 第三者評価「a1」が裏づけるため、証拠が弱くてもレベル3まで確認できます(docs/scoring.md 第4節)。
- 以上から、下限3、確認済み3、申告3、上限5です(docs/scoring.md 第5節)。
";
    let text = explained(&World::new(), Lang::Ja, &Topic::Control(id("limit-admins")));
    assert!(text.contains(expected), "{text}");
}

#[test]
fn a_sample_is_explained_with_its_rule() {
    let text = explained(&World::new(), Lang::En, &Topic::Control(id("limit-admins")));
    let expected = "\
- 25 items tested, 0 deviations. With 95 % confidence, at worst about 12 in 100 deviate. At most 5
  in 100 may, so the sample test is not met. Population unknown: the exact binomial bound
  (Clopper-Pearson) decides (docs/scoring.md, section 3).
";
    assert!(text.contains(expected), "{text}");
}

#[test]
fn an_exclusion_is_explained_with_its_reason_and_name() {
    let text = explained(&World::new(), Lang::En, &Topic::Control(id("secure-login")));
    let expected = "\
Does not apply. What it is about does not exist here. Reason: No login exists. Decided by: A. Sato
(docs/scoring.md, section 1)
";
    assert!(text.contains(expected), "{text}");
}

#[test]
fn a_held_exception_names_what_would_lift_it() {
    let [.., held] = worlds().try_into().ok().map(|it: [World; 4]| it).unwrap();
    let text = explained(&held, Lang::En, &Topic::Control(id("limit-admins")));
    let expected = "\
- Attestation \"a1\" notes an exception here, so it is held at level 1 until answered with evidence of
  grade 2 or better (docs/scoring.md, section 4).
";
    assert!(text.contains(expected), "{text}");
}

#[test]
fn a_requirement_names_its_rows_and_what_decides() {
    let about = Topic::Requirement(iso(), id("12.3.1"));
    let text = explained(&World::new(), Lang::En, &about);
    let rows = "\
Control                  Part  Aspect                Design   Operation (assured)  Why it is named
-----------------------  ----  --------------------  -------  -------------------  ---------------
Back up data (customer)  Part  Design and operation  0 [0-5]  0 [0-5]              At its heart
Back up data (provider)  Part  Design and operation  3        3                    At its heart
Secure login (customer)  Part  Design and operation  0 [0-5]  0 [0-5]              At its heart
Secure login (provider)  Part  Design and operation  -        -                    At its heart
";
    assert!(text.contains(rows), "{text}");
    let provider = "\
Provider: Met
-------------

The level that evidence confirms reaches the target. Design and assured operation are each held
against the target 3; the worse counts (docs/scoring.md, section 8).

Design: Met

The lowest of the controls: low 3, confirmed 3, claimed 3, high 3. Decided by Back up data
(provider).
";
    assert!(text.contains(provider), "{text}");
}

#[test]
fn a_requirement_without_its_controls_says_which_are_missing() {
    let text = explained(&World::new(), Lang::Ja, &Topic::Requirement(iso(), id("9.4.1")));
    let missing =
        "- 必要な管理策のうち、まだライブラリにないもの: restrict-access(docs/scoring.md 第8節)。";
    assert!(text.contains(missing), "{text}");
    assert!(text.contains("事業者: 未収録"), "{text}");
}

#[test]
fn a_figure_names_what_keeps_it_from_the_next_level() {
    let about = Topic::Figure(GroupKey::Framework(soc2()), View::Provider);
    let text = explained(&World::new(), Lang::Ja, &about);
    let expected = "\
- グループレベルは2。3に届かない理由: キー管理策が下回っている(管理者の限定(事業者))、達している重み
  が3のうち0で、85%を超えていない(docs/scoring.md 第7節)。
- 平均(重み×レベルの合計÷重みの合計): 6/3 = 2.0000。申告6/3 = 2.0000、下限6/3 = 2.0000、上限15/3 =
  5.0000(docs/scoring.md 第7節)。
";
    assert!(text.contains(expected), "{text}");
}

#[test]
fn a_figure_names_what_was_left_out() {
    let about = Topic::Figure(GroupKey::Domain(id("access")), View::Both);
    let text = explained(&World::new(), Lang::En, &about);
    let expected =
        "- Left out as not applicable: Secure login (provider) (docs/scoring.md, section 7).";
    assert!(text.contains(expected), "{text}");
}

#[test]
fn what_the_evaluation_does_not_have_is_not_explained() {
    let world = World::new();
    let evaluation = world.evaluation();
    let unknown = [
        Topic::Control(id("nothing")),
        Topic::Requirement(iso(), id("1.1")),
        Topic::Figure(GroupKey::Domain(id("nothing")), View::Both),
    ];
    for about in unknown {
        let names = world.names(Lang::En);
        assert_eq!(topic(&names, &world.assessment, &evaluation, &about), None, "{about:?}");
    }
}

#[test]
fn weak_evidence_is_told_from_none() {
    let mut world = World::new();
    let answer = world.answer("back-up-data", Role::Provider);
    answer.evidence = vec![evidence("Says so", 2, None)];
    let text = explained(&world, Lang::En, &Topic::Control(id("back-up-data")));
    let expected = "- Evidence \"Says so\": grade 2, without a date, so it counts as grade 1";
    assert!(text.contains(expected), "{text}");
}

#[test]
fn what_an_answer_relies_on_is_said_with_its_issuer() {
    let mut world = World::new();
    let attestation = world.assessment.attestations[0].clone();
    world.answer("limit-admins", Role::Provider).inherited_from = Some(attestation.id.clone());
    let about = Topic::Control(id("limit-admins"));
    let told = explained(&world, Lang::En, &about);
    let expected = format!(
        "This answer relies on the attestation \"{}\" (issuer: {}).",
        attestation.id, attestation.issuer
    );
    assert_eq!(told.matches(&expected).count(), 1, "{told}");
    assert!(!explained(&World::new(), Lang::En, &about).contains("relies on"));
}
