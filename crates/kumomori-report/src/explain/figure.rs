//! How the five figures of a group came about.

use super::member::{Member, applicable};
use super::rule;
use crate::document::Document;
use crate::names::Names;
use crate::number::{permille, reading};
use crate::sentence::{self, figures_name};
use crate::table::{Cell, Table, Topic};
use crate::words::{self, Sense, Words};
use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec;
use alloc::vec::Vec;
use kumomori_core::dimension::Dimension;
use kumomori_core::evaluation::Evaluation;
use kumomori_core::figures::{Figures, GroupKey, GroupResult};
use kumomori_core::id::ControlId;
use kumomori_core::ladder::Level;
use kumomori_core::lift::{Lift, lift};
use kumomori_core::member::{self, lowest_keys};
use kumomori_core::role::{Role, View};
use kumomori_core::text::Lang;

/// How the figures of a group came about for a view; `None` when the evaluation does not have it.
pub fn figure(
    names: &Names<'_>,
    evaluation: &Evaluation<'_>,
    key: &GroupKey,
    view: View,
) -> Option<Document> {
    let group = evaluation.group(key, view)?;
    let mut document = Document::default();
    let of_view = names.words(words::view(view));
    document.heading(
        1,
        match names.lang {
            Lang::Ja => format!("{}({of_view})", names.group(key)),
            Lang::En => format!("{} ({})", names.group(key), of_view.to_ascii_lowercase()),
        },
    );
    for note in sentence::notes(names, group) {
        document.paragraph(note);
    }
    let all = evaluation.members(key, view);
    document.list(left_out(names, group, &all));
    for dimension in Dimension::ALL {
        let Some(figures) = group.dimension(dimension) else { continue };
        let members = applicable(&all, dimension);
        document.heading(2, figures_name(names, dimension));
        document.table(table(names, &members));
        let floor = lowest_keys(&all, dimension, figures);
        let lift = lift(&all, dimension, figures.group_level.confirmed, evaluation.settings);
        document.list(steps(names, figures, &members, &floor, lift.as_ref()));
    }
    Some(document)
}

/// What does not apply and so counts neither for nor against.
fn left_out(
    names: &Names<'_>,
    group: &GroupResult,
    members: &[member::Member<'_, '_>],
) -> Vec<String> {
    let excluded = members.iter().filter(|it| !it.result.is_applicable());
    let excluded: Vec<_> = excluded.map(|it| it.result.name()).collect();
    let nothing_applies = group.design.is_none() && group.operation.is_none();
    let mut lines = Vec::new();
    if !excluded.is_empty() {
        let controls = sentence::controls(names, &excluded);
        let rule = rule(names, "7");
        lines.push(match names.lang {
            Lang::Ja => format!("適用外として除いた管理策: {controls}{rule}。"),
            Lang::En => format!("Left out as not applicable: {controls}{rule}."),
        });
    }
    if nothing_applies {
        let none = Words::new(
            "適用される管理策がないため、値はありません(0ではありません)。",
            "Nothing applies here, so there is no figure (which is not 0).",
        );
        lines.push(names.words(none).to_owned());
    }
    lines
}

fn table(names: &Names<'_>, members: &[Member<'_>]) -> Table {
    let head = [
        Words::new("管理策", "Control"),
        Words::new("重み", "Weight"),
        words::sense(Sense::Confirmed),
        words::sense(Sense::Claimed),
        Words::new("回答", "Answered"),
        Words::new("十分な証拠", "Strong evidence"),
    ];
    let caption = Words::new(
        "集計に入る管理策。角括弧は取り得る幅",
        "The controls that count; the possible range in brackets",
    );
    Table {
        caption: names.words(caption).to_owned(),
        head: head.iter().map(|it| names.words(*it).to_owned()).collect(),
        rows: members.iter().map(|it| row(names, it)).collect(),
    }
}

fn row(names: &Names<'_>, member: &Member<'_>) -> Vec<Cell> {
    let yes_no = |holds: bool| {
        let word = if holds { Words::new("あり", "Yes") } else { Words::new("なし", "No") };
        Cell::start(names.words(word))
    };
    let result = member.result;
    let name = names.control_of(&result.control.id, result.role);
    vec![
        Cell::start(name).about(Topic::Control(result.control.id.clone())),
        Cell::end(result.control.weight.to_string()),
        Cell::end(reading(member.reading)),
        Cell::end(member.reading.claimed.number().to_string()),
        yes_no(member.part().is_answered),
        yes_no(member.part().strength.is_strong),
    ]
}

