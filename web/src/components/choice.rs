//! Native groups of choices: radio buttons, check boxes and lists.

use crate::components::field::unique_id;
use crate::components::piece::{all, run};
use crate::state::use_state;
use kumomori_report::words::Words;
use leptos::prelude::*;

/// A check box with its label and, below it, what checking it means.
pub(crate) fn check_box(
    label: AnyView,
    hint: Option<Words>,
    is_checked: impl Fn() -> bool + Send + Sync + 'static,
    change: impl Fn(bool) + Send + Sync + 'static,
) -> AnyView {
    let (is_checked, change) = (Signal::derive(is_checked), Callback::new(change));
    boxed("checkbox", None, (label, hint), is_checked, change)
}

/// One button of a radio group, with what choosing it means.
pub(crate) fn radio(
    name: String,
    (label, hint): (Words, Option<Words>),
    is_checked: impl Fn() -> bool + Send + Sync + 'static,
    choose: impl Fn() + Send + Sync + 'static,
) -> AnyView {
    let (is_checked, change) = (Signal::derive(is_checked), Callback::new(move |_| choose()));
    boxed("radio", Some(name), (use_state().say(label), hint), is_checked, change)
}

fn boxed(
    kind: &'static str,
    name: Option<String>,
    (label, hint): (AnyView, Option<Words>),
    is_checked: Signal<bool>,
    change: Callback<bool>,
) -> AnyView {
    let state = use_state();
    let hint = hint.map(|it| run("hint", state.say(it)));
    view! {
        <div class="choice">
            <label>
                <input
                    type=kind
                    name=name
                    prop:checked=is_checked
                    on:change:target=move |event| change.run(event.target().checked())
                />
                <span>{label}</span>
            </label>
            {hint}
        </div>
    }
    .into_any()
}

/// A list to choose one of `options` from, each with its label.
pub(crate) fn select<T: Clone + PartialEq + Send + Sync + 'static>(
    label: Words,
    options: Vec<(T, AnyView)>,
    value: impl Fn() -> T + Copy + Send + Sync + 'static,
    change: impl Fn(T) + Send + Sync + 'static,
) -> AnyView {
    let (values, labels): (Vec<T>, Vec<AnyView>) = options.into_iter().unzip();
    let choices = values.clone();
    let chosen = Signal::derive(move || {
        let value = value();
        choices.iter().position(|it| *it == value).unwrap_or_default()
    });
    let choose = Callback::new(move |idx: usize| {
        if let Some(value) = values.get(idx) {
            change(value.clone());
        }
    });
    drop_down(label, labels, chosen, choose)
}

fn drop_down(
    label: Words,
    labels: Vec<AnyView>,
    chosen: Signal<usize>,
    choose: Callback<usize>,
) -> AnyView {
    let state = use_state();
    let id = unique_id();
    let option = |(idx, label): (usize, AnyView)| {
        let is_chosen = Signal::derive(move || chosen.get() == idx);
        view! { <option value=idx.to_string() prop:selected=is_chosen>{label}</option> }.into_any()
    };
    let items = all(labels.into_iter().enumerate().map(option));
    view! {
        <div class="field">
            <label for=id.clone()>{state.say(label)}</label>
            <select
                id=id
                on:change:target=move |event| {
                    if let Ok(idx) = event.target().value().parse() {
                        choose.run(idx);
                    }
                }
            >
                {items}
            </select>
        </div>
    }
    .into_any()
}
