//! A tested sample of a control's operation.

use crate::components::choice::check_box;
use crate::components::field::{date_field, number_field};
use crate::state::{State, use_state};
use crate::text::assess as words;
use kumomori_core::assessment::{Automation, Sample};
use kumomori_core::control::Control;
use kumomori_core::role::Role;
use kumomori_core::sample::MAX_ITEMS;
use kumomori_report::sentence;
use leptos::prelude::*;

/// The numbers as typed; they count once they fit together.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Typed {
    population: String,
    tested: String,
    deviations: String,
}

impl Typed {
    fn of(sample: Sample) -> Self {
        Self {
            population: sample.population.map(|it| it.to_string()).unwrap_or_default(),
            tested: sample.tested.to_string(),
            deviations: sample.deviations.to_string(),
        }
    }

    /// The sample that the numbers say, if deviations, tested and population are in order.
    fn sample(&self, automation: Option<Automation>) -> Option<Sample> {
        let population = match self.population.trim() {
            "" => None,
            text => Some(text.parse::<u32>().ok()?),
        };
        let tested = self.tested.trim().parse::<u32>().ok()?;
        let deviations = self.deviations.trim().parse::<u32>().ok()?;
        let most = population.unwrap_or(MAX_ITEMS);
        (deviations <= tested && tested <= most && most <= MAX_ITEMS)
            .then_some(Sample { population, tested, deviations, automation })
    }
}

/// Whether a sample was tested, and what it showed.
pub(crate) fn sample(control: &'static Control, role: Role) -> AnyView {
    let state = use_state();
    let now = Memo::new(move |_| state.answer(&control.id, role).sample);
    let blank = Sample { population: None, tested: 0, deviations: 0, automation: None };
    let set = move |sample| state.edit_answer(&control.id, role, |it| it.sample = sample);
    let has = Memo::new(move |_| now.get().is_some());
    view! {
        <details>
            <summary>{state.say(words::SAMPLE)}</summary>
            <p class="hint">{state.say(words::SAMPLE_HINT)}</p>
            {check_box(
                move || state.say(words::SAMPLE_HAS)().to_owned(),
                None,
                move || has.get(),
                move |is_in| set(is_in.then_some(blank)),
            )}
            {move || has.get().then(|| numbers(control, role, now))}
        </details>
    }
    .into_any()
}

fn numbers(control: &'static Control, role: Role, now: Memo<Option<Sample>>) -> AnyView {
    let state = use_state();
    let typed = RwSignal::new(now.get_untracked().map(Typed::of).unwrap_or_default());
    let automation = move || now.get().and_then(|it| it.automation);
    let enter = move |change: &dyn Fn(&mut Typed)| {
        typed.update(|it| change(it));
        if let Some(sample) = typed.read_untracked().sample(automation()) {
            state.edit_answer(&control.id, role, |it| it.sample = Some(sample));
        }
    };
    let automate = move |automation| {
        state.edit_answer(&control.id, role, |it| {
            if let Some(sample) = &mut it.sample {
                sample.automation = automation;
            }
        });
    };
    let since = move || automation().and_then(|it| it.unchanged_since);
    let is_automated = Memo::new(move |_| automation().is_some());
    let since_field = move || {
        is_automated.get().then(|| {
            let set = move |unchanged_since| automate(Some(Automation { unchanged_since }));
            date_field(words::UNCHANGED_SINCE, since, set)
        })
    };
    let is_wrong = move || typed.read().sample(None).is_none();
    let problem = move || {
        is_wrong().then(|| view! { <p class="problem">{state.say(words::SAMPLE_ORDER)}</p> })
    };
    view! {
        <div class="row">
            {number_field(words::POPULATION, move || typed.read().population.clone(), move |text| enter(&|it| it.population.clone_from(&text)))}
            {number_field(words::TESTED, move || typed.read().tested.clone(), move |text| enter(&|it| it.tested.clone_from(&text)))}
            {number_field(words::DEVIATIONS, move || typed.read().deviations.clone(), move |text| enter(&|it| it.deviations.clone_from(&text)))}
        </div>
        {check_box(
            move || state.say(words::AUTOMATED)().to_owned(),
            None,
            move || is_automated.get(),
            move |is_in| automate(is_in.then_some(Automation { unchanged_since: None })),
        )}
        {since_field}
        <div role="status">{problem}{move || shown(state, control, role)}</div>
    }
    .into_any()
}

/// What the sample shows, in words.
fn shown(state: State, control: &'static Control, role: Role) -> Option<AnyView> {
    let result = state.result(&control.id, role)?.sample?;
    let text = sentence::sample(&state.names(), &result);
    Some(view! { <p>{text}</p> }.into_any())
}
