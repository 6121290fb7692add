use super::*;
use crate::document::{Block, to_text};
use crate::support::{World, evidence};
use crate::words;
use alloc::string::String;
use alloc::vec;

fn text(world: &World, lang: Lang) -> String {
    let evaluation = world.evaluation();
    let names = world.names(lang);
    to_text(&evaluation_document(&names, &world.assessment, &evaluation), 100)
}

#[test]
fn it_begins_with_what_was_judged() {
    let expected = "\
Example & more
==============

評価日        2026-06-30
対象          組織「Example Inc.」
役割          利用者、事業者
基準          ISO/IEC 27017:2015、SOC 2(セキュリティ)
目標レベル    3(定着)
観察期間      2025-07-01から2026-06-30まで
サービス形態  SaaS(ソフトウェア)
データの区分  秘(関係者限り)
その他        AIを使う

集計から除いたもの
------------------

- 「管理者の限定(事業者)」の証拠2は、古いため等級を1つ下げて数えています。
";
    let text = text(&World::new(), Lang::Ja);
    assert!(text.starts_with(expected), "{text}");
}

#[test]
fn the_overall_figures_are_said_in_words() {
    let expected = "\
Overall
-------

Operation keeps up with design; design itself is below the target in \"Access\" and \"Availability &
processing\".

Provisional: less than 80 % is answered, so the rest can still turn the picture.

Design

- Group level 0 (none); claimed 0, possible from 0 to 3.
- Mean 1.4 [1.4-4.6], claimed 1.4.
- Lowest key control at level 0: Limit administrators (customer).
- Coverage: 45 % answered (5 of 11 by weight).
- Evidence strength: 18 % of the weight has strong fresh evidence.

Operation (assured)
";
    let text = text(&World::new(), Lang::En);
    assert!(text.contains(expected), "{text}");
}

#[test]
fn a_framework_says_that_it_was_withdrawn_and_counts_what_is_not_covered() {
    let expected = "\
ISO/IEC 27017:2015
------------------

この版は廃止され、ISO/IEC 27017:2026に置き換えられています。

この規格はISO/IEC 27001のマネジメントシステムを土台とします。ISO/IEC 27001が目標に含まれていないた
め、以下は暫定です。

評価範囲の要求事項は3件: 不明2件、未収録1件。

番号    要求事項            利用者  事業者  両方  決め手・未収録の管理策
------  ------------------  ------  ------  ----  ------------------------------------------------
9.2.3   特権の管理          不明    不明    不明  管理者の限定(利用者)
12.3.1  情報のバックアップ  不明    達成    不明  データのバックアップ(利用者)、強固な認証(利用者)

";
    let text = text(&World::new(), Lang::Ja);
    assert!(text.contains(expected), "{text}");
}

#[test]
fn published_measures_lead_to_the_requirements_of_every_target() {
    let expected = "\
Published measures and the requirements they answer
---------------------------------------------------

Published measure          Controls              ISO/IEC 27017:2015         SOC 2
-------------------------  --------------------  -------------------------  ------------------------
M6 Administrators are      Limit administrators  9.2.3 (whole: unknown),    Security: CC6.1 (part:
limited                                          9.4.1 (related)            unknown)

";
    let text = text(&World::new(), Lang::En);
    assert!(text.contains(expected), "{text}");
}

#[test]
fn ai_risks_are_left_out_where_no_ai_is_used() {
    let mut world = World::new();
    assert!(text(&world, Lang::En).contains("Risks of using AI"));
    world.assessment.scope.uses_ai = false;
    assert!(!text(&world, Lang::En).contains("Risks of using AI"));
}

#[test]
fn no_line_is_wider_than_asked() {
    let world = World::new();
    for lang in Lang::ALL {
        let widest = text(&world, lang).lines().map(crate::layout::width).max();
        assert!(widest <= Some(100), "{widest:?}");
    }
}

#[test]
fn every_table_has_as_many_cells_as_heads() {
    let world = World::new();
    let evaluation = world.evaluation();
    let document = evaluation_document(&world.names(Lang::Ja), &world.assessment, &evaluation);
    for block in document.blocks {
        if let Block::Table(table) = block {
            assert!(table.rows.iter().all(|row| row.len() == table.head.len()), "{table:?}");
        }
    }
}

#[test]
fn nothing_in_it_is_a_verdict_on_conformity() {
    let mut world = World::new();
    for control in ["back-up-data", "limit-admins"] {
        let answer = world.answer(control, kumomori_core::role::Role::Provider);
        (answer.design, answer.operation) =
            (crate::support::ladder("FFFFF"), crate::support::ladder("FFFFF"));
        answer.evidence = vec![evidence("Audit", 4, Some("2026-06-01"))];
    }
    let (ja, en) = (text(&world, Lang::Ja), text(&world, Lang::En).to_ascii_lowercase());
    assert!(ja.contains(words::status(kumomori_core::dimension::Status::Met).ja));
    for verdict in ["準拠しています", "認証取得", "合格"] {
        assert!(!ja.contains(verdict), "{verdict}");
    }
    for verdict in ["compliant", "certified", "passed"] {
        assert!(!en.contains(verdict), "{verdict}");
    }
}

#[test]
fn an_assessment_without_roles_or_targets_is_still_a_document() {
    let mut world = World::new();
    world.assessment.scope.roles = kumomori_core::role::Roles::NONE;
    world.assessment.scope.targets.clear();
    world.assessment.title = " ".into();
    let text = text(&world, Lang::En);
    assert!(text.starts_with("Result of the assessment\n"), "{text}");
    assert!(text.contains("Nothing is below the target."), "{text}");
}
