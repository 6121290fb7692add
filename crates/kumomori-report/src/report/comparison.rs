//! Two assessments side by side: of one subject at two times, or of two subjects.

mod rows;

use super::differing::differing;
use super::sections::{columns, sections};
use super::{Case, Report};
use crate::document::Document;
use crate::number::reading;
use crate::sentence::{self, figures_name};
use crate::table::{Cell, Table, targets};
use crate::words::{self, Words};
use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;
use core::cmp::Ordering;
use kumomori_core::comparison::{Comparison, Turn, ahead};
use kumomori_core::dimension::{Dimension, Reading};
use kumomori_core::evaluation::Evaluation;
use kumomori_core::figures::GroupKey;
use kumomori_core::text::Lang;

/// The word used in files.
const NAME: &str = "comparison";

/// Two assessments over one library.
#[derive(Debug, Clone, Copy)]
pub struct Pair<'a> {
    /// The earlier one, or the first service.
    pub before: Case<'a>,
    /// The earlier one judged on the day of the later.
    pub meanwhile: &'a Evaluation<'a>,
    /// The later one, or the second service.
    pub after: Case<'a>,
}

impl<'a> Pair<'a> {
    /// What differs between the two.
    pub fn compared(&self) -> Comparison<'a, 'a> {
        Comparison::of(self.before.evaluation, self.meanwhile, self.after.evaluation)
    }

    fn word(&self, ja: &'static str, en: &'static str) -> String {
        self.after.word(ja, en)
    }

    fn cases(&self) -> [&Case<'a>; 2] {
        [&self.before, &self.after]
    }
}

/// What is better, worse, changed, new and gone, by requirement and by control, and what it comes
/// from.
pub fn comparison(pair: &Pair<'_>, compared: &Comparison<'_, '_>) -> Report {
    let rows = rows::rows(pair, compared);
    let mut document = Document::default();
    document.heading(1, pair.word("比較", "Comparison"));
    document.facts(facts(pair));
    document.list(caveats(pair));
    let controls: Vec<Turn> = compared.controls.iter().map(|it| it.turn).collect();
    let requirements: Vec<Turn> = compared.requirements.iter().map(|it| it.turn).collect();
    document.list(vec![
        counts(pair, &pair.word("管理策", "Controls"), &controls),
        counts(pair, &pair.word("要求事項", "Requirements"), &requirements),
    ]);
    document.table(figures(pair));
    for (title, table) in sections(&rows) {
        document.heading(2, title);
        document.table(columns(&table, &[1, 2, 3, 4, 5, 6]));
    }
    let as_of = pair.after.evaluation.as_of;
    Report { name: NAME, document, rows, events: Vec::new(), as_of }
}

/// Which files, on which days.
fn facts(pair: &Pair<'_>) -> Vec<(String, String)> {
    let said = |case: &Case<'_>| {
        let (assessment, day) = (case.assessment, case.evaluation.as_of);
        let parts = [assessment.subject.name.trim(), assessment.title.trim()];
        let parts: Vec<&str> = parts.into_iter().filter(|it| !it.is_empty()).collect();
        match case.names.lang {
            Lang::Ja => format!("{}({day}時点)", parts.join(" - ")),
            Lang::En => format!("{} (as of {day})", parts.join(" - ")),
        }
    };
    let [before, after] = pair.cases().map(said);
    let version = pair.after.names.library.version.clone();
    vec![
        (pair.word("比較元", "Before"), before),
        (pair.word("比較先", "After"), after),
        (pair.word("ポリシーの版", "Policies"), version),
    ]
}

/// What makes the two hard to compare.
fn caveats(pair: &Pair<'_>) -> Vec<String> {
    let [before, after] = pair.cases().map(|it| it.assessment);
    let mut said = Vec::new();
    if before.subject != after.subject {
        said.push(pair.word(
            "対象が異なる2つの評価です。違いは時間による変化ではなく、対象の違いを示します。サービスどうしは「サービスの比較」で比べられます。",
            "The two are about different subjects: what differs is between them, not over time. Services side by side is made for that.",
        ));
    }
    if before.library != after.library && before.library.is_some() {
        said.push(pair.word(
            "保存されたときのポリシーが異なるため、両方を今のポリシーで評価し直しています。",
            "They were saved with different policies; both are judged by the present ones.",
        ));
    }
    if !pair.after.evaluation.testimonies.is_empty()
        && pair.before.evaluation.testimonies.is_empty()
    {
        said.push(pair.word(
            "証拠文書は比較先にだけ数えています。",
            "Evidence documents count for the later one only.",
        ));
    }
    let listed = differing(&pair.after, before, after);
    match (pair.after.names.lang, listed.is_empty()) {
        (_, true) => {}
        (Lang::Ja, false) => said.push(format!("評価範囲の違い: {listed}。")),
        (Lang::En, false) => said.push(format!("The scope differs in: {listed}.")),
    }
    said
}

