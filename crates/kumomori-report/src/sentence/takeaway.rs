//! What the main picture shows, in one sentence.

use super::quoted_list;
use crate::domain::{Line, Order, ordered};
use crate::names::Names;
use crate::words::Words;
use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use kumomori_core::evaluation::Evaluation;
use kumomori_core::order::sort_by_key;
use kumomori_core::role::View;
use kumomori_core::text::Lang;

/// The distance between two means, in ten-thousandths of a level, from which it is worth naming.
const WORTH_NAMING: u32 = 5_000;

/// How many domains a sentence names.
const MAX_NAMED: usize = 2;

/// Names the domains whose assured operation lags behind their design by half a level or more,
/// the greatest distance first; where none does, those whose design is below the target.
pub fn takeaway(names: &Names<'_>, evaluation: &Evaluation<'_>, view: View) -> String {
    let domains = ordered(evaluation, view, Order::Lag);
    if domains.is_empty() {
        let nothing = Words::new("評価範囲に管理策がありません。", "No control is in scope.");
        return names.words(nothing).to_owned();
    }
    if domains.iter().all(|it| it.design.coverage.part == 0 && it.operation.coverage.part == 0) {
        return names.words(unanswered(&domains)).to_owned();
    }
    let lagging = worst(&domains, WORTH_NAMING, Line::lag);
    if lagging.len() > MAX_NAMED && lagging.len() == domains.len() {
        return everywhere(names, &lagging);
    }
    if !lagging.is_empty() {
        return named(names, &lagging, LAGGING);
    }
    let target = u32::from(evaluation.target.number()) * 10_000;
    let short =
        worst(&domains, 1, |it| target.saturating_sub(it.design.mean.confirmed.ten_thousandths()));
    if short.is_empty() {
        return names.words(LEVEL).to_owned();
    }
    named(names, &short, SHORT)
}

const LAGGING: Words =
    Words::new("運用が設計に追いついていないのは", "Operation lags behind design in ");
const SHORT: Words = Words::new(
    "運用は設計と並んでいますが、設計そのものが目標に届いていないのは",
    "Operation keeps up with design; design itself is below the target in ",
);
const LEVEL: Words = Words::new(
    "どの領域でも、運用は設計に追いついています。",
    "Operation keeps up with design in every domain.",
);

fn unanswered(domains: &[Line<'_>]) -> Words {
    if domains.iter().any(|it| it.design.mean.confirmed.sum > 0) {
        Words::new(
            "まだ回答がなく、第三者評価で裏づけられる分だけを示しています。",
            "Nothing is answered yet; only what attestations support is shown.",
        )
    } else {
        Words::new(
            "まだ回答がないため、設計と運用の差は分かりません。",
            "Nothing is answered yet, so design and operation cannot be compared.",
        )
    }
}

/// The domains whose `distance` is at least `from`, the greatest first.
fn worst<'a>(
    domains: &'a [Line<'a>],
    from: u32,
    distance: impl Fn(&Line<'a>) -> u32,
) -> Vec<&'a Line<'a>> {
    let mut worst: Vec<&Line<'_>> = domains.iter().filter(|it| distance(it) >= from).collect();
    sort_by_key(&mut worst, |it| core::cmp::Reverse(distance(it)));
    worst
}

fn everywhere(names: &Names<'_>, domains: &[&Line<'_>]) -> String {
    let titles = quoted_list(names, &first_titles(names, domains));
    match names.lang {
        Lang::Ja => {
            format!("どの領域でも運用が設計に追いついておらず、差が特に大きいのは{titles}です。")
        }
        Lang::En => format!("Operation lags behind design in every domain, most in {titles}."),
    }
}

fn first_titles<'b>(names: &Names<'b>, domains: &[&Line<'b>]) -> Vec<&'b str> {
    domains.iter().take(MAX_NAMED).map(|it| names.domain(it.id)).collect()
}

fn named(names: &Names<'_>, domains: &[&Line<'_>], beginning: Words) -> String {
    let titles = first_titles(names, domains);
    let beginning = names.words(beginning);
    let more = domains.len().saturating_sub(MAX_NAMED);
    match (names.lang, more) {
        (Lang::Ja, 0) => format!("{beginning}{}です。", quoted_list(names, &titles)),
        (Lang::Ja, _) => {
            let titles: String = titles.iter().map(|it| names.quoted(it)).collect();
            format!("{beginning}{titles}など{}領域です。", domains.len())
        }
        (Lang::En, 0) => format!("{beginning}{}.", quoted_list(names, &titles)),
        (Lang::En, _) => {
            let quoted: Vec<String> = titles.iter().map(|it| names.quoted(it)).collect();
            let more = crate::number::counted(more, "other domain", "other domains");
            format!("{beginning}{} and {more}.", quoted.join(", "))
        }
    }
}
