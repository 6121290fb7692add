//! The selection guide as a reader looks it up: numbered questions, then the rules.

use super::part::set;
use crate::document::Document;
use crate::html::{Html, el};
use crate::names::Names;
use crate::reference::table;
use crate::sentence;
use crate::table::Cell;
use crate::words::Words;
use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec;
use alloc::vec::Vec;
use kumomori_core::id::QuestionId;
use kumomori_core::selection::{Choice, Rule};
use kumomori_core::text::Lang;

const RULES: Words = Words::new("規則", "Rules");

/// The questions and rules.
pub(super) fn content(names: &Names<'_>) -> Html {
    let selection = &names.library.selection;
    let questions =
        selection.questions.iter().map(|it| el("li").with(names.prose(it.ask).as_str()).html());
    let head = [
        Words::new("答え", "Answers"),
        Words::new("選ぶもの", "What to choose"),
        Words::new("理由", "Why"),
    ];
    let rows = selection.rules.iter().map(|it| {
        vec![
            Cell::start(condition(names, it)),
            Cell::start(choices(names, &it.choose)),
            Cell::start(names.prose(it.reason)),
        ]
    });
    let mut document = Document::default();
    document.heading(2, names.words(RULES));
    document.table(table(names, &head, rows.collect()));
    let title = names.words(Words::new("質問", "Questions"));
    Html::join([
        el("h3").with(title).html(),
        el("ol").with(Html::join(questions)).html(),
        set(names, &document, 2, ""),
    ])
}

/// What must have been answered, by the numbers of the questions.
fn condition(names: &Names<'_>, rule: &Rule) -> String {
    let (yes, no) = (numbers(names, &rule.when), numbers(names, &rule.unless));
    match (names.lang, yes.is_empty(), no.is_empty()) {
        (Lang::Ja, true, true) => "常に".to_owned(),
        (Lang::Ja, false, true) => format!("{yes}が「はい」"),
        (Lang::Ja, true, false) => format!("{no}が「いいえ」"),
        (Lang::Ja, false, false) => format!("{yes}が「はい」、{no}が「いいえ」"),
        (Lang::En, true, true) => "Always".to_owned(),
        (Lang::En, false, true) => format!("Yes to {yes}"),
        (Lang::En, true, false) => format!("No to {no}"),
        (Lang::En, false, false) => format!("Yes to {yes}, no to {no}"),
    }
}

fn numbers(names: &Names<'_>, ids: &[QuestionId]) -> String {
    let questions = &names.library.selection.questions;
    let number = |id: &QuestionId| questions.iter().position(|it| it.id == *id).map(|it| it + 1);
    let numbers: Vec<String> = ids.iter().filter_map(number).map(|it| it.to_string()).collect();
    match names.lang {
        Lang::Ja => numbers.iter().map(|it| format!("問{it}")).collect::<Vec<_>>().join("・"),
        Lang::En => numbers.join(" and "),
    }
}

fn choices(names: &Names<'_>, choices: &[Choice]) -> String {
    let choice = |it: &Choice| {
        let framework = names.framework(&it.framework);
        match &it.category {
            None => framework,
            Some(id) => format!("{framework}: {}", names.category(&it.framework, id)),
        }
    };
    sentence::list(names, &choices.iter().map(choice).collect::<Vec<_>>())
}