fn steps(
    names: &Names<'_>,
    figures: &Figures,
    members: &[Member<'_>],
    lowest: &[(&ControlId, Role)],
    lift: Option<&Lift<'_>>,
) -> Vec<String> {
    let mut steps = vec![group_level(names, figures, members), mean(names, figures)];
    steps.extend(figures.floor.map(|floor| {
        let (level, controls) = (floor.number(), sentence::controls(names, lowest));
        let rule = rule(names, "7");
        match names.lang {
            Lang::Ja => format!("最低値は{level}: {controls}{rule}。"),
            Lang::En => format!("Floor {level}: {controls}{rule}."),
        }
    }));
    steps.push(coverage(names, figures, members));
    steps.push(evidence(names, figures));
    steps.extend(lift.map(|it| lifted(names, it)));
    steps
}

fn group_level(names: &Names<'_>, figures: &Figures, members: &[Member<'_>]) -> String {
    let level = figures.group_level.confirmed;
    let rule = rule(names, "7");
    let Some(next) = level.above() else {
        return match names.lang {
            Lang::Ja => format!("グループレベルは最も高い5です{rule}。"),
            Lang::En => format!("Group level 5, the highest{rule}."),
        };
    };
    let why = obstacles(names, members, next);
    let (level, next) = (level.number(), next.number());
    match names.lang {
        Lang::Ja => format!("グループレベルは{level}。{next}に届かない理由: {why}{rule}。"),
        Lang::En => format!("Group level {level}. What keeps it from {next}: {why}{rule}."),
    }
}

/// What keeps a group from a level: key controls below it, or too little weight at it.
fn obstacles(names: &Names<'_>, members: &[Member<'_>], level: Level) -> String {
    let is_below = |it: &&Member<'_>| it.reading.confirmed < level;
    let keys = members.iter().filter(is_below).filter(|it| it.result.is_key);
    let keys: Vec<_> = keys.map(Member::name).collect();
    let weight = |it: &Member<'_>| u32::from(it.result.control.weight);
    let of: u32 = members.iter().map(weight).sum();
    let part: u32 = members.iter().filter(|it| !is_below(it)).map(weight).sum();
    let limit = names.library.settings.group_share;
    let is_enough = u64::from(part) * 1000 > u64::from(limit) * u64::from(of);
    let limit = permille(limit, names.lang);
    let mut why = Vec::new();
    if !keys.is_empty() {
        let controls = sentence::controls(names, &keys);
        why.push(match names.lang {
            Lang::Ja => format!("キー管理策が下回っている({controls})"),
            Lang::En => format!("key controls below it ({controls})"),
        });
    }
    if !is_enough {
        why.push(match names.lang {
            Lang::Ja => format!("達している重みが{of}のうち{part}で、{limit}を超えていない"),
            Lang::En => format!("only {part} of {of} by weight reach it, not more than {limit}"),
        });
    }
    sentence::list(names, &why)
}

fn mean(names: &Names<'_>, figures: &Figures) -> String {
    let fraction = |it: kumomori_core::figures::Mean| format!("{}/{} = {it}", it.sum, it.weight);
    let means = figures.mean;
    let (confirmed, claimed) = (fraction(means.confirmed), fraction(means.claimed));
    let (low, high) = (fraction(means.low), fraction(means.high));
    let rule = rule(names, "7");
    match names.lang {
        Lang::Ja => format!(
            "平均(重み×レベルの合計÷重みの合計): {confirmed}。申告{claimed}、下限{low}、上限{high}{rule}。"
        ),
        Lang::En => format!(
            "Mean (sum of weight times level over sum of weights): {confirmed}; claimed {claimed}, low {low}, high {high}{rule}."
        ),
    }
}

fn coverage(names: &Names<'_>, figures: &Figures, members: &[Member<'_>]) -> String {
    let answered = sentence::coverage(names, figures.coverage);
    let open = members.iter().filter(|it| !it.part().is_answered);
    let open: Vec<_> = open.map(Member::name).collect();
    let rule = rule(names, "7");
    let controls = sentence::controls(names, &open);
    match (names.lang, open.is_empty()) {
        (Lang::Ja, true) => format!("回答率: {answered}{rule}。"),
        (Lang::Ja, false) => format!("回答率: {answered}。未回答: {controls}{rule}。"),
        (Lang::En, true) => format!("Coverage: {answered}{rule}."),
        (Lang::En, false) => format!("Coverage: {answered}; unanswered: {controls}{rule}."),
    }
}

fn evidence(names: &Names<'_>, figures: &Figures) -> String {
    let (part, of) = (figures.evidence.part, figures.evidence.of);
    let rule = rule(names, "7");
    match names.lang {
        Lang::Ja => {
            format!("証拠の強さ: 重み{of}のうち{part}に、新しい等級3以上の証拠がある{rule}。")
        }
        Lang::En => {
            format!(
                "Evidence strength: {part} of {of} by weight has fresh evidence of grade 3 or better{rule}."
            )
        }
    }
}

fn lifted(names: &Names<'_>, lift: &Lift<'_>) -> String {
    let (to, n) = (lift.to.number(), lift.n_needed);
    let controls = sentence::controls(names, &lift.controls);
    let rule = rule(names, "10");
    let is_cut = n > lift.controls.len();
    match (names.lang, is_cut) {
        (Lang::Ja, false) => format!("レベル{to}に上げるには: {controls}{rule}。"),
        (Lang::Ja, true) => format!("レベル{to}に上げるには全{n}件、まず: {controls}{rule}。"),
        (Lang::En, false) => format!("To reach level {to}, raise: {controls}{rule}."),
        (Lang::En, true) => {
            format!("To reach level {to}, raise {n} in all, beginning with: {controls}{rule}.")
        }
    }
}
