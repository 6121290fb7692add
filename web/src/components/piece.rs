//! The plain pieces of every page.
//!
//! Each takes finished views and boxed functions, so that the program holds one copy of it and
//! not one for every place where it is used.

use leptos::prelude::*;

/// A text that follows what it reads.
pub(crate) fn text(text: impl Fn() -> String + Send + 'static) -> AnyView {
    let text: Box<dyn Fn() -> String + Send> = Box::new(text);
    (move || text()).into_any()
}

/// A part that is built again when what it reads changes, or is not there.
pub(crate) fn live(part: impl Fn() -> Option<AnyView> + Send + 'static) -> AnyView {
    let part: Box<dyn Fn() -> Option<AnyView> + Send> = Box::new(part);
    (move || part()).into_any()
}

/// Views side by side.
pub(crate) fn all(views: impl IntoIterator<Item = AnyView>) -> AnyView {
    views.into_iter().collect::<Vec<AnyView>>().into_any()
}

/// A paragraph.
pub(crate) fn paragraph(class: &'static str, content: AnyView) -> AnyView {
    view! { <p class=class>{content}</p> }.into_any()
}

/// A block without a meaning of its own.
pub(crate) fn block(class: &'static str, content: AnyView) -> AnyView {
    view! { <div class=class>{content}</div> }.into_any()
}

/// A run of text that looks different.
pub(crate) fn run(class: &'static str, content: AnyView) -> AnyView {
    view! { <span class=class>{content}</span> }.into_any()
}

/// A place whose changes are read out.
pub(crate) fn announced(content: AnyView) -> AnyView {
    view! { <div role="status">{content}</div> }.into_any()
}

/// A part of a page under a heading of level 2.
pub(crate) fn section(title: AnyView, content: AnyView) -> AnyView {
    view! {
        <section>
            <h2>{title}</h2>
            {content}
        </section>
    }
    .into_any()
}

/// Names with what is said of each.
pub(crate) fn facts(class: &'static str, facts: Vec<(AnyView, AnyView)>) -> AnyView {
    let fact = |(name, said)| view! { <div><dt>{name}</dt><dd>{said}</dd></div> }.into_any();
    let facts = all(facts.into_iter().map(fact));
    view! { <dl class=class>{facts}</dl> }.into_any()
}

/// Items of equal rank.
pub(crate) fn list(class: &'static str, items: impl IntoIterator<Item = AnyView>) -> AnyView {
    let items = all(items.into_iter().map(|it| view! { <li>{it}</li> }.into_any()));
    view! { <ul class=class>{items}</ul> }.into_any()
}

/// Something that can be opened; `content` is built when it is first opened, and then stays.
pub(crate) fn details(
    class: &'static str,
    summary: AnyView,
    content: impl Fn() -> AnyView + Send + 'static,
) -> AnyView {
    let was_open = RwSignal::new(false);
    let content = live(move || was_open.get().then(&content));
    let note = move || {
        if !was_open.get_untracked() {
            was_open.set(true);
        }
    };
    opening(class, summary, content, Callback::new(move |()| note()))
}

/// Something that can be opened and that paper shows open.
pub(crate) fn details_in_print(summary: AnyView, content: AnyView) -> AnyView {
    opening("printed", summary, content, Callback::new(|()| ()))
}

fn opening(
    class: &'static str,
    summary: AnyView,
    content: AnyView,
    toggled: Callback<()>,
) -> AnyView {
    view! {
        <details class=class on:toggle=move |_| toggled.run(())>
            <summary>{summary}</summary>
            {content}
        </details>
    }
    .into_any()
}

/// A group of fields with a name.
pub(crate) fn group(class: &'static str, legend: AnyView, content: AnyView) -> AnyView {
    view! {
        <fieldset class=class>
            <legend>{legend}</legend>
            {content}
        </fieldset>
    }
    .into_any()
}

/// A link within the site.
pub(crate) fn link(class: &'static str, href: String, label: AnyView) -> AnyView {
    view! { <a class=class href=href>{label}</a> }.into_any()
}

/// A button.
pub(crate) fn button(
    class: &'static str,
    label: AnyView,
    act: impl Fn() + Send + Sync + 'static,
) -> AnyView {
    button_while(class, label, Signal::stored(true), act)
}

/// A button that works while `is_enabled`.
pub(crate) fn button_while(
    class: &'static str,
    label: AnyView,
    is_enabled: Signal<bool>,
    act: impl Fn() + Send + Sync + 'static,
) -> AnyView {
    plain_button(class, label, is_enabled, Callback::new(move |()| act()))
}

fn plain_button(
    class: &'static str,
    label: AnyView,
    is_enabled: Signal<bool>,
    act: Callback<()>,
) -> AnyView {
    let is_disabled = Signal::derive(move || !is_enabled.get());
    view! {
        <button type="button" class=class disabled=is_disabled on:click=move |_| act.run(())>
            {label}
        </button>
    }
    .into_any()
}

/// A button that says whether it is the chosen one of its group.
pub(crate) fn toggle(
    lang: Option<&'static str>,
    label: AnyView,
    is_chosen: Signal<bool>,
    act: impl Fn() + Send + Sync + 'static,
) -> AnyView {
    toggle_button(lang, label, is_chosen, Callback::new(move |()| act()))
}

fn toggle_button(
    lang: Option<&'static str>,
    label: AnyView,
    is_chosen: Signal<bool>,
    act: Callback<()>,
) -> AnyView {
    let pressed = Signal::derive(move || if is_chosen.get() { "true" } else { "false" });
    view! {
        <button type="button" lang=lang aria-pressed=pressed on:click=move |_| act.run(())>
            {label}
        </button>
    }
    .into_any()
}
