//! The order of the means, and whether it hangs on a single weight.

use super::{LETTERS, Line, Part, Side, figures};
use crate::sentence::figures_name;
use crate::table::Cell;
use crate::words::Words;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use kumomori_core::dimension::Dimension;
use kumomori_core::figures::GroupKey;
use kumomori_core::stability::{Stability, stability};

/// The confirmed means of what all services are judged in, and how stable their order is.
pub(super) fn places(sides: &[Side<'_>]) -> Part {
    let keys = figures::keys(sides);
    let lines = keys.iter().flat_map(|key| Dimension::ALL.map(|it| line(sides, key, it)));
    Part {
        title: Words::new("順位とその安定性", "The order and how stable it is"),
        note: Words::new(
            "確認済みの加重平均の順です。百分率は、管理策1件の重みを1だけ増減しても順位が変わらない割合です。",
            "By confirmed weighted means. The percentage is the share of changes of one weight by one that leave the order as it is.",
        ),
        lines: lines.flatten().collect(),
        heads: [
            Some(Words::new("観点", "Dimension")),
            Some(Words::new("順位と安定性", "Order and stability")),
        ],
    }
}

fn line(sides: &[Side<'_>], key: &GroupKey, dimension: Dimension) -> Option<Line> {
    let first = sides.first()?.case;
    let judged: Vec<_> = sides.iter().map(|it| (it.case.evaluation, it.view)).collect();
    let found = stability(&judged, key, dimension)?;
    let said = sides.iter().map(|it| mean(it, key, dimension)).collect::<Option<Vec<_>>>()?;
    Some(Line {
        item: Cell::start(first.names.group(key)),
        dimension: figures_name(first.names, dimension),
        said,
        conclusion: format!("{} ({})", order(&found.places), share(&found)),
    })
}

fn mean(side: &Side<'_>, key: &GroupKey, dimension: Dimension) -> Option<String> {
    let group = side.case.evaluation.group(key, side.view)?;
    Some(group.dimension(dimension)?.mean.confirmed.to_string())
}

/// The letters by place, such as `B > A = C`.
fn order(places: &[usize]) -> String {
    let of_place = |place: usize| {
        let there = LETTERS.iter().zip(places).filter(|(_, it)| **it == place);
        there.map(|(letter, _)| *letter).collect::<Vec<_>>().join(" = ")
    };
    let all = (0..places.len()).map(of_place).filter(|it| !it.is_empty());
    all.collect::<Vec<_>>().join(" > ")
}

/// How many of the changes leave the order, and the share of that, rounded down.
fn share(found: &Stability) -> String {
    let percent = u64::from(found.kept) * 100 / u64::from(found.tried.max(1));
    format!("{percent} %, {}/{}", found.kept, found.tried)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_stand_by_their_place() {
        assert_eq!(order(&[1, 0, 1]), "B > A = C");
        assert_eq!(order(&[0, 0]), "A = B");
        assert_eq!(order(&[2, 1, 0]), "C > B > A");
    }
}
