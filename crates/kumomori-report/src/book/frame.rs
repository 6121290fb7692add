//! What stands around the content of every page.

use super::STYLE_NAME;
use super::leaf::{BOOK, Leaf, other, own_name};
use super::part::link;
use crate::html::{Html, Tag, el, list};
use crate::names::Names;
use crate::words::Words;
use alloc::format;
use alloc::string::String;

/// Nothing runs, nothing is loaded but the style sheet.
const POLICY: &str = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'";

/// The site that the pages are a part of.
const SITE: &str = "../";

const BRAND: Words = Words::new("雲守 Kumomori", "Kumomori");
const SKIP: Words = Words::new("本文へ移動", "Skip to content");
const PAGES: Words = Words::new("ページ", "Pages");
const OVERVIEW: Words = Words::new("一覧", "Overview");
const GUIDES: Words = Words::new("手引・用語", "Guides");
const ASSESS: Words = Words::new("評価へ", "To the assessment");
const AROUND: Words = Words::new("前後のページ", "Pages before and after");
const BEFORE: Words = Words::new("前", "Before");
const AFTER: Words = Words::new("次", "Next");
const OURS: Words = Words::new(
    "題名と説明は本プロジェクトの言葉によるもので、規格の本文に代わるものではない。判断の際は規格そのものを参照する。",
    "Titles and descriptions are in this project's own words and no substitute for the standards; for decisions, read the standards themselves.",
);

/// A whole page; `around` are the pages before and after it.
pub(super) fn page(
    names: &Names<'_>,
    leaf: &Leaf<'_>,
    around: [Option<&Leaf<'_>>; 2],
    content: Html,
) -> Html {
    let main = el("main").set("id", "main").with(content);
    let skip = el("a").set("class", "skip").set("href", "#main").with(names.words(SKIP));
    let body = el("body").with(skip).with(header(names, leaf)).with(main);
    let body = body.with(footer(names, around));
    el("html").set("lang", names.lang.tag()).with(head(names, leaf)).with(body).html()
}

fn head(names: &Names<'_>, leaf: &Leaf<'_>) -> Html {
    let meta = |name, content| el("meta").set("name", name).set("content", content).html();
    let lang = other(names.lang);
    let twin = el("link").set("rel", "alternate").set("hreflang", lang.tag());
    Html::join([
        el("meta").set("charset", "utf-8").html(),
        el("meta").set("http-equiv", "Content-Security-Policy").set("content", POLICY).html(),
        meta("viewport", "width=device-width, initial-scale=1"),
        meta("color-scheme", "light dark"),
        meta("referrer", "no-referrer"),
        el("title").with(window_title(names, leaf).as_str()).html(),
        el("link").set("rel", "stylesheet").set("href", STYLE_NAME).html(),
        twin.set("href", &leaf.file(lang)).html(),
    ])
}

fn window_title(names: &Names<'_>, leaf: &Leaf<'_>) -> String {
    let (book, brand) = (names.words(BOOK), names.words(BRAND));
    match leaf {
        Leaf::Index => format!("{book} - {brand}"),
        _ => format!("{} - {book} - {brand}", leaf.title(names)),
    }
}

fn header(names: &Names<'_>, leaf: &Leaf<'_>) -> Tag {
    let brand = el("p").set("class", "brand");
    let brand = brand.with(link(&Leaf::Index.file(names.lang), names.words(BRAND)));
    let lang = other(names.lang);
    let twin = el("a").set("href", &leaf.file(lang)).set("lang", lang.tag());
    let twin = twin.set("hreflang", lang.tag()).with(own_name(lang));
    let links = [
        page_link(names, &Leaf::Index, names.words(OVERVIEW), matches!(leaf, Leaf::Index)),
        page_link(names, &Leaf::Guides, names.words(GUIDES), matches!(leaf, Leaf::Guides)),
        link(SITE, names.words(ASSESS)),
        twin.html(),
    ];
    let nav = el("nav").set("aria-label", names.words(PAGES)).with(list(links));
    el("header").with(brand).with(nav)
}

fn page_link(names: &Names<'_>, leaf: &Leaf<'_>, name: &str, is_here: bool) -> Html {
    let link = el("a").set("href", &leaf.file(names.lang));
    link.set_some("aria-current", is_here.then_some("page")).with(name).html()
}

fn footer(names: &Names<'_>, around: [Option<&Leaf<'_>>; 2]) -> Tag {
    let neighbor = |(leaf, word, rel): (Option<&Leaf<'_>>, Words, &'static str)| {
        leaf.map(|leaf| {
            let there = el("a").set("href", &leaf.file(names.lang)).set("rel", rel);
            let there = there.with(leaf.title(names).as_str());
            let word = format!("{}: ", names.words(word));
            Html::join([Html::text(&word), there.html()])
        })
    };
    let [before, after] = around;
    let neighbors = [(before, BEFORE, "prev"), (after, AFTER, "next")];
    let nav = el("nav").set("aria-label", names.words(AROUND));
    let nav = nav.with(list(neighbors.into_iter().filter_map(neighbor)));
    let version = Words::new("ポリシーの版", "Version of the policies");
    let version = format!("{} {}", names.words(version), names.library.version);
    let said = [names.words(OURS), &version].map(|it| el("p").with(it).html());
    el("footer").with(nav).with(Html::join(said))
}
