//! The main picture: design against operation, domain by domain.

use super::frame::{Frame, LINE, Layout};
use super::legend::legend;
use super::row::rows;
use super::scale::{scale, spans};
use super::{Node, Picture};
use crate::domain::{Line, Order, ordered};
use crate::names::Names;
use crate::number::mean;
use crate::sentence::takeaway;
use crate::table::domain_means;
use crate::words::Words;
use alloc::format;
use alloc::string::String;
use kumomori_core::evaluation::Evaluation;
use kumomori_core::role::View;
use kumomori_core::text::Lang;

const TITLE: Words = Words::new("設計と運用の差", "Design against operation");

/// One row per domain with a control that applies, on a scale from 0 to 5: the mean of design as an
/// open circle, that of assured operation as a filled one, each on a line from low to high, the
/// claimed mean as a dashed ghost, the distance between design and operation shaded, a tick at
/// the target, and the group levels at the end.
pub fn design_against_operation(
    names: &Names<'_>,
    evaluation: &Evaluation<'_>,
    view: View,
    order: Order,
) -> Picture {
    let title = names.words(TITLE);
    let takeaway = takeaway(names, evaluation, view);
    let lines = ordered(evaluation, view, order);
    let [wide, narrow] = [Layout::Wide, Layout::Narrow]
        .map(|it| svg(names, evaluation, &lines, Frame::of(it), (title, &takeaway)));
    Picture { wide, narrow, table: domain_means(names, evaluation, view, order), takeaway }
}

fn svg(
    names: &Names<'_>,
    evaluation: &Evaluation<'_>,
    lines: &[Line<'_>],
    frame: Frame,
    (title, takeaway): (&str, &str),
) -> Node {
    let (legend, below_legend) = legend(names, frame);
    let head = below_legend + LINE;
    let (rows, bottom) = rows(names, lines, frame, head + 6);
    let scale = scale(frame, evaluation.target, head, &spans(frame, &rows, head, bottom));
    let said = (title, description(names, lines, takeaway));
    let titled = frame.root(names, bottom, said).with(legend).with(scale);
    rows.iter().fold(titled, |svg, row| svg.with(row.node(names, frame)))
}

/// The takeaway and then the figures, for those who hear the picture.
fn description(names: &Names<'_>, lines: &[Line<'_>], takeaway: &str) -> String {
    let figures = lines.iter().map(|line| {
        let title = names.domain(line.id);
        let (design, operation) =
            (mean(line.design.mean.confirmed), mean(line.operation.mean.confirmed));
        match names.lang {
            Lang::Ja => format!("{title}: 設計{design}、運用{operation}。"),
            Lang::En => format!(" {title}: design {design}, operation {operation}."),
        }
    });
    format!("{takeaway}{}", figures.collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::to_svg_text;
    use crate::support::World;

    fn chart(lang: Lang) -> Picture {
        let world = World::new();
        let names = world.names(lang);
        design_against_operation(&names, &world.evaluation(), View::Provider, Order::Lag)
    }

    #[test]
    fn it_is_one_image_with_a_title_and_a_description() {
        let svg = to_svg_text(&chart(Lang::Ja).wide);
        let head = "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"km-chart km-chart-wide\" \
                    viewBox=\"0 0 760 150\" role=\"img\" lang=\"ja\" font-size=\"14\">\
                    <title>設計と運用の差</title>\
                    <desc>運用が設計に追いついていないのは「アクセス制御」です。\
                    アクセス制御: 設計3.0、運用2.0。\
                    可用性と処理の正確性: 設計3.0、運用3.0。</desc>";
        assert!(svg.starts_with(head), "{svg}");
    }

    #[test]
    fn titles_are_escaped_and_nothing_is_styled_inline() {
        let Picture { wide, narrow, .. } = chart(Lang::En);
        for picture in [wide, narrow] {
            let svg = to_svg_text(&picture);
            assert!(svg.contains("Availability &amp;"), "{svg}");
            assert!(!svg.contains(" style="), "{svg}");
        }
    }

    #[test]
    fn design_stands_open_and_operation_filled_at_their_means() {
        let svg = to_svg_text(&chart(Lang::En).wide);
        let design = "<circle class=\"km-design\" fill=\"none\" stroke=\"currentColor\" \
                      stroke-width=\"2\" cx=\"446.0\" cy=\"69\" r=\"5\"/>";
        let operation = "<circle class=\"km-operation\" fill=\"currentColor\" \
                         cx=\"376.0\" cy=\"83\" r=\"5\"/>";
        assert!(svg.contains(design), "{svg}");
        assert!(svg.contains(operation), "{svg}");
    }

    #[test]
    fn a_ghost_stands_only_where_more_is_claimed_than_confirmed() {
        let mut world = World::new();
        let ghosts = |world: &World| {
            let names = world.names(Lang::En);
            let evaluation = world.evaluation();
            let view = View::Provider;
            let picture = design_against_operation(&names, &evaluation, view, Order::Library);
            to_svg_text(&picture.wide).matches("km-claimed").count() - 1
        };
        assert_eq!(ghosts(&world), 0);
        world.answer("back-up-data", kumomori_core::role::Role::Provider).evidence.clear();
        assert_eq!(ghosts(&world), 2);
    }

    #[test]
    fn the_table_says_what_the_picture_shows() {
        let table = crate::table::to_text(&chart(Lang::Ja).table, 100);
        let expected = "\
領域ごとのレベルの平均(0から5)。角括弧は取り得る幅
領域                           設計  設計の申告  運用(担保済み)  運用の申告  グループレベル
--------------------  -------------  ----------  --------------  ----------  --------------
アクセス制御          3.0 [3.0-5.0]         3.0   2.0 [2.0-5.0]         2.0    設計3・運用2
可用性と処理の正確性            3.0         3.0             3.0         3.0    設計3・運用3
";
        assert_eq!(table, expected);
    }
}
