//! A tested sample of a control's operation.

use crate::components::choice::check_box;
use crate::components::field::{date_field, number_field};
use crate::components::piece::{announced, block, details, paragraph};
use crate::dom::{View, all, live, plain};
use crate::reactive::prelude::*;
use crate::state::{State, use_state};
use crate::text::assess as words;
use kumomori_core::assessment::{Automation, Sample};
use kumomori_core::control::Control;
use kumomori_core::role::Role;
use kumomori_core::sample::MAX_ITEMS;
use kumomori_report::sentence;

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
        (deviations <= tested && tested <= most && most <= MAX_ITEMS).then_some(Sample {
            population,
            tested,
            deviations,
            automation,
        })
    }
}

/// Whether a sample was tested, and what it showed.
pub(crate) fn sample(control: &'static Control, role: Role) -> View {
    let state = use_state();
    details("", state.say(words::SAMPLE), move || content(state, control, role))
}

fn content(state: State, control: &'static Control, role: Role) -> View {
    let now = Memo::new(move |_| state.answer(&control.id, role).sample);
    let has = Memo::new(move |_| now.get().is_some());
    let blank = Sample { population: None, tested: 0, deviations: 0, automation: None };
    let set = move |is_in: bool| {
        let sample = is_in.then_some(blank);
        state.edit_answer(&control.id, role, |it| it.sample = sample);
    };
    all([
        paragraph("hint", state.say(words::SAMPLE_HINT)),
        check_box(state.say(words::SAMPLE_HAS), None, move || has.get(), set),
        live(move || has.get().then(|| numbers(state, control, role, now))),
    ])
}

fn numbers(state: State, control: &'static Control, role: Role, now: Memo<Option<Sample>>) -> View {
    let typed = RwSignal::new(now.get_untracked().map(Typed::of).unwrap_or_default());
    let enter = move |change: &dyn Fn(&mut Typed)| {
        typed.update(|it| change(it));
        let automation = now.get_untracked().and_then(|it| it.automation);
        if let Some(sample) = typed.read_untracked().sample(automation) {
            state.edit_answer(&control.id, role, |it| it.sample = Some(sample));
        }
    };
    let is_wrong = move || typed.read().sample(None).is_none();
    let fields = [
        number_field(
            words::POPULATION,
            is_wrong,
            move || typed.get().population,
            move |text| {
                enter(&|it| it.population.clone_from(&text));
            },
        ),
        number_field(
            words::TESTED,
            is_wrong,
            move || typed.get().tested,
            move |text| {
                enter(&|it| it.tested.clone_from(&text));
            },
        ),
        number_field(
            words::DEVIATIONS,
            is_wrong,
            move || typed.get().deviations,
            move |text| {
                enter(&|it| it.deviations.clone_from(&text));
            },
        ),
    ];
    let problem = move || is_wrong().then(|| paragraph("problem", state.say(words::SAMPLE_ORDER)));
    all([
        block("row", all(fields)),
        automation(state, control, role, now),
        announced(all([live(problem), live(move || shown(state, control, role))])),
    ])
}

/// Whether the control is automated, and since when it has not been changed.
fn automation(
    state: State,
    control: &'static Control,
    role: Role,
    now: Memo<Option<Sample>>,
) -> View {
    let now = move || now.get().and_then(|it| it.automation);
    let is_automated = Memo::new(move |_| now().is_some());
    let set = move |automation: Option<Automation>| {
        state.edit_answer(&control.id, role, |it| {
            if let Some(sample) = &mut it.sample {
                sample.automation = automation;
            }
        });
    };
    let since = move || {
        let since = move || now().and_then(|it| it.unchanged_since);
        let change = move |unchanged_since| set(Some(Automation { unchanged_since }));
        is_automated.get().then(|| date_field(words::UNCHANGED_SINCE, since, change))
    };
    let unknown = Automation { unchanged_since: None };
    let automate = move |is_in: bool| set(is_in.then_some(unknown));
    all([
        check_box(state.say(words::AUTOMATED), None, move || is_automated.get(), automate),
        live(since),
    ])
}

/// What the sample shows, in words.
fn shown(state: State, control: &'static Control, role: Role) -> Option<View> {
    let result = state.result(&control.id, role)?.sample?;
    Some(paragraph("", plain(&sentence::sample(&state.names(), &result))))
}