fn counts(pair: &Pair<'_>, name: &str, turns: &[Turn]) -> String {
    let count = |turn: Turn| {
        let n = turns.iter().filter(|it| **it == turn).count();
        let word = pair.after.names.words(words::turn(turn));
        (n > 0).then(|| match pair.after.names.lang {
            Lang::Ja => format!("{word}{n}件"),
            Lang::En => format!("{n} {}", word.to_lowercase()),
        })
    };
    let counts: Vec<String> = Turn::ALL.into_iter().filter_map(count).collect();
    let counts = sentence::list(pair.after.names, &counts);
    match pair.after.names.lang {
        Lang::Ja => format!("{name}: {counts}。"),
        Lang::En => format!("{name}: {counts}."),
    }
}

/// The group levels of everything and of each target that both have.
fn figures(pair: &Pair<'_>) -> Table {
    let names = pair.after.names;
    let keys = targets(pair.after.evaluation).into_iter().cloned().map(GroupKey::Framework);
    let keys = [GroupKey::Overall].into_iter().chain(keys);
    let rows = keys.flat_map(|key| Dimension::ALL.map(|it| figure(pair, &key, it)));
    Table {
        caption: pair.word(
            "確認済みのグループレベル(0から5)。角括弧は取り得る幅",
            "Confirmed group level (0 to 5), the possible range in brackets",
        ),
        head: vec![
            pair.word("区分", "Group"),
            pair.word("次元", "Dimension"),
            pair.word("比較元", "Before"),
            pair.word("比較先", "After"),
            names.words(ORDER).to_owned(),
        ],
        rows: rows.flatten().collect(),
    }
}

const ORDER: Words = Words::new("どちらが上か", "Which is ahead");

fn figure(pair: &Pair<'_>, key: &GroupKey, dimension: Dimension) -> Option<Vec<Cell>> {
    let names = pair.after.names;
    let [before, after] = pair.cases().map(|case| {
        let group = case.evaluation.group(key, case.evaluation.widest_view()?)?;
        Some(group.dimension(dimension)?.group_level)
    });
    let (before, after) = (before?, after?);
    Some(vec![
        Cell::start(names.group(key)),
        Cell::start(figures_name(names, dimension)),
        Cell::end(reading(before)),
        Cell::end(reading(after)),
        Cell::start(order(pair, before, after)),
    ])
}

/// The one whose low reaches the other's high is ahead; otherwise nobody can tell.
fn order(pair: &Pair<'_>, before: Reading, after: Reading) -> String {
    match ahead(before, after) {
        Some(Ordering::Greater) => pair.word("比較先", "After"),
        Some(Ordering::Less) => pair.word("比較元", "Before"),
        Some(Ordering::Equal) => pair.word("同じ", "Equal"),
        None => pair.word("未定", "Open"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::to_text;
    use crate::support::World;
    use kumomori_core::role::Role;

    fn compared(before: &World, after: &World, lang: Lang) -> String {
        let names = after.names(lang);
        let (was, meanwhile, is) = (before.evaluation(), before.evaluation(), after.evaluation());
        let pair = Pair {
            before: Case { names: &names, assessment: &before.assessment, evaluation: &was },
            meanwhile: &meanwhile,
            after: Case { names: &names, assessment: &after.assessment, evaluation: &is },
        };
        to_text(&comparison(&pair, &pair.compared()).document, 160)
    }

    #[test]
    fn nothing_differs_between_an_assessment_and_itself() {
        let world = World::new();
        let text = compared(&world, &world, Lang::En);
        assert!(text.contains("- Controls: 6 the same."), "{text}");
        assert!(!text.contains("Answers, evidence, scope"), "{text}");
    }

    #[test]
    fn an_answer_that_is_gone_makes_things_worse_and_back_again_better() {
        let (full, mut less) = (World::new(), World::new());
        less.assessment
            .answers
            .retain(|it| !(it.control.as_str() == "back-up-data" && it.role == Role::Provider));
        let worse = compared(&full, &less, Lang::En);
        assert!(worse.contains("\nWorse "), "{worse}");
        assert!(!worse.contains("\nBetter "), "{worse}");
        assert!(worse.contains("Answers, evidence, scope"), "{worse}");
        let better = compared(&less, &full, Lang::Ja);
        assert!(better.contains("\n改善 "), "{better}");
        assert!(!better.contains("\n悪化 "), "{better}");
    }
}
