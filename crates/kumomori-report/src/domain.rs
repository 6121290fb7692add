//! Domains in an order, each with both of its sets of figures.

use crate::names::Names;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::cmp::Reverse;
use kumomori_core::evaluation::Evaluation;
use kumomori_core::figures::{Figures, GroupKey, GroupResult};
use kumomori_core::id::DomainId;
use kumomori_core::order::sort_by_key;
use kumomori_core::role::View;
use kumomori_core::text::Lang;

/// The order of domains.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Order {
    /// As the library lists them.
    Library,
    /// The domain whose operation lags most behind its design first, then the lowest operation.
    Lag,
}

/// One domain with its figures.
#[derive(Debug)]
pub(crate) struct Line<'a> {
    pub(crate) id: &'a DomainId,
    pub(crate) group: &'a GroupResult,
    pub(crate) design: &'a Figures,
    pub(crate) operation: &'a Figures,
}

/// The domains that have a control that applies.
pub(crate) fn ordered<'a>(
    evaluation: &'a Evaluation<'_>,
    view: View,
    order: Order,
) -> Vec<Line<'a>> {
    let mut lines: Vec<Line<'_>> =
        evaluation.groups.iter().filter(|it| it.view == view).filter_map(line).collect();
    if order == Order::Lag {
        sort_by_key(&mut lines, |it| {
            (Reverse(it.lag()), it.operation.mean.confirmed.ten_thousandths())
        });
    }
    lines
}

fn line(group: &GroupResult) -> Option<Line<'_>> {
    let GroupKey::Domain(id) = &group.key else { return None };
    let (design, operation) = (group.design.as_ref()?, group.operation.as_ref()?);
    Some(Line { id, group, design, operation })
}

impl Line<'_> {
    /// How far the mean of assured operation lies behind that of design, in ten-thousandths of a
    /// level.
    pub(crate) fn lag(&self) -> u32 {
        let (design, operation) = (self.design.mean.confirmed, self.operation.mean.confirmed);
        design.ten_thousandths().saturating_sub(operation.ten_thousandths())
    }

    /// The confirmed group levels of both dimensions, such as "design 2, operation 1".
    pub(crate) fn levels(&self, names: &Names<'_>) -> String {
        let of = |figures: &Figures| figures.group_level.confirmed.number();
        let (design, operation) = (of(self.design), of(self.operation));
        match names.lang {
            Lang::Ja => format!("設計{design}・運用{operation}"),
            Lang::En => format!("design {design}, operation {operation}"),
        }
    }
}
