//! The result as a whole.

use crate::components::header::offer;
use crate::components::picture::picture;
use crate::components::table::{table, table_under_heading};
use crate::components::why::why_button;
use crate::pages::with_work;
use crate::routes::Route;
use crate::state::{State, use_state};
use crate::text;
use crate::text::result as words;
use kumomori_core::assessment::Assessment;
use kumomori_core::evaluation::Evaluation;
use kumomori_core::dimension::{Dimension, Reading};
use kumomori_core::figures::{Figures, GroupKey};
use kumomori_core::risk::RiskKind;
use kumomori_core::role::View;
use kumomori_report::chart::{Chart, Layout, design_against_operation};
use kumomori_report::names::Names;
use kumomori_report::sentence;
use kumomori_report::table as tables;
use kumomori_report::table::{Order, Table, Topic};
use kumomori_report::words as terms;
use kumomori_report::words::{Figure, Sense, Words};
use kumomori_wire::evaluation::evaluation_text;
use leptos::prelude::*;

/// How many gaps are shown before the reader asks for all.
const FIRST_GAPS: usize = 7;

/// The page.
pub(crate) fn result_page() -> AnyView {
    let state = use_state();
    with_work(move || state.say(words::TITLE)().to_owned(), move || content(state))
}

fn content(state: State) -> AnyView {
    let chosen = RwSignal::new(None::<View>);
    let view_now = Memo::new(move |_| {
        let evaluation = state.evaluation.read();
        let roles = evaluation.as_ref().map(|it| it.roles)?;
        let widest = roles.views().last();
        chosen.get().filter(|it| roles.views().any(|view| view == *it)).or(widest)
    });
    view! {
        {standing(state)}
        {views(state, chosen, view_now)}
        {main_picture(state, view_now)}
        {section(words::OVERALL, move || overall(state, view_now.get()?))}
        {section(words::GAPS, move || gaps(state))}
        {section(words::FRAMEWORKS, move || frameworks(state))}
        {section(words::MEASURES, move || shown(state, |names, _, it| tables::measures(names, it)))}
        {section(words::RISKS_AI, move || shown(state, |names, _, it| tables::risks(names, it, RiskKind::Ai)))}
        {section(words::RISKS_CLOUD, move || shown(state, |names, _, it| tables::risks(names, it, RiskKind::Cloud)))}
        {section(words::ATTESTATIONS, move || shown(state, tables::attestations))}
        {section(words::WARNINGS, move || warnings(state))}
        {section(words::LIMITS, move || Some(items(sentence::limits(&state.names()))))}
    }
    .into_any()
}

/// A part of the page; left out when it has nothing to show.
fn section(
    title: Words,
    content: impl Fn() -> Option<AnyView> + Copy + Send + 'static,
) -> AnyView {
    let state = use_state();
    let part = move || {
        content().map(|it| view! { <section><h2>{state.say(title)}</h2>{it}</section> })
    };
    part.into_any()
}

