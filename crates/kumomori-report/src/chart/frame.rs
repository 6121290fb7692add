//! Where things stand in the main picture, in units of its view box.

use super::Node;
use crate::layout::{width, wrapped};
use crate::names::Names;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use kumomori_core::figures::Mean;
use kumomori_core::ladder::Level;

/// The shape of a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Layout {
    /// Titles at the left of their rows.
    Wide,
    /// Titles above their rows.
    Narrow,
}

/// The measures of a layout.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Frame {
    pub(crate) layout: Layout,
    /// Width of the whole.
    pub(crate) width: u32,
    /// Where level 0 stands.
    pub(crate) zero: u32,
    /// Width of one level.
    unit: u32,
    /// Columns of half-width letters that a title may take.
    title_columns: usize,
}

/// Height of a line of text.
pub(crate) const LINE: u32 = 18;

/// Distance of each of the two marks of a row from its middle.
pub(crate) const APART: u32 = 7;

/// Width of a half-width letter of small text, on the safe side.
const SMALL_LETTER: u32 = 7;

/// Room for the sign before a word of the legend.
pub(crate) const SIGN: u32 = 26;

impl Frame {
    pub(crate) fn of(layout: Layout) -> Self {
        match layout {
            Layout::Wide => Self { layout, width: 760, zero: 236, unit: 70, title_columns: 28 },
            Layout::Narrow => Self { layout, width: 360, zero: 20, unit: 64, title_columns: 44 },
        }
    }

    /// The element of a whole picture that ends at `bottom`, with its title and its description.
    pub(super) fn root(
        &self,
        names: &Names<'_>,
        bottom: u32,
        (title, description): (&str, impl Into<String>),
    ) -> Node {
        let class = match self.layout {
            Layout::Wide => "km-chart km-chart-wide",
            Layout::Narrow => "km-chart km-chart-narrow",
        };
        let view_box = format!("0 0 {} {}", self.width, bottom + 8);
        let root = Node::element(
            "svg",
            &[
                ("class", class),
                ("viewBox", &view_box),
                ("role", "img"),
                ("lang", names.lang.tag()),
                ("font-size", "14"),
            ],
        );
        root.with(Node::element("title", &[]).text(title))
            .with(Node::element("desc", &[]).text(description))
    }

    /// Where a mean stands, with one decimal.
    pub(crate) fn x(&self, mean: Mean) -> String {
        tenths(self.x_tenths(mean))
    }

    pub(crate) fn x_tenths(&self, mean: Mean) -> u32 {
        self.zero * 10 + self.unit * mean.ten_thousandths() / 1_000
    }

    /// Where a level stands.
    pub(crate) fn x_of_level(&self, level: Level) -> u32 {
        self.zero + self.unit * u32::from(level.number())
    }

    /// The title of a row in lines that fit.
    pub(crate) fn title_lines(&self, title: &str) -> Vec<String> {
        wrapped(title, self.title_columns)
    }

    /// A title that has the whole width, in lines that fit.
    pub(crate) fn whole_lines(&self, title: &str) -> Vec<String> {
        let columns = usize::try_from((self.width - 16) / SMALL_LETTER).unwrap_or(usize::MAX);
        wrapped(title, columns)
    }

    /// The height of a row with a title of `n` lines.
    pub(crate) fn row_height(&self, n: u32) -> u32 {
        match self.layout {
            Layout::Wide => (n * LINE + 14).max(44),
            Layout::Narrow => (n + 1) * LINE + 42,
        }
    }

    /// Where the middle of the marks stands below the top of a row with a title of `n` lines.
    pub(crate) fn middle(&self, n: u32) -> u32 {
        match self.layout {
            Layout::Wide => self.row_height(n) / 2,
            Layout::Narrow => (n + 1) * LINE + 18,
        }
    }

    /// Words with what each stands for, each beside the sign that `sign` draws of it, and where
    /// they end.
    pub(crate) fn legend<'a, T>(
        &self,
        words: impl IntoIterator<Item = (&'a str, T)>,
        sign: impl Fn(T, (u32, u32)) -> Node,
    ) -> (Node, u32) {
        let (words, what): (Vec<&str>, Vec<T>) = words.into_iter().unzip();
        let places = self.legend_places(&words);
        let mut group = Node::element("g", &[("class", "km-legend"), ("font-size", "12")]);
        for ((word, it), (x, line)) in words.into_iter().zip(what).zip(&places) {
            let y = 12 + line * LINE;
            let (left, base) = ((x + SIGN).to_string(), (y + 4).to_string());
            let place = [("x", left.as_str()), ("y", base.as_str()), ("fill", "currentColor")];
            group = group.with(sign(it, (*x, y)));
            group = group.with(Node::element("text", &place).text(word));
        }
        let last = places.last().map_or(0, |(_, line)| *line);
        (group, 12 + (last + 1) * LINE)
    }

    /// Where each word of the legend begins, with its line; in order.
    fn legend_places(&self, words: &[&str]) -> Vec<(u32, u32)> {
        let mut places = Vec::new();
        let (mut x, mut line) = (8, 0);
        for word in words {
            let takes = SIGN + u32::try_from(width(word)).unwrap_or(0) * SMALL_LETTER + 12;
            if x + takes > self.width && x > 8 {
                (x, line) = (8, line + 1);
            }
            places.push((x, line));
            x += takes;
        }
        places
    }
}

/// A number of tenths with one decimal.
pub(crate) fn tenths(value: u32) -> String {
    format!("{}.{}", value / 10, value % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn means_stand_in_proportion_between_the_levels() {
        let frame = Frame::of(Layout::Wide);
        assert_eq!(frame.x(Mean { sum: 0, weight: 1 }), "236.0");
        assert_eq!(frame.x(Mean { sum: 5, weight: 2 }), "411.0");
        assert_eq!(frame.x_of_level(Level::FIVE), 586);
    }

    #[test]
    fn a_legend_that_is_too_long_takes_another_line() {
        let places = Frame::of(Layout::Narrow).legend_places(&["a word"; 6]);
        assert_eq!(places.first(), Some(&(8, 0)));
        assert!(places.iter().any(|(x, line)| (*x, *line) == (8, 1)));
    }
}
