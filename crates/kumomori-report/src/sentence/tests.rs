use super::*;
use crate::support::{World, evidence, id, ladder};
use crate::words;
use alloc::string::String;
use alloc::vec;
use kumomori_core::assessment::SubjectKind;
use kumomori_core::attestation::AttestationState;
use kumomori_core::dimension::Dimension;
use kumomori_core::evaluation::Warning;
use kumomori_core::evidence::Discount;
use kumomori_core::gap::GapKind;
use kumomori_core::id::FrameworkRef;
use kumomori_core::role::View;

fn both(world: &World, say: impl Fn(&Names<'_>) -> String) -> [String; 2] {
    Lang::ALL.map(|lang| say(&world.names(lang)))
}

#[test]
fn a_warning_says_what_was_left_out_and_why() {
    let world = World::new();
    let (control, role) = (|| id("limit-admins"), Role::Provider);
    let framework: FrameworkRef =
        kumomori_core::framework::framework_ref("iso27001", "2022").unwrap();
    let warnings = [
        Warning::UnknownControl { control: id("new-control") },
        Warning::RoleOutOfScope { control: control(), role },
        Warning::NoDuty { control: control(), role },
        Warning::Unjustified { control: control(), role },
        Warning::Discounted { control: control(), role, idx: 0, because: Discount::Undated },
        Warning::UnknownAttestation { control: control(), role, attestation: id("a9") },
        Warning::UnknownTarget { framework },
    ];
    let expected = [
        [
            "管理策「new-control」はこのライブラリにないため、回答は残したまま集計から除いています。",
            "This library has no control \"new-control\"; the answer is kept and left out of the figures.",
        ],
        [
            "「管理者の限定」の事業者としての回答は、その役割が評価範囲にないため集計から除いています。",
            "The answer to \"Limit administrators\" as provider is left out of the figures: that role is not in scope.",
        ],
        [
            "「管理者の限定」は事業者に何も求めていないため、その回答は集計から除いています。",
            "\"Limit administrators\" asks nothing of the provider, so that answer is left out of the figures.",
        ],
        [
            "「管理者の限定(事業者)」は適用外とされていますが、理由または判断者の名前がないため未回答として扱っています。",
            "\"Limit administrators (provider)\" is marked as not applicable without a reason or a name, so it counts as unanswered.",
        ],
        [
            "「管理者の限定(事業者)」の証拠1は、日付がないため等級1として数えています。",
            "Evidence 1 of \"Limit administrators (provider)\" is without a date, so it counts as grade 1.",
        ],
        [
            "「管理者の限定(事業者)」が拠りどころとする第三者評価「a9」は、このアセスメントにありません。",
            "\"Limit administrators (provider)\" relies on the attestation \"a9\", which this assessment does not have.",
        ],
        [
            "フレームワーク「iso27001:2022」はこのライブラリにないため、判定していません。",
            "This library has no framework \"iso27001:2022\", so it is not judged.",
        ],
    ];
    for (it, expected) in warnings.iter().zip(expected) {
        assert_eq!(both(&world, |names| warning(names, it)), expected);
    }
}

#[test]
fn an_attestation_says_what_it_gives_or_why_nothing() {
    let mut world = World::new();
    let say = |world: &World| {
        let evaluation = world.evaluation();
        let of = |names: &Names<'_>| {
            attestation(names, &evaluation.attestations[0], &world.assessment.attestations[0])
        };
        both(world, of)
    };
    assert_eq!(
        say(&world),
        [
            "SOC 2 Type 2報告書(SOC 2)は、事業者の設計と運用を裏づけます。",
            "The SOC 2 Type 2 report (SOC 2) supports the provider's design and operation.",
        ]
    );
    world.assessment.attestations[0].state = AttestationState::Planned;
    assert_eq!(
        say(&world),
        [
            "SOC 2 Type 2報告書(SOC 2)は、まだ予定の段階であるため、根拠に数えません。",
            "The SOC 2 Type 2 report (SOC 2) gives nothing: it is only planned.",
        ]
    );
}

#[test]
fn the_takeaway_names_the_domains_whose_operation_lags() {
    let mut world = World::new();
    world.answer("limit-admins", Role::Provider).operation = ladder("NNNNN");
    let evaluation = world.evaluation();
    assert_eq!(
        both(&world, |names| takeaway(names, &evaluation, View::Provider)),
        [
            "運用が設計に追いついていないのは「アクセス制御」です。",
            "Operation lags behind design in \"Access\".",
        ]
    );
}

