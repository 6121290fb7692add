//! One answer for everything that is listed.

use crate::components::choice::{check_box, select};
use crate::components::piece::{announced, block, button_while, paragraph};
use crate::dom::{View, all, text};
use crate::edit;
use crate::pages::list::Listed;
use crate::reactive::prelude::*;
use crate::state::{State, use_state};
use crate::text::assess;
use crate::text::list as words;
use kumomori_core::dimension::Dimension;
use kumomori_core::id::ControlId;
use kumomori_core::ladder::{Ladder, Level};
use kumomori_core::role::Role;

/// How many of the answers that would change are named.
const NAMED: usize = 3;

/// Chooses an answer, shows what it would change, and gives it.
pub(crate) fn bulk(listed: Memo<Listed>) -> View {
    let state = use_state();
    let dimension = RwSignal::new(Dimension::Design);
    let level = RwSignal::new(Some(Level::ONE));
    let only_open = RwSignal::new(true);
    let ladder = move || level.get().map_or(Ladder::UNKNOWN, Ladder::up_to);
    let changing = Memo::new(move |_| {
        let all = names(state, &listed.read());
        let find = |it: &_| edit::changing(it, &all, dimension.get(), ladder(), only_open.get());
        state.of_work(find).unwrap_or_default()
    });
    let dimensions = Dimension::ALL.map(|it| (it, state.say(assess::level_of(it))));
    let levels = Level::all().map(|it| (Some(it), text(move || state.level(it))));
    let levels = levels.chain([(None, state.say(assess::UNKNOWN))]).collect();
    let choices = all([
        select(
            words::ASPECT,
            dimensions.into(),
            move || dimension.get(),
            move |it| dimension.set(it),
        ),
        select(words::LEVEL, levels, move || level.get(), move |it| level.set(it)),
    ]);
    let preview = text(move || {
        let changing = changing.read();
        let first = changing.iter().take(NAMED);
        let first: Vec<String> =
            first.map(|(id, role)| state.names().control_of(id, *role)).collect();
        words::would_change(state.lang.get(), changing.len(), &first)
    });
    let act = move || {
        let (all, dimension) = (changing.get_untracked(), dimension.get_untracked());
        let ladder = untrack(ladder);
        state.edit(|it| {
            for (control, role) in &all {
                edit::answer(it, control, *role, |it| edit::set_ladder(it, dimension, ladder));
            }
        });
    };
    let may = move || state.is_writer && !changing.read().is_empty();
    all([
        paragraph("hint", state.say(words::BULK_HINT)),
        block("filters", choices),
        check_box(
            state.say(words::ONLY_OPEN),
            None,
            move || only_open.get(),
            move |it| only_open.set(it),
        ),
        announced(paragraph("", preview)),
        block("actions", button_while("", state.say(words::BULK_DO), may, act)),
    ])
}

fn names(state: State, listed: &Listed) -> Vec<(ControlId, Role)> {
    let name =
        |(idx, role): &(usize, Role)| Some((state.library.controls.get(*idx)?.id.clone(), *role));
    listed.iter().filter_map(name).collect()
}
