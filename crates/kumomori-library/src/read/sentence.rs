//! Sentences that too many controls share.

use super::reader::Reader;
use crate::problem::{Fault, Problem};
use crate::raw::{RawControl, Text, Word};
use crate::source::{Source, Span};
use crate::syntax;
use std::collections::BTreeMap;

/// In how many controls the same line may stand when it is no criterion.
const SHARED: usize = 2;

/// A line of a control.
#[derive(Debug, Clone, Copy)]
struct Line<'a> {
    source: &'a Source,
    word: &'a Word,
    idx: usize,
    text: &'a str,
    is_criterion: bool,
}

impl Line<'_> {
    fn place(&self) -> Span {
        let start = self.text.len() - self.text.trim_start().len();
        let end = start + self.text.trim().len();
        syntax::within(self.source, self.word, self.idx, start..end)
    }
}

/// Names lines that stand in more than two controls, and criteria that stand twice, in either
/// language.
pub(super) fn find_repeated(reader: &mut Reader<'_>, controls: &[(&Source, RawControl)]) {
    let mut seen: BTreeMap<&str, Vec<Line<'_>>> = BTreeMap::new();
    for (source, raw) in controls {
        for line in lines(source, raw) {
            let earlier = seen.entry(line.text.trim()).or_default();
            if let Some(first) = too_many(earlier, &line) {
                let (at, first) = (line.place(), Some(first.place()));
                reader.problems.push(Problem { fault: Fault::RepeatedSentence, at, first });
            }
            earlier.push(line);
        }
    }
}

/// The first of the earlier lines beside which this one must not stand.
fn too_many<'a, 'b>(earlier: &'a [Line<'b>], line: &Line<'_>) -> Option<&'a Line<'b>> {
    if line.is_criterion
        && let Some(first) = earlier.iter().find(|it| it.is_criterion)
    {
        return Some(first);
    }
    let mut others: Vec<&str> = earlier.iter().map(|it| &*it.source.path).collect();
    others.retain(|it| *it != &*line.source.path);
    others.dedup();
    if others.len() < SHARED { None } else { earlier.first() }
}

/// Every line of a control but its title.
fn lines<'a>(source: &'a Source, raw: &'a RawControl) -> Vec<Line<'a>> {
    let mut found = Vec::new();
    let mut add = |text: &'a Text, is_criterion| {
        for word in [&text.value.ja, &text.value.en].into_iter().flatten() {
            let texts = word.value.lines().enumerate().filter(|(_, text)| !text.trim().is_empty());
            found.extend(texts.map(|(idx, text)| Line { source, word, idx, text, is_criterion }));
        }
    };
    for text in [&raw.objective, &raw.why, &raw.weight_reason, &raw.sample] {
        add(text, false);
    }
    for duty in &raw.duties {
        add(&duty.text, false);
        duty.models.iter().for_each(|it| add(&it.text, false));
    }
    raw.thresholds.iter().for_each(|it| add(&it.text, false));
    for criterion in &raw.criteria {
        add(&criterion.text, true);
        add(&criterion.evidence, false);
    }
    for question in &raw.questions {
        add(&question.ask, false);
        add(&question.good, false);
    }
    found
}