fn shown(
    state: State,
    build: impl Fn(&Names<'_>, &Assessment, &Evaluation) -> Table,
) -> Option<AnyView> {
    let evaluation = state.evaluation.get()?;
    let names = state.names();
    let built = state.of_work(|it| build(&names, it, &evaluation))?;
    (!built.rows.is_empty()).then(|| table_under_heading(built))
}

fn items(items: Vec<String>) -> AnyView {
    let items = items.into_iter().map(|it| view! { <li>{it}</li> }).collect_view();
    view! { <ul>{items}</ul> }.into_any()
}

/// What was judged and when, and the ways to keep it.
fn standing(state: State) -> AnyView {
    let subject = move || state.of_work(|it| [it.title.clone(), it.subject.name.clone()]);
    let subject = move || {
        let parts: Vec<String> = subject()?.into_iter().filter(|it| !it.is_empty()).collect();
        (!parts.is_empty()).then(|| view! { <p class="lead">{parts.join(" - ")}</p> })
    };
    let target = move || {
        let level = state.of_work(|it| it.scope.target_level)?;
        let lang = state.lang.get();
        Some(format!("{} {}", terms::level(level).of(lang), terms::level_name(level).of(lang)))
    };
    let save = move |_| save_evaluation(state);
    let print = move |_| window().print().unwrap_or_default();
    view! {
        {subject}
        <p>
            {state.say(words::AS_OF)}" "{state.today.to_string()}" / "
            {state.say(words::TARGET)}" "{target}
        </p>
        <div class="actions screen">
            <button type="button" on:click=save>{state.say(text::file::SAVE_EVALUATION)}</button>
            <button type="button" on:click=print>{state.say(words::PRINT)}</button>
        </div>
    }
    .into_any()
}

fn save_evaluation(state: State) {
    let text = state.evaluation.with_untracked(|evaluation| {
        let evaluation = evaluation.as_ref()?;
        state.work.with_untracked(|work| {
            work.as_ref().map(|it| evaluation_text(evaluation, it, state.stamp))
        })
    });
    if let Some(text) = text {
        offer(state, "kumomori-evaluation.json", &text);
    }
}

fn views(state: State, chosen: RwSignal<Option<View>>, now: Memo<Option<View>>) -> AnyView {
    let all = move || {
        let evaluation = state.evaluation.read();
        let views: Vec<View> = evaluation.as_ref().map(|it| it.roles.views().collect())?;
        (views.len() > 1).then(|| {
            let buttons = views.into_iter().map(|view| {
                let is_chosen = move || if now.get() == Some(view) { "true" } else { "false" };
                view! {
                    <button type="button" aria-pressed=is_chosen on:click=move |_| chosen.set(Some(view))>
                        {state.say(terms::view(view))}
                    </button>
                }
            });
            view! {
                <div class="views screen" role="group" aria-label=state.say(words::VIEW)>
                    <span aria-hidden="true">{state.say(words::VIEW)}</span>
                    {buttons.collect_view()}
                </div>
            }
        })
    };
    all.into_any()
}

fn main_picture(state: State, view: Memo<Option<View>>) -> AnyView {
    let chart = move |layout: Layout| -> Option<Chart> {
        let evaluation = state.evaluation.get()?;
        Some(design_against_operation(&state.names(), &evaluation, view.get()?, Order::Lag, layout))
    };
    let takeaway = move || chart(Layout::Wide).map(|it| it.takeaway);
    let figures = move || chart(Layout::Wide).map(|it| table(it.table));
    let levels = move || {
        let evaluation = state.evaluation.get()?;
        Some(table(tables::domain_figures(&state.names(), &evaluation, view.get()?, Order::Lag)))
    };
    view! {
        <section aria-labelledby="picture">
            <h2 id="picture">{state.say(words::PICTURE)}</h2>
            <figure>
                <figcaption class="lead">{takeaway}</figcaption>
                <div class="wide-only">{picture(move || chart(Layout::Wide).map(|it| it.svg))}</div>
                <div class="narrow-only">{picture(move || chart(Layout::Narrow).map(|it| it.svg))}</div>
            </figure>
            <details>
                <summary>{state.say(words::AS_TABLE)}</summary>
                {figures}
            </details>
            <details>
                <summary>{state.say(words::DETAILS)}</summary>
                {levels}
            </details>
        </section>
    }
    .into_any()
}

/// The five figures of design and assured operation over everything in scope.
fn overall(state: State, view: View) -> Option<AnyView> {
    let evaluation = state.evaluation.get()?;
    let group = evaluation.group(&GroupKey::Overall, view)?;
    let notes = sentence::notes(&state.names(), group);
    let about = move || state.say(words::OVERALL)().to_owned();
    let design = group.design.as_ref().map(|it| figures(state, terms::dimension(Dimension::Design), it));
    let operation = group.operation.as_ref().map(|it| figures(state, terms::assured_operation(), it));
    let view = view! {
        <div class="scores">{design}{operation}</div>
        {(!notes.is_empty()).then(|| items(notes))}
        <p>{state.say(words::PROOF_TEXT)}</p>
        <details>
            <summary>{state.say(words::MEANING)}</summary>
            {meanings(state)}
        </details>
        {why_button(Topic::Figure(GroupKey::Overall, view), text::WHY, about)}
    };
    Some(view.into_any())
}

/// One dimension: the confirmed group level large, the claimed one beside it, then all in words.
fn figures(state: State, name: Words, figures: &Figures) -> AnyView {
    let lines = sentence::standing(&state.names(), figures);
    let Reading { confirmed, claimed, .. } = figures.group_level;
    view! {
        <section class="score">
            <h3>{state.say(name)}</h3>
            <dl class="levels">
                <div>
                    <dt>{state.say(terms::sense(Sense::Confirmed))}</dt>
                    <dd class="big">{confirmed.number()}</dd>
                </div>
                <div>
                    <dt>{state.say(terms::sense(Sense::Claimed))}</dt>
                    <dd>{claimed.number()}</dd>
                </div>
            </dl>
            {items(lines)}
        </section>
    }
    .into_any()
}

fn meanings(state: State) -> AnyView {
    let figures = Figure::ALL.map(|it| (terms::figure(it), terms::figure_meaning(it)));
    let senses = Sense::ALL.map(|it| (terms::sense(it), terms::sense_meaning(it)));
    let items = figures.into_iter().chain(senses).map(|(name, meaning)| {
        view! { <div><dt>{state.say(name)}</dt><dd>{state.say(meaning)}</dd></div> }
    });
    view! { <dl class="facts">{items.collect_view()}</dl> }.into_any()
}

fn gaps(state: State) -> Option<AnyView> {
    let count = state.evaluation.read().as_ref().map(|it| it.gaps.len())?;
    if count == 0 {
        return Some(view! { <p>{state.say(words::GAPS_NONE)}</p> }.into_any());
    }
    let is_open = RwSignal::new(false);
    let n = move || if is_open.get() { count } else { FIRST_GAPS };
    let first = move || shown(state, |names, work, it| tables::gaps(names, work, it, n()));
    let more = move || {
        (n() < count).then(|| {
            view! {
                <button type="button" on:click=move |_| is_open.set(true)>
                    {state.say(words::GAPS_MORE)}" ("{count}")"
                </button>
            }
        })
    };
    Some(view! { {first}{more} }.into_any())
}

/// For each target: how many requirements have which status, and the way to all of them.
fn frameworks(state: State) -> Option<AnyView> {
    let evaluation = state.evaluation.get()?;
    let targets = state.of_work(|it| it.scope.targets.clone())?;
    let items = targets.into_iter().map(|target| {
        let counts = tables::status_counts(&evaluation, &target.framework);
        let counts = counts.into_iter().map(|(status, n)| {
            view! { <li>{state.say(terms::requirement_status(status))}" "<b>{n}</b></li> }
        });
        let name = state.names().framework(&target.framework);
        let href = Route::Framework(target.framework).href();
        view! {
            <div>
                <dt><a href=href>{name}</a></dt>
                <dd><ul class="counts">{counts.collect_view()}</ul></dd>
            </div>
        }
    });
    Some(view! { <dl class="facts">{items.collect_view()}</dl> }.into_any())
}

fn warnings(state: State) -> Option<AnyView> {
    let evaluation = state.evaluation.get()?;
    let names = state.names();
    let said: Vec<String> =
        evaluation.warnings.iter().map(|it| sentence::warning(&names, it)).collect();
    (!said.is_empty()).then(|| items(said))
}
