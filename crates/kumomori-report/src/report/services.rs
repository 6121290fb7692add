//! Services side by side: what must be there, which risks stay open, the figures with their bounds,
//! how stable the order is, and what is still to be asked.

mod answered;
mod figures;
mod gates;
mod places;

use super::differing::differing;
use super::{Case, Report};
use crate::document::Document;
use crate::sentence;
use crate::summary::scope;
use crate::table::{Cell, Table};
use crate::words::{self, Words};
use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;
use kumomori_core::role::{Role, Roles, View};
use kumomori_core::text::Lang;

/// The word used in files.
const NAME: &str = "services";

/// How many services have room side by side.
pub const MOST_SERVICES: usize = 4;

/// What the services go by where their names would be too long.
const LETTERS: [&str; MOST_SERVICES] = ["A", "B", "C", "D"];

/// One of the services.
struct Side<'a> {
    letter: &'static str,
    case: &'a Case<'a>,
    /// Whose duties are compared.
    view: View,
}

impl Side<'_> {
    /// The letter of the service with its name.
    fn name(&self) -> String {
        let assessment = self.case.assessment;
        let names = [assessment.subject.name.trim(), assessment.title.trim()];
        match names.into_iter().find(|it| !it.is_empty()) {
            Some(name) => format!("{}: {name}", self.letter),
            None => self.letter.to_owned(),
        }
    }
}

/// The services, the duties of the provider in each, or else those that all of them judge.
fn sides<'a>(cases: &'a [Case<'a>]) -> Vec<Side<'a>> {
    let roles = cases.iter().map(|it| it.evaluation.roles).fold(Roles::BOTH, Roles::and);
    let shared = [Role::Provider, Role::Customer].into_iter().find(|it| roles.contains(*it));
    let view = |case: &Case<'_>| {
        shared.map(View::of).or_else(|| case.evaluation.widest_view()).unwrap_or(View::Both)
    };
    let side = |(letter, case)| Side { letter, case, view: view(case) };
    LETTERS.into_iter().zip(cases).map(side).collect()
}

/// One thing in which the services are compared.
struct Line {
    /// What it is.
    item: Cell,
    /// Of which dimension, where that matters.
    dimension: &'static str,
    /// What each service has to say about it.
    said: Vec<String>,
    /// What follows, where something does.
    conclusion: String,
}

/// Lines of one kind.
struct Part {
    title: Words,
    note: Words,
    lines: Vec<Line>,
    /// The head of the column of dimensions and of that of conclusions, where there is one.
    heads: [Option<Words>; 2],
}

