//! The pieces that pages are put together from.

use super::leaf::{Leaf, address, other, own_name};
use crate::document::Document;
use crate::html::{self, Html, Setting, el, list};
use crate::names::Names;
use crate::table::Topic;
use crate::words::Words;
use alloc::format;

/// The anchor of the table of contents.
const CONTENTS: &str = "contents";

const CONTENTS_TITLE: Words = Words::new("目次", "Contents");

/// A link.
pub(super) fn link(href: &str, text: &str) -> Html {
    el("a").set("href", href).with(text).html()
}

/// A link within the page.
pub(super) fn link_to(id: &str, text: &str) -> Html {
    link(&format!("#{id}"), text)
}

/// The title of a page.
pub(super) fn page_title(names: &Names<'_>, leaf: &Leaf<'_>) -> Html {
    el("h1").with(leaf.title(names).as_str()).html()
}

/// A paragraph.
pub(super) fn paragraph(class: Option<&'static str>, text: &str) -> Html {
    el("p").set_some("class", class).with(text).html()
}

/// The table of contents of a page: links, or links under links.
pub(super) fn contents(names: &Names<'_>, items: impl IntoIterator<Item = Html>) -> Html {
    let title = el("h2").set("id", CONTENTS).with(names.words(CONTENTS_TITLE));
    let nav = el("nav").set("class", "contents").set("aria-labelledby", CONTENTS);
    nav.with(title).with(list(items)).html()
}

/// A part of a page that can be linked to.
pub(super) fn section(
    id: &str,
    heading: &'static str,
    title: &str,
    content: impl IntoIterator<Item = Html>,
) -> Html {
    let heading = el(heading).with(title);
    el("section").set("id", id).with(heading).with(Html::join(content)).html()
}

/// The line under the heading of a control or requirement: its anchor, the same place in the other
/// language, and the way back up.
pub(super) fn place(names: &Names<'_>, leaf: &Leaf<'_>, id: &str) -> Html {
    let lang = other(names.lang);
    let there = format!("{}#{id}", leaf.file(lang));
    let there = el("a").set("href", &there).set("lang", lang.tag()).set("hreflang", lang.tag());
    let there = there.with(own_name(lang)).html();
    let here = link_to(id, &format!("#{id}"));
    let up = link_to(CONTENTS, names.words(CONTENTS_TITLE));
    list([here, there, up]).set("class", "place").html()
}

/// A document set under a heading that says `within`; its headings of level 1 get level `top`.
pub(super) fn set(names: &Names<'_>, document: &Document, top: u8, within: &str) -> Html {
    let address = |topic: &Topic| address(names, topic);
    html::document(document, &Setting { top, within, address: &address })
}
