//! A dialog that keeps focus until it is answered.

use crate::components::piece::live;
use leptos::html::{Dialog, H2};
use leptos::prelude::*;

/// A native dialog that shows `body` while `is_open`; Escape and closing call `close`.
pub(crate) fn modal(
    id: &'static str,
    title: AnyView,
    is_open: impl Fn() -> bool + Send + Sync + 'static,
    close: impl Fn() + Send + Sync + 'static,
    body: impl Fn() -> AnyView + Send + 'static,
) -> AnyView {
    let is_open = Signal::derive(is_open);
    let body = live(move || is_open.get().then(&body));
    framed(id, title, is_open, Callback::new(move |()| close()), body)
}

fn framed(
    id: &'static str,
    title: AnyView,
    is_open: Signal<bool>,
    close: Callback<()>,
    body: AnyView,
) -> AnyView {
    let node = NodeRef::<Dialog>::new();
    let heading = NodeRef::<H2>::new();
    Effect::new(move |_| {
        let (Some(dialog), Some(heading)) = (node.get(), heading.get()) else { return };
        let (is_wanted, is_shown) = (is_open.get(), dialog.open());
        // Showing and focusing fail only for an element outside of the page.
        match (is_wanted, is_shown) {
            (true, false) => dialog.show_modal().unwrap_or_default(),
            (false, true) => dialog.close(),
            _ => {}
        }
        if is_wanted {
            heading.focus().unwrap_or_default();
        }
    });
    view! {
        <dialog node_ref=node aria-labelledby=id on:close=move |_| close.run(())>
            <h2 id=id node_ref=heading tabindex="-1">{title}</h2>
            {body}
        </dialog>
    }
    .into_any()
}
