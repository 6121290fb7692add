//! Native groups of choices: radio buttons, check boxes and lists.

use crate::components::field::unique_id;
use crate::state::use_state;
use kumomori_report::words::Words;
use leptos::prelude::*;

/// A check box with its label and, below it, what checking it means.
pub(crate) fn check_box(
    label: impl Fn() -> String + Send + 'static,
    hint: Option<Words>,
    is_checked: impl Fn() -> bool + Send + 'static,
    change: impl Fn(bool) + 'static,
) -> AnyView {
    let state = use_state();
    let hint = hint.map(|it| view! { <span class="hint">{state.say(it)}</span> });
    view! {
        <div class="choice">
            <label>
                <input
                    type="checkbox"
                    prop:checked=is_checked
                    on:change:target=move |event| change(event.target().checked())
                />
                <span>{label}</span>
            </label>
            {hint}
        </div>
    }
    .into_any()
}

/// One button of a radio group, with what choosing it means.
pub(crate) fn radio(
    name: String,
    label: Words,
    hint: Option<Words>,
    is_checked: impl Fn() -> bool + Send + 'static,
    choose: impl Fn() + 'static,
) -> AnyView {
    let state = use_state();
    let hint = hint.map(|it| view! { <span class="hint">{state.say(it)}</span> });
    view! {
        <div class="choice">
            <label>
                <input type="radio" name=name prop:checked=is_checked on:change=move |_| choose() />
                <span>{state.say(label)}</span>
            </label>
            {hint}
        </div>
    }
    .into_any()
}

/// A list to choose one of `options` from, each with its label.
pub(crate) fn select<T: Clone + PartialEq + Send + Sync + 'static>(
    label: Words,
    options: Vec<T>,
    name: impl Fn(&T) -> String + Copy + Send + 'static,
    value: impl Fn() -> T + Copy + Send + 'static,
    change: impl Fn(T) + 'static,
) -> AnyView {
    let state = use_state();
    let id = unique_id();
    let choices = options.clone();
    let items = options
        .into_iter()
        .enumerate()
        .map(|(idx, it)| {
            let is_chosen = {
                let it = it.clone();
                move || value() == it
            };
            view! {
                <option value=idx.to_string() prop:selected=is_chosen>
                    {move || name(&it)}
                </option>
            }
        })
        .collect_view();
    let choose = move |idx: String| {
        let chosen = idx.parse().ok().and_then(|idx: usize| choices.get(idx).cloned());
        if let Some(chosen) = chosen {
            change(chosen);
        }
    };
    view! {
        <div class="field">
            <label for=id.clone()>{state.say(label)}</label>
            <select id=id on:change:target=move |event| choose(event.target().value())>
                {items}
            </select>
        </div>
    }
    .into_any()
}
