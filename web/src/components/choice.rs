//! Native groups of choices: radio buttons, check boxes and lists.

use crate::components::field::{labeled, unique_id};
use crate::components::piece::{block, run};
use crate::dom::{Tag, View, all, el};
use crate::state::use_state;
use kumomori_report::words::Words;
use std::rc::Rc;

/// A check box with its label and, below it, what checking it means.
pub(crate) fn check_box(
    label: View,
    hint: Option<Words>,
    is_checked: impl Fn() -> bool + 'static,
    change: impl Fn(bool) + 'static,
) -> View {
    let input = el("input").set("type", "checkbox").checked(is_checked).on_checked(change);
    boxed(input, label, hint)
}

/// One button of a radio group, with what choosing it means.
pub(crate) fn radio(
    name: &str,
    (label, hint): (Words, Option<Words>),
    is_checked: impl Fn() -> bool + 'static,
    choose: impl Fn() + 'static,
) -> View {
    let input = el("input").set("type", "radio").set("name", name).checked(is_checked);
    boxed(input.on_checked(move |_| choose()), use_state().say(label), hint)
}

fn boxed(input: Tag, label: View, hint: Option<Words>) -> View {
    let hint = hint.map(|it| (unique_id(), it));
    let input = input.set_some("aria-describedby", hint.as_ref().map(|(id, _)| id.as_str()));
    let hint = hint
        .map(|(id, it)| el("span").class("hint").set("id", &id).with(use_state().say(it)).view());
    let label = el("label").with(input.view()).with(run("", label)).view();
    block("choice", all([label].into_iter().chain(hint)))
}

/// A list to choose one of `options` from, each with its label.
pub(crate) fn select<T: Clone + PartialEq + 'static>(
    label: Words,
    options: Vec<(T, View)>,
    value: impl Fn() -> T + Copy + 'static,
    change: impl Fn(T) + 'static,
) -> View {
    let (values, labels): (Vec<T>, Vec<View>) = options.into_iter().unzip();
    let choices = values.clone();
    let chosen = move || {
        let value = value();
        choices.iter().position(|it| *it == value).unwrap_or_default()
    };
    let choose = move |idx: usize| {
        if let Some(value) = values.get(idx) {
            change(value.clone());
        }
    };
    drop_down(label, labels, &(Rc::new(chosen) as Rc<dyn Fn() -> usize>), Box::new(choose))
}

fn drop_down(
    label: Words,
    labels: Vec<View>,
    chosen: &Rc<dyn Fn() -> usize>,
    choose: Box<dyn Fn(usize)>,
) -> View {
    let option = |(idx, label): (usize, View)| {
        let chosen = Rc::clone(chosen);
        let option = el("option").set("value", &idx.to_string()).with(label);
        option.selected(move || chosen() == idx).view()
    };
    let items = all(labels.into_iter().enumerate().map(option));
    let id = unique_id();
    let list = el("select").set("id", &id).with(items).on_value("change", move |value| {
        if let Ok(idx) = value.parse() {
            choose(idx);
        }
    });
    labeled("field", label, &id, list)
}
