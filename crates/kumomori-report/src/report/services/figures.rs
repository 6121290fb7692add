//! The levels of the services with their bounds, and which of them is ahead for sure.

use super::{LETTERS, Line, NOTHING, Part, Side};
use crate::number;
use crate::report::Case;
use crate::sentence::figures_name;
use crate::table::{Cell, targets};
use crate::words::Words;
use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec::Vec;
use kumomori_core::dimension::{Dimension, Reading};
use kumomori_core::figures::GroupKey;

/// The confirmed group levels, overall, by target and by domain.
pub(super) fn figures(sides: &[Side<'_>]) -> Part {
    let keys = keys(sides);
    let lines = keys.iter().flat_map(|key| Dimension::ALL.map(|it| line(sides, key, it)));
    Part {
        title: Words::new("グループレベル", "Group levels"),
        note: Words::new(
            "確認済みのグループレベル(0から5)。角括弧は取り得る幅で、下限がほかのすべての上限に届くものだけを先行とします。",
            "Confirmed group level (0 to 5), the possible range in brackets. A service is ahead only where its low reaches the high of every other.",
        ),
        lines: lines.flatten().collect(),
        heads: [Some(Words::new("観点", "Dimension")), Some(Words::new("先行", "Ahead"))],
    }
}

/// What the services are compared in: everything, the targets of any of them, the domains.
pub(super) fn keys(sides: &[Side<'_>]) -> Vec<GroupKey> {
    let mut keys = Vec::from([GroupKey::Overall]);
    for target in sides.iter().flat_map(|it| targets(it.case.evaluation)) {
        let key = GroupKey::Framework(target.clone());
        if !keys.contains(&key) {
            keys.push(key);
        }
    }
    let domains = sides.first().into_iter().flat_map(|it| &it.case.names.library.domains);
    keys.extend(domains.map(|it| GroupKey::Domain(it.id.clone())));
    keys
}

fn line(sides: &[Side<'_>], key: &GroupKey, dimension: Dimension) -> Option<Line> {
    let first = sides.first()?.case;
    let levels: Vec<Option<Reading>> = sides.iter().map(|it| level(it, key, dimension)).collect();
    levels.iter().any(Option::is_some).then(|| Line {
        item: Cell::start(first.names.group(key)),
        dimension: figures_name(first.names, dimension),
        said: levels
            .iter()
            .map(|it| it.map_or_else(|| NOTHING.to_owned(), number::reading))
            .collect(),
        conclusion: ahead(first, &levels),
    })
}

fn level(side: &Side<'_>, key: &GroupKey, dimension: Dimension) -> Option<Reading> {
    let group = side.case.evaluation.group(key, side.view)?;
    Some(group.dimension(dimension)?.group_level)
}

/// Those whose low reaches the high of every other; nobody can tell where there is none.
fn ahead(case: &Case<'_>, levels: &[Option<Reading>]) -> String {
    let judged: Vec<(usize, &Reading)> =
        levels.iter().enumerate().filter_map(|(idx, it)| Some((idx, it.as_ref()?))).collect();
    if judged.len() < 2 {
        return NOTHING.to_owned();
    }
    let is_ahead = |it: &&(usize, &Reading)| {
        judged.iter().all(|other| other.0 == it.0 || it.1.low >= other.1.high)
    };
    let ahead: Vec<&str> =
        judged.iter().filter(is_ahead).filter_map(|it| LETTERS.get(it.0).copied()).collect();
    match ahead.len() {
        0 => case.word("未定", "Open"),
        n if n == judged.len() => case.word("同じ", "Equal"),
        _ => ahead.join(" = "),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::support::World;
    use kumomori_core::ladder::Level;
    use kumomori_core::text::Lang;

    fn between(low: u8, high: u8) -> Reading {
        let [low, high] = [low, high].map(|it| Level::new(it).unwrap());
        Reading { low, confirmed: low, claimed: low, high, is_contradicted: false }
    }

    #[test]
    fn only_what_reaches_the_high_of_all_others_is_ahead() {
        let world = World::new();
        let (names, evaluation) = (world.names(Lang::En), world.evaluation());
        let case = Case { names: &names, assessment: &world.assessment, evaluation: &evaluation };
        let told = |levels: &[Option<(u8, u8)>]| {
            let levels: Vec<_> =
                levels.iter().map(|it| it.map(|(low, high)| between(low, high))).collect();
            ahead(&case, &levels)
        };
        assert_eq!(told(&[Some((3, 4)), Some((1, 2)), Some((2, 3))]), "A");
        assert_eq!(told(&[Some((3, 4)), Some((1, 2)), Some((2, 4))]), "Open");
        assert_eq!(told(&[Some((2, 2)), Some((2, 2)), Some((1, 2))]), "A = B");
        assert_eq!(told(&[Some((2, 2)), Some((2, 2))]), "Equal");
        assert_eq!(told(&[Some((2, 2)), None]), "-");
        assert_eq!(told(&[None, Some((4, 5)), Some((1, 3))]), "B");
    }
}