#[test]
fn the_takeaway_of_even_domains_names_those_below_the_target() {
    let world = World::new();
    let evaluation = world.evaluation();
    assert_eq!(
        both(&world, |names| takeaway(names, &evaluation, View::Customer)),
        [
            "まだ回答がないため、設計と運用の差は分かりません。",
            "Nothing is answered yet, so design and operation cannot be compared.",
        ]
    );
    assert_eq!(
        both(&world, |names| takeaway(names, &evaluation, View::Both)),
        [
            "運用は設計と並んでいますが、設計そのものが目標に届いていないのは「アクセス制御」と「可用性と処理の正確性」です。",
            "Operation keeps up with design; design itself is below the target in \"Access\" and \"Availability & processing\".",
        ]
    );
}

fn action(world: &World, control: &str, role: Role, dimension: Dimension) -> [String; 2] {
    let evaluation = world.evaluation();
    let is_it = |it: &&kumomori_core::gap::Gap| {
        it.control.id.as_str() == control && it.role == role && it.dimension == dimension
    };
    let gap = evaluation.gaps.iter().find(is_it).unwrap();
    both(world, |names| gap_action(names, &world.assessment, &evaluation, gap))
}

#[test]
fn a_gap_without_an_answer_asks_for_one() {
    let world = World::new();
    assert_eq!(
        action(&world, "back-up-data", Role::Customer, Dimension::Design),
        [
            "設計に回答する。最初の判定基準: 段1が成り立つ。",
            "Answer design. The first criterion: Rung 1 holds.",
        ]
    );
}

#[test]
fn a_gap_that_falls_short_names_the_next_rung() {
    let world = World::new();
    assert_eq!(
        action(&world, "limit-admins", Role::Provider, Dimension::Operation),
        ["レベル3を満たす: 段3が成り立つ。", "Reach level 3: Rung 3 holds.",]
    );
}

#[test]
fn a_gap_without_proof_names_the_evidence_and_its_grade() {
    let mut world = World::new();
    world.answer("back-up-data", Role::Provider).evidence = vec![evidence("Page", 1, None)];
    assert_eq!(
        action(&world, "back-up-data", Role::Provider, Dimension::Operation),
        [
            "次の証拠をそろえる: 段3の記録(等級3以上: 観察期間にわたる日付のある記録)",
            "Get evidence: Record of rung 3 (grade 3 or better: dated records over the window)",
        ]
    );
}

#[test]
fn choosing_a_service_turns_the_providers_gaps_into_questions() {
    let mut world = World::new();
    world.assessment.subject.kind = SubjectKind::Service;
    assert_eq!(
        action(&world, "limit-admins", Role::Provider, Dimension::Operation),
        [
            "事業者に尋ねる。次のことが言えるか: 段3が成り立つ。(レベル3)",
            "Ask the provider: does this hold? Rung 3 holds. (level 3)",
        ]
    );
    let own = action(&world, "back-up-data", Role::Customer, Dimension::Design);
    assert_eq!(own[1], "Answer design. The first criterion: Rung 1 holds.");
}

#[test]
fn every_gap_of_every_kind_has_something_to_do() {
    let world = World::new();
    let evaluation = world.evaluation();
    assert!(evaluation.gaps.iter().any(|it| it.kind == GapKind::Missing));
    for gap in &evaluation.gaps {
        for text in both(&world, |names| gap_action(names, &world.assessment, &evaluation, gap)) {
            assert!(text.contains(['1', '2', '3']), "{text}");
        }
    }
}

#[test]
fn an_edition_that_the_library_lacks_is_called_after_its_relatives() {
    let world = World::new();
    let names = world.names(Lang::En);
    let next = kumomori_core::framework::framework_ref("iso27017", "2026").unwrap();
    assert_eq!(names.framework(&next), "ISO/IEC 27017:2026");
    let other = kumomori_core::framework::framework_ref("iso27001", "2022").unwrap();
    assert_eq!(names.framework(&other), "iso27001:2022");
}

#[test]
fn long_lists_of_controls_end_with_a_count() {
    let world = World::new();
    let ids: [ControlId; 3] = ["back-up-data", "limit-admins", "secure-login"].map(id);
    let all = ids.each_ref().map(|it| (it, Role::Provider));
    assert_eq!(
        both(&world, |names| first_controls(names, &all, 1)),
        ["データのバックアップ(事業者)ほか2件", "Back up data (provider) and 2 more",]
    );
}

#[test]
fn effort_is_given_in_person_days_of_the_settings() {
    let world = World::new();
    assert_eq!(both(&world, |names| effort(names, 3)), ["約8人日", "about 8 person-days"]);
    assert_eq!(effort(&world.names(Lang::En), 1), "about 1 person-day");
    assert!(words::effort(3).en.starts_with("Medium"));
}
