//! A document as one HTML file that needs nothing beside it.

use super::Report;
use crate::book;
use crate::document::Block;
use crate::html::{self, Html, Setting, el};
use crate::names::Names;
use crate::words::Words;
use alloc::format;
use alloc::string::String;

/// Nothing runs and nothing is loaded.
const POLICY: &str =
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/// What documents have beside the look of the reference pages.
const STYLE: &str = include_str!("report.css");

/// A document as one file, to read on a screen and to print on A4.
pub(super) fn page(names: &Names<'_>, report: &Report) -> String {
    let setting = Setting { top: 1, within: "", address: &|_| None };
    let main = el("main").with(html::document(&report.document, &setting));
    let body = el("body").set("class", report.name).with(main).with(footer(names));
    let page = el("html").set("lang", names.lang.tag()).with(head(report)).with(body);
    format!("<!doctype html>\n{}", page.html().as_str())
}

fn head(report: &Report) -> Html {
    let meta = |name, content| el("meta").set("name", name).set("content", content).html();
    let parts = [
        el("meta").set("charset", "utf-8").html(),
        el("meta").set("http-equiv", "Content-Security-Policy").set("content", POLICY).html(),
        meta("viewport", "width=device-width, initial-scale=1"),
        meta("color-scheme", "light dark"),
        meta("referrer", "no-referrer"),
        el("title").with(title(report)).html(),
        Html::style(book::STYLE),
        Html::style(STYLE),
    ];
    el("head").with(Html::join(parts)).html()
}

/// The title of the document, as it stands in its first heading.
fn title(report: &Report) -> &str {
    match report.document.blocks.first() {
        Some(Block::Heading(_, text)) => text,
        _ => report.name,
    }
}

const MADE: Words = Words::new(
    "雲守で作成。自己評価の結果であり、認証でも監査人の意見でもない。",
    "Made with Kumomori. The result of a self-assessment: no certificate and no auditor's opinion.",
);

fn footer(names: &Names<'_>) -> Html {
    let version = Words::new("ポリシーの版", "Version of the policies");
    let version = format!("{} {}", names.words(version), names.library.version);
    let said = [names.words(MADE), &version].map(|it| el("p").with(it).html());
    el("footer").with(Html::join(said)).html()
}
