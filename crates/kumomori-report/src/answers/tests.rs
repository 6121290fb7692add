use super::{Change, Column, Fault, Taken, Unreadable, answers, preview, take};
use crate::csv;
use crate::document::to_text;
use crate::support::World;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use kumomori_core::assessment::Applicability;
use kumomori_core::ladder::{Ladder, Level};
use kumomori_core::role::Role;
use kumomori_core::text::Lang;

fn sheet(world: &World, lang: Lang) -> String {
    csv::table(&answers(&world.names(lang), &world.assessment, &world.evaluation()))
}

fn taken(world: &World, file: &str) -> Taken {
    take(&world.names(Lang::En), &world.assessment, file.as_bytes()).unwrap()
}

/// The changes as `part: before -> after`.
fn said(changes: &[Change]) -> Vec<String> {
    let said = |it: &Change| format!("{}: {} -> {}", it.column.title().en, it.before, it.after);
    changes.iter().map(said).collect()
}

const HEAD: &str = "Control id,Role,Applies,Design,Operation,Justification,Owner,Due,Note\r\n";

fn row(cells: &str) -> String {
    format!("{HEAD}{cells}\r\n")
}

#[test]
fn what_went_out_comes_back_without_a_change() {
    let mut world = World::new();
    let answer = world.answer("limit-admins", Role::Provider);
    answer.note = Some("=1+1, \"quoted\"\r\nsecond line\t".into());
    answer.owner = Some("'=SUM(1)".into());
    for lang in Lang::ALL {
        let file = sheet(&world, lang);
        for file in [file.clone(), format!("\u{feff}{file}"), file.replace("\r\n", "\n")] {
            let taken = taken(&world, &file);
            assert_eq!((said(&taken.changes), taken.problems), (Vec::new(), Vec::new()), "{file}");
            assert_eq!(taken.assessment, world.assessment);
            assert!(taken.rows > 3);
        }
    }
}

#[test]
fn the_sheet_says_what_was_answered() {
    let file = sheet(&World::new(), Lang::Ja);
    let head = "管理策ID,管理策,役割,適用,設計,運用,適用外の理由の種類,適用外の理由,適用外の判断者,責任者,期限,メモ\r\n";
    assert!(file.starts_with(head), "{file}");
    assert!(file.contains("secure-login,強固な認証,事業者,適用外,"), "{file}");
    assert!(file.contains("back-up-data,データのバックアップ,利用者,,,,,,,,,\r\n"), "{file}");
}

#[test]
fn cells_change_what_they_name_and_nothing_else() {
    let world = World::new();
    let file = row("back-up-data,Customer,,2,５,,A. Sato,2026/9/3,Say \"hi\"");
    let Taken { assessment, changes, problems, .. } = taken(&world, &file);
    assert_eq!(problems, []);
    let expected = [
        "Design:  -> 2",
        "Operation:  -> 5",
        "Owner:  -> A. Sato",
        "Due:  -> 2026-09-03",
        "Note:  -> Say \"hi\"",
    ];
    assert_eq!(said(&changes), expected);
    let answer = assessment.answer(&"back-up-data".parse().unwrap(), Role::Customer).unwrap();
    assert_eq!(answer.design, Ladder::up_to(Level::new(2).unwrap()));
    let others = |it: &kumomori_core::assessment::Assessment| {
        let all = it.answers.iter().filter(|it| it.control.as_str() != "back-up-data");
        all.cloned().collect::<Vec<_>>()
    };
    assert_eq!(others(&assessment), others(&world.assessment));
}

#[test]
fn an_empty_cell_leaves_and_a_dash_takes_away() {
    let mut world = World::new();
    world.answer("limit-admins", Role::Provider).owner = Some("A. Sato".into());
    let left = taken(&world, &row("limit-admins,provider,,,,,,,"));
    assert_eq!(said(&left.changes), Vec::<String>::new());
    let gone = taken(&world, &row("limit-admins,provider,,-,,,-,,"));
    let answer = gone.assessment.answer(&"limit-admins".parse().unwrap(), Role::Provider).unwrap();
    assert_eq!((answer.design, answer.owner.as_deref()), (Ladder::UNKNOWN, None));
}

#[test]
fn rungs_are_letters_where_no_level_says_them() {
    let world = World::new();
    let letters = taken(&world, &row("back-up-data,事業者,,fflup,,,,,"));
    let answer =
        letters.assessment.answer(&"back-up-data".parse().unwrap(), Role::Provider).unwrap();
    let back: String = answer.design.0.iter().map(|it| it.letter()).collect();
    assert_eq!(back, "FFLUP");
    assert!(said(&letters.changes)[0].ends_with("-> FFLUP"), "{:?}", letters.changes);
}

