//! The pictures of an example as they are drawn; `UPDATE_EXPECT=1` draws them anew.

use expect_test::expect_file;
use kumomori_core::evaluation::evaluate;
use kumomori_core::framework::framework_ref;
use kumomori_core::role::View;
use kumomori_core::testimony::Hearing;
use kumomori_core::text::Lang;
use kumomori_report::chart::to_svg_text;
use kumomori_report::document::{Block, Document};
use kumomori_report::names::Names;
use kumomori_report::part;
use kumomori_report::report::{Case, Kind, Terms, report};
use kumomori_wire::assessment::read_assessment;

const ASSESSMENT: &[u8] = include_bytes!("../../policies/examples/saas-provider/assessment.json");

/// The first picture of a document, an element a line.
fn drawn(document: &Document) -> String {
    let pictures = document.blocks.iter().filter_map(|it| match it {
        Block::Picture(picture) => Some(to_svg_text(&picture.wide)),
        _ => None,
    });
    pictures.take(1).collect::<String>().replace("><", ">\n<") + "\n"
}

#[test]
fn every_chart_is_drawn_as_before() {
    let library = kumomori_data::library().unwrap();
    let day = "2026-06-30".parse().unwrap();
    let assessment = read_assessment(ASSESSMENT, library, day).unwrap().assessment;
    let evaluation = evaluate(library, &assessment, Hearing::default(), day);
    for lang in Lang::ALL {
        let texts = kumomori_data::texts(lang).unwrap();
        let names = &Names { library, checks: None, texts, lang };
        let case = Case { names, assessment: &assessment, evaluation: &evaluation };
        let soc2 = framework_ref("soc2", "2017").unwrap();
        let charts = [
            ("design-operation", part::standing(names, &evaluation, View::Both)),
            ("heat-map", part::requirements(names, &evaluation, &soc2)),
            ("gantt", report(&case, Kind::Schedule, Terms::from(day)).unwrap().document),
        ];
        for (name, document) in charts {
            let file = format!("snapshots/chart-{name}.{lang}.svg");
            expect_file![file].assert_eq(&drawn(&document));
        }
    }
}