/// Sets services side by side, the first being the one that the others are held against; `None`
/// unless there are two to [`MOST_SERVICES`] of them, all over one library.
pub fn services(cases: &[Case<'_>]) -> Option<Report> {
    let case = cases.first().filter(|_| (2..=MOST_SERVICES).contains(&cases.len()))?;
    let sides = &sides(cases)[..];
    let parts = [
        gates::gates(sides),
        gates::risks(sides),
        figures::figures(sides),
        places::places(sides),
        answered::answered(sides),
    ];
    let mut document = Document::default();
    document.heading(1, case.word("サービスの比較", "Services side by side"));
    for side in sides {
        let Case { names, assessment, evaluation } = *side.case;
        document.heading(2, side.name());
        document.facts(scope::facts(names, assessment, evaluation));
    }
    document.heading(2, case.word("比べるときの注意", "Before comparing"));
    document.list(caveats(sides));
    for part in parts.iter().filter(|it| !it.lines.is_empty()) {
        document.heading(2, case.names.words(part.title));
        document.paragraph(case.names.words(part.note));
        document.list(part.sums(sides));
        document.table(part.table(case, sides));
    }
    let as_of = case.evaluation.as_of;
    Some(Report {
        name: NAME,
        document,
        rows: rows(case, sides, &parts),
        events: Vec::new(),
        as_of,
    })
}

impl Part {
    /// The lines as a table of as many columns as they need.
    fn table(&self, case: &Case<'_>, sides: &[Side<'_>]) -> Table {
        let word = |it: Words| case.names.words(it).to_owned();
        let [dimension, conclusion] = self.heads;
        let heads = [word(ITEM)].into_iter().chain(dimension.map(word));
        let services = sides.iter().map(|it| it.letter.to_owned());
        let row = |it: &Line| {
            let mut row = vec![it.item.clone()];
            row.extend(dimension.map(|_| Cell::start(it.dimension)));
            row.extend(it.said.iter().map(Cell::start));
            row.extend(conclusion.map(|_| Cell::start(it.conclusion.as_str())));
            row
        };
        Table {
            caption: String::new(),
            head: heads.chain(services).chain(conclusion.map(word)).collect(),
            rows: self.lines.iter().map(row).collect(),
        }
    }

    /// How many lines of each service say what, where the lines say it in the same words.
    fn sums(&self, sides: &[Side<'_>]) -> Vec<String> {
        if self.heads.iter().any(Option::is_some) {
            return Vec::new();
        }
        let mut kinds: Vec<&str> = Vec::new();
        for said in self.lines.iter().flat_map(|it| &it.said).filter(|it| *it != NOTHING) {
            if !kinds.contains(&said.as_str()) {
                kinds.push(said);
            }
        }
        let sum = |(idx, side): (usize, &Side<'_>)| {
            let count = |kind: &&str| {
                let n =
                    self.lines.iter().filter(|it| it.said.get(idx).is_some_and(|it| it == kind));
                n.count()
            };
            let counts = kinds.iter().map(|it| (it, count(it))).filter(|(_, n)| *n > 0);
            let counts: Vec<String> = counts.map(|(kind, n)| format!("{kind} {n}")).collect();
            format!("{}: {}", side.letter, sentence::list(side.case.names, &counts))
        };
        sides.iter().enumerate().map(sum).collect()
    }
}

/// What makes the services hard to compare.
fn caveats(sides: &[Side<'_>]) -> Vec<String> {
    let Some((Side { case: first, view, .. }, others)) = sides.split_first() else {
        return Vec::new();
    };
    let lang = first.names.lang;
    let whose = first.names.words(words::view(*view));
    let mut said = vec![
        first.word(
            "数値は、それぞれの評価に書かれた回答と証拠によるもので、サービスそのものの優劣ではありません。",
            "The figures rest on the answers and evidence of each assessment; they do not rank the services themselves.",
        ),
        match lang {
            Lang::Ja => format!("比べる責務: {whose}。関門は、Aの目標レベルに照らしています。"),
            Lang::En => format!(
                "Duties that are compared: {}. Gates are held against the target level of A.",
                whose.to_lowercase()
            ),
        },
    ];
    for Side { letter, case: other, .. } in others {
        let differs = differing(first, first.assessment, other.assessment);
        if !differs.is_empty() {
            said.push(match lang {
                Lang::Ja => format!("Aと{letter}では、評価範囲が異なります: {differs}。"),
                Lang::En => format!("The scopes of A and {letter} differ in: {differs}."),
            });
        }
        if first.assessment.subject == other.assessment.subject {
            said.push(match lang {
                Lang::Ja => format!("Aと{letter}は同じ対象の評価です。時間による変化は「比較」で見られます。"),
                Lang::En => format!("A and {letter} are about one subject; for what changed over time, see Comparison."),
            });
        }
    }
    if !first.evaluation.testimonies.is_empty() {
        said.push(
            first.word("証拠文書はAにだけ数えています。", "Evidence documents count for A only."),
        );
    }
    said
}

/// Everything in one table, each part of it by its name.
fn rows(case: &Case<'_>, sides: &[Side<'_>], parts: &[Part]) -> Table {
    let word = |it: Words| case.names.words(it).to_owned();
    let before = [Words::new("種類", "What"), ITEM, Words::new("観点", "Dimension")].map(word);
    let after = [word(Words::new("順序", "Order"))];
    let lines = parts.iter().flat_map(|part| part.lines.iter().map(move |it| (part, it)));
    let row = |(part, line): (&Part, &Line)| {
        let mut row =
            vec![Cell::start(word(part.title)), line.item.clone(), Cell::start(line.dimension)];
        row.extend(line.said.iter().map(Cell::start));
        row.push(Cell::start(line.conclusion.as_str()));
        row
    };
    Table {
        caption: String::new(),
        head: before.into_iter().chain(sides.iter().map(Side::name)).chain(after).collect(),
        rows: lines.map(row).collect(),
    }
}

const ITEM: Words = Words::new("項目", "Item");

/// What stands where a service has no say in something.
const NOTHING: &str = "-";

#[cfg(test)]
mod tests;