#[test]
fn a_control_is_left_out_with_its_reason() {
    let file = row("back-up-data,Provider,Does not apply,,,Nothing is kept,,,");
    let Taken { assessment, problems, .. } = taken(&World::new(), &file);
    assert_eq!(problems, []);
    let answer = assessment.answer(&"back-up-data".parse().unwrap(), Role::Provider).unwrap();
    let Applicability::NotApplicable(exclusion) = &answer.applicability else { panic!() };
    assert_eq!(exclusion.justification, "Nothing is kept");
}

#[test]
fn what_is_wrong_with_a_cell_has_its_line_and_the_rest_is_taken() {
    let long = "x".repeat(201);
    let cases = [
        ("no-such-control,Customer,,3,,,,,", Column::Control, Fault::NotControl),
        ("back-up-data,Auditor,,3,,,,,", Column::Role, Fault::NotRole),
        ("back-up-data,Customer,,6,,,,,", Column::Design, Fault::NotLevel),
        ("back-up-data,Customer,,FFFF,,,,,", Column::Design, Fault::NotLevel),
        ("back-up-data,Customer,,,,,,2026-02-30,", Column::Due, Fault::NotDate),
        ("back-up-data,Customer,,,,,,soon,", Column::Due, Fault::NotDate),
        ("back-up-data,Customer,maybe,,,,,,", Column::Applies, Fault::NotApplicability),
        ("back-up-data,Customer,,,,because,,,", Column::Justification, Fault::Applies),
        (
            &format!("back-up-data,Customer,,,,,{long},,"),
            Column::Owner,
            Fault::TooLong { limit: 200 },
        ),
    ];
    for (cells, column, fault) in cases {
        let file = format!("{}limit-admins,Customer,,1,,,,,\r\n", row(cells));
        let taken = taken(&World::new(), &file);
        let found: Vec<_> =
            taken.problems.iter().map(|it| (it.line, it.column, it.fault)).collect();
        assert_eq!(found, [(2, column, fault)], "{cells}");
        assert!(
            said(&taken.changes).iter().any(|it| it.starts_with("Design")),
            "the next row: {cells}"
        );
    }
    let twice = row("back-up-data,Customer,,1,,,,,\r\nback-up-data,Customer,,2,,,,,");
    let twice = taken(&World::new(), &twice);
    assert_eq!(said(&twice.changes), ["Design:  -> 1"]);
    assert_eq!((twice.problems[0].line, twice.problems[0].fault), (3, Fault::Twice));
}

#[test]
fn lines_are_counted_through_cells_of_several_lines() {
    let file = row("back-up-data,Customer,,,,,,,\"a\nb\nc\"\r\nback-up-data,Auditor,,,,,,,");
    let problems = taken(&World::new(), &file).problems;
    assert_eq!(problems[0].line, 5);
}

#[test]
fn semicolons_and_tabs_stand_between_cells_too() {
    for between in [";", "\t"] {
        let file = row("back-up-data,Customer,,4,,,,,").replace(',', between);
        assert_eq!(said(&taken(&World::new(), &file).changes), ["Design:  -> 4"]);
    }
}

#[test]
fn a_file_that_is_no_sheet_says_what_to_do() {
    let world = World::new();
    let names = world.names(Lang::En);
    let refused = |file: &[u8]| take(&names, &world.assessment, file).unwrap_err();
    assert_eq!(refused(b"\x8a\xc7\x97\x9d"), Unreadable::NotText);
    assert_eq!(refused(b""), Unreadable::NoColumn(Column::Control));
    assert_eq!(refused(b"{\"format\": 1}"), Unreadable::NoColumn(Column::Control));
    assert_eq!(refused(b"Control id,Design\r\n"), Unreadable::NoColumn(Column::Role));
    let [what, todo] = Unreadable::NotText.said(Lang::Ja);
    assert!(what.contains("UTF-8") && todo.contains("CSV UTF-8"));
}

#[test]
fn the_preview_shows_changes_before_they_are_made() {
    let world = World::new();
    let taken = taken(&world, &row("back-up-data,Customer,,2,9,,,,"));
    let said = to_text(&preview(&world.names(Lang::Ja), &taken), 120);
    assert!(said.contains("1行を読み、変更は1件です。"), "{said}");
    assert!(said.contains("データのバックアップ(利用者)") && said.contains("(なし)"), "{said}");
    assert!(said.contains("読み取れなかったところ") && said.contains('9'), "{said}");
    assert!(!said.contains(&'\u{0}'.to_string()));
}
