//! What the marks of the main picture stand for.

use super::Node;
use super::frame::{Frame, tenths};
use super::mark::{Mark, circle, straight};
use crate::names::Names;
use crate::words::{self, Sense, Words};
use kumomori_core::dimension::Dimension;

/// The legend and where it ends.
pub(super) fn legend(names: &Names<'_>, frame: Frame) -> (Node, u32) {
    let words = [
        names.words(words::dimension(Dimension::Design)),
        names.words(words::assured_operation()),
        names.words(words::sense(Sense::Claimed)),
        names.words(Words::new("取り得る幅", "Possible range")),
        names.words(Words::new("目標", "Target")),
    ];
    let signs = [Sign::Design, Sign::Operation, Sign::Claimed, Sign::Range, Sign::Target];
    frame.legend(words.into_iter().zip(signs), |sign, (x, y)| sign.node(x, y))
}

/// A sign of the legend.
#[derive(Clone, Copy)]
enum Sign {
    Design,
    Operation,
    Claimed,
    Range,
    Target,
}

impl Sign {
    fn node(self, x: u32, y: u32) -> Node {
        let middle = tenths((x + 12) * 10);
        match self {
            Self::Design => circle(&middle, y, Mark::Design),
            Self::Operation => circle(&middle, y, Mark::Operation),
            Self::Claimed => circle(&middle, y, Mark::Claimed),
            Self::Range => {
                let (from, to) = (tenths(x * 10 + 20), tenths(x * 10 + 220));
                straight("km-range", (&from, y), (&to, y))
            }
            Self::Target => straight("km-target", (&middle, y - 8), (&middle, y + 8)),
        }
    }
}
