//! The result as a whole.

mod beside;

use crate::components::aside::{aside, ask};
use crate::components::choice::select;
use crate::components::header::offer;
use crate::components::piece::{
    block, button, button_while, details, facts, link, list, paragraph, section, toggle,
};
use crate::components::why::why_button;
use crate::dom::{View, all, el, live, plain, text, window};
use crate::pages::with_work;
use crate::reactive::prelude::*;
use crate::routes::Route;
use crate::state::{Notice, State, use_state};
use crate::text as site;
use crate::text::result as words;
use kumomori_core::figures::GroupKey;
use kumomori_core::role::View as Whose;
use kumomori_report::report::{Format, Kind};
use kumomori_report::table as tables;
use kumomori_report::topic::Topic;
use kumomori_report::words as terms;
use wasm_bindgen_futures::spawn_local;

/// How many gaps are shown before the reader asks for all.
const FIRST_GAPS: usize = 7;

/// The page.
pub(crate) fn result_page() -> View {
    let state = use_state();
    with_work(state.say(words::TITLE), move || content(state))
}

fn content(state: State) -> View {
    let chosen = RwSignal::new(None::<Whose>);
    let view = Memo::new(move |_| {
        let roles = state.evaluation.read().as_ref().map(|it| it.roles)?;
        let chosen = chosen.get().filter(|it| roles.views().any(|view| view == *it));
        chosen.or(roles.views().last())
    });
    let why = move || {
        Some(why_button(Topic::Figure(GroupKey::Overall, view.get()?), state.say(words::OVERALL)))
    };
    all([
        standing(state),
        live(move || views(state, chosen, view)),
        aside(state, move || view.get().map(|it| format!("standing {}", it.word())), 1),
        live(why),
        section(state.say(words::GAPS), gaps(state)),
        block("screen", section(state.say(words::DOCUMENTS), documents(state))),
        section(state.say(words::COMPARE), beside::comparison(state)),
        section(state.say(words::SERVICES), beside::services(state)),
        live(move || frameworks(state).map(|it| section(state.say(words::FRAMEWORKS), it))),
        aside(state, || Some("rest".to_owned()), 1),
    ])
}

/// What was judged and when, and the ways to keep it.
fn standing(state: State) -> View {
    let subject = text(move || {
        let parts = state.of_work(|it| [it.title.clone(), it.subject.name.clone()]);
        let parts = parts.into_iter().flatten().filter(|it| !it.is_empty());
        parts.collect::<Vec<String>>().join(" - ")
    });
    let facts = text(move || {
        let level = state.of_work(|it| it.scope.target_level).map(|it| state.level(it));
        let [as_of, target] = [words::AS_OF, words::TARGET].map(|it| state.word(it));
        format!("{as_of} {} / {target} {}", state.today, level.unwrap_or_default())
    });
    let ways = all([
        button("", state.say(site::file::SAVE_EVALUATION), move || {
            save(state, "evaluation".to_owned(), "kumomori-evaluation.json".to_owned());
        }),
        button("", state.say(words::PRINT), move || window().print().unwrap_or_default()),
    ]);
    all([paragraph("lead", subject), paragraph("", facts), block("actions screen", ways)])
}

/// The documents that go out of the assessment; those of the plan are on its page.
fn documents(state: State) -> View {
    let kind = RwSignal::new(Kind::Gaps);
    let choice = live(move || {
        let kinds = state.of_work(|it| Kind::ALL.map(|kind| (kind, kind.is_offered(it))))?;
        let offered = kinds.into_iter().filter(|(it, is_offered)| *is_offered && !is_of_plan(*it));
        let named = offered.map(|(kind, _)| (kind, state.say(kind.title()))).collect();
        Some(select(words::DOCUMENT, named, move || kind.get(), move |it| kind.set(it)))
    });
    let ways = move || Some(ways(state, kind.get(), || Some(String::new())));
    let subject = move || Some(format!("document {}", kind.get().word()));
    let shown = details("", state.say(words::SHOW), move || aside(state, subject, 3));
    all([choice, block("actions", live(ways)), shown])
}

fn is_of_plan(kind: Kind) -> bool {
    matches!(kind, Kind::Plan | Kind::Schedule)
}

/// The ways to save a document in each format that it has, while there are terms for it.
pub(crate) fn ways(
    state: State,
    kind: Kind,
    terms: impl Fn() -> Option<String> + Copy + 'static,
) -> View {
    let offered = Format::ALL.into_iter().filter(|it| it.is_offered(kind));
    all(offered.map(|format| {
        let act = move || {
            if let Some(terms) = untrack(terms) {
                let (kind, ending) = (kind.word(), format.word());
                let subject = format!("report {kind} {ending}{terms}");
                save(state, subject, format!("kumomori-{kind}.{ending}"));
            }
        };
        button_while("", plain(format.name()), move || terms().is_some(), act)
    }))
}

/// Saves what the worker makes of a subject.
fn save(state: State, subject: String, name: String) {
    spawn_local(async move {
        let text = ask(state, subject).await;
        if text.is_empty() {
            state.refuse(Notice::NoTexts);
        } else {
            offer(state, &name, &text);
        }
    });
}

/// The choice of whose duties are looked at, where there is one.
fn views(state: State, chosen: RwSignal<Option<Whose>>, now: Memo<Option<Whose>>) -> Option<View> {
    let roles = state.evaluation.read().as_ref().map(|it| it.roles)?;
    let views: Vec<Whose> = roles.views().collect();
    let choice = |view: Whose| {
        let is_chosen = move || now.get() == Some(view);
        let choose = move || chosen.set(Some(view));
        toggle(None, state.say(terms::view(view)), is_chosen, choose)
    };
    let choices = (views.len() > 1).then(|| all(views.into_iter().map(choice)))?;
    let label = el("span").set("aria-hidden", "true").with(state.say(words::VIEW)).view();
    let named = el("div").class("views screen").set("role", "group");
    let named = named.follow("aria-label", move || Some(state.word(words::VIEW)));
    Some(named.with(label).with(choices).view())
}

fn gaps(state: State) -> View {
    let shows_all = RwSignal::new(false);
    let count = Memo::new(move |_| state.evaluation.read().as_ref().map_or(0, |it| it.gaps.len()));
    let is_cut = move || !shows_all.get() && count.get() > FIRST_GAPS;
    let first = move || {
        let n = if is_cut() { FIRST_GAPS } else { count.get() };
        Some(format!("gaps {n}"))
    };
    let more = move || {
        let label = text(move || format!("{} ({})", state.word(words::GAPS_MORE), count.get()));
        is_cut().then(|| button("", label, move || shows_all.set(true)))
    };
    let plan = link("button", &Route::Plan.href(), state.say(words::TO_PLAN));
    all([aside(state, first, 1), block("actions screen", all([live(more), plan]))])
}

/// For each target: how many requirements have which status, and the way to all of them.
fn frameworks(state: State) -> Option<View> {
    let evaluation = state.evaluation.get()?;
    let targets = state.of_work(|it| it.scope.targets.clone())?;
    let found = targets.into_iter().map(|target| {
        let counts = tables::status_counts(&evaluation, &target.framework);
        let counts = counts.into_iter().map(|(status, n)| {
            text(move || format!("{} {n}", state.word(terms::requirement_status(status))))
        });
        let name = plain(&state.names().framework(&target.framework));
        (link("", &Route::Framework(target.framework).href(), name), list("counts", counts))
    });
    Some(facts("facts", found.collect()))
}
