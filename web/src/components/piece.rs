//! The plain pieces of every page.

use crate::dom::{Tag, View, all, el, live, plain, text, window};
use crate::reactive::prelude::*;
use crate::state::State;
use crate::text::LOADING;
use kumomori_core::text::Lang;
use kumomori_report::words::Words;
use web_sys::Url;

/// An element around a part.
fn around(name: &str, class: &str, content: View) -> View {
    el(name).class(class).with(content).view()
}

/// A paragraph.
pub(crate) fn paragraph(class: &'static str, content: View) -> View {
    around("p", class, content)
}

/// What stands in the place of a part that is being asked for.
pub(crate) fn loading(state: State) -> View {
    el("p").class("hint").set("aria-busy", "true").with(state.say(LOADING)).view()
}

/// A block without a meaning of its own.
pub(crate) fn block(class: &'static str, content: View) -> View {
    around("div", class, content)
}

/// A run of text that looks different.
pub(crate) fn run(class: &'static str, content: View) -> View {
    around("span", class, content)
}

/// A place whose changes are read out.
pub(crate) fn announced(content: View) -> View {
    el("div").set("role", "status").with(content).view()
}

/// What is done to what: both are read out, the first is seen; in the order of the language.
pub(crate) fn done_to(state: State, act: Words, what: impl Fn() -> View + 'static) -> View {
    live(move || {
        let act = state.say(act);
        Some(match state.lang.get() {
            Lang::Ja => all([run("unseen", all([what(), plain("を")])), act]),
            Lang::En => all([act, run("unseen", all([plain(" "), what()]))]),
        })
    })
}

/// A heading of level 2 to 5.
pub(crate) fn heading(level: u8, title: View) -> View {
    let name = match level {
        0..=2 => "h2",
        3 => "h3",
        4 => "h4",
        _ => "h5",
    };
    around(name, "", title)
}

/// A part of a page under a heading of level 2.
pub(crate) fn section(title: View, content: View) -> View {
    around("section", "", all([heading(2, title), content]))
}

/// Names with what is said of each.
pub(crate) fn facts(class: &'static str, facts: Vec<(View, View)>) -> View {
    let fact = |(name, said)| block("", all([around("dt", "", name), around("dd", "", said)]));
    around("dl", class, all(facts.into_iter().map(fact)))
}

/// Items of equal rank.
pub(crate) fn list(class: &'static str, items: impl IntoIterator<Item = View>) -> View {
    around("ul", class, listed(items))
}

/// Items in order.
pub(crate) fn in_order(class: &'static str, items: impl IntoIterator<Item = View>) -> View {
    around("ol", class, listed(items))
}

fn listed(items: impl IntoIterator<Item = View>) -> View {
    all(items.into_iter().map(|it| around("li", "", it)))
}

/// Something that can be opened; `content` is made when it is first opened, and then stays.
pub(crate) fn details(
    class: &'static str,
    summary: View,
    content: impl Fn() -> View + 'static,
) -> View {
    let was_open = RwSignal::new(false);
    let content = live(move || was_open.get().then(&content));
    let note = move || {
        if !was_open.get_untracked() {
            was_open.set(true);
        }
    };
    opening(class, summary, content).on("toggle", move |_| note()).view()
}

/// Something that can be opened and that paper shows open.
pub(crate) fn details_in_print(summary: View, content: View) -> View {
    opening("printed", summary, content).view()
}

fn opening(class: &'static str, summary: View, content: View) -> Tag {
    el("details").class(class).with(around("summary", "", summary)).with(content)
}

/// A group of fields with a name.
pub(crate) fn group(class: &'static str, legend: View, content: View) -> View {
    around("fieldset", class, all([around("legend", "", legend), content]))
}

/// A link within the site.
pub(crate) fn link(class: &'static str, href: &str, label: View) -> View {
    el("a").class(class).set("href", href).with(label).view()
}

/// A link to a page beside the program.
///
/// A portal that shows the page in a frame shows no other one: there the reader is told the address.
pub(crate) fn link_beside(href: impl Fn() -> String + 'static, label: View) -> View {
    if is_framed() {
        let address = text(move || outside(&href()));
        return all([label, plain(" "), el("code").with(address).view()]);
    }
    el("a").follow("href", move || Some(href())).with(label).view()
}

/// Whether another page shows this one in a frame.
fn is_framed() -> bool {
    let window = window();
    !window.top().is_ok_and(|top| top.as_ref() == Some(&window))
}

/// The whole address of a page of the site, seen from the page for frames.
fn outside(path: &str) -> String {
    let base = window().location().href().unwrap_or_default();
    Url::new_with_base(&format!("../{path}"), &base).map(|it| it.href()).unwrap_or_default()
}

/// A button.
pub(crate) fn button(class: &'static str, label: View, act: impl Fn() + 'static) -> View {
    pressed(class, label, act).view()
}

/// A button that works while `is_enabled`.
pub(crate) fn button_while(
    class: &'static str,
    label: View,
    is_enabled: impl Fn() -> bool + 'static,
    act: impl Fn() + 'static,
) -> View {
    let is_disabled = move || (!is_enabled()).then_some("");
    pressed(class, label, act).follow("disabled", is_disabled).view()
}

/// A button that says whether it is the chosen one of its group.
pub(crate) fn toggle(
    lang: Option<&'static str>,
    label: View,
    is_chosen: impl Fn() -> bool + 'static,
    act: impl Fn() + 'static,
) -> View {
    let is_pressed = move || Some(if is_chosen() { "true" } else { "false" });
    pressed("", label, act).set_some("lang", lang).follow("aria-pressed", is_pressed).view()
}

fn pressed(class: &'static str, label: View, act: impl Fn() + 'static) -> Tag {
    el("button").set("type", "button").class(class).with(label).on("click", move |_| act())
}

/// A cell that heads its row or column.
pub(crate) fn head(scope: &'static str, class: &str, title: View) -> View {
    el("th").set("scope", scope).class(class).with(title).view()
}

/// A cell of a table.
pub(crate) fn cell(class: &str, content: View) -> View {
    around("td", class, content)
}

/// A row of a table.
pub(crate) fn row(cells: impl IntoIterator<Item = View>) -> View {
    around("tr", "", all(cells))
}

/// A named frame in which a table may scroll sideways.
pub(crate) fn frame(name: impl Fn() -> String + 'static, table: View) -> View {
    let frame = el("div").class("frame").set("role", "group").set("tabindex", "0");
    frame.follow("aria-label", move || Some(name())).with(table).view()
}

/// A table; its parts may be empty.
pub(crate) fn grid(class: &str, caption: Option<View>, head: View, body: Tag) -> View {
    let caption = caption.map(|it| around("caption", "", it));
    let head = around("thead", "", head);
    around("table", class, all(caption.into_iter().chain([head, body.view()])))
}
