//! Everything that changes an assessment.

use super::{History, Incoming, Notice, State};
use crate::dom::{document, window};
use crate::edit;
use crate::evidence::take_back;
use crate::reactive::prelude::*;
use crate::routes::{Route, go};
use crate::storage::give_up_assessment;
use kumomori_core::assessment::{Answer, Assessment};
use kumomori_core::dimension::Dimension;
use kumomori_core::id::ControlId;
use kumomori_core::ladder::{Ladder, Level, Rung};
use kumomori_core::role::Role;

impl State {
    /// Changes the assessment, if there is one and this tab may.
    pub(crate) fn edit(self, change: impl FnOnce(&mut Assessment)) {
        let Some(before) = self.work.get_untracked().filter(|_| self.is_writer) else { return };
        self.history.update(|it| it.note(before, text_field()));
        self.work.update(|work| {
            if let Some(assessment) = work {
                change(assessment);
            }
        });
    }

    /// Takes the last change back.
    pub(crate) fn undo(self) {
        self.step(History::undo);
    }

    /// Does again what was taken back last.
    pub(crate) fn redo(self) {
        self.step(History::redo);
    }

    fn step(self, take: fn(&mut History<Assessment>, Assessment) -> Option<Assessment>) {
        let Some(now) = self.work.get_untracked() else { return };
        let other = self.history.try_update(|it| take(it, now)).flatten();
        if other.is_some() {
            self.work.set(other);
        }
    }

    /// Changes the answer about a control for a role.
    pub(crate) fn edit_answer(
        self,
        control: &ControlId,
        role: Role,
        change: impl FnOnce(&mut Answer),
    ) {
        self.edit(|assessment| edit::answer(assessment, control, role, change));
    }

    /// Answers a dimension with a level, or with not knowing.
    pub(crate) fn set_level(
        self,
        control: &ControlId,
        role: Role,
        dimension: Dimension,
        level: Option<Level>,
    ) {
        let ladder = level.map_or(Ladder::UNKNOWN, Ladder::up_to);
        self.edit_answer(control, role, |answer| edit::set_ladder(answer, dimension, ladder));
    }

    /// Answers one rung (1 to 5) of a dimension.
    pub(crate) fn set_rung(
        self,
        control: &ControlId,
        role: Role,
        dimension: Dimension,
        (rung, value): (u8, Rung),
    ) {
        self.edit_answer(control, role, |answer| edit::set_rung(answer, dimension, rung, value));
    }

    /// Opens an assessment; asks first when there is one already.
    pub(crate) fn open(self, incoming: Incoming) {
        if !self.is_writer {
            return;
        }
        let has_work =
            self.work.read_untracked().is_some() || self.unreadable.read_untracked().is_some();
        if has_work {
            self.incoming.set(Some(incoming));
        } else {
            self.replace(incoming);
        }
    }

    /// Puts an assessment in the place of the present one and shows where to go on.
    pub(crate) fn replace(self, incoming: Incoming) {
        let Incoming { assessment, notice, .. } = incoming;
        let next = if assessment.answers.is_empty() { Route::Scope } else { Route::Assess };
        self.incoming.set(None);
        take_back(self, None);
        self.give_up_unreadable();
        self.notice.set(notice);
        if let Some(before) = self.work.get_untracked() {
            self.history.update(|it| it.note(before, None));
        }
        self.work.set(Some(assessment));
        go(&next);
    }

    /// Opens an assessment that the history gave back in the place of one that cannot be read.
    pub(crate) fn recover(self, assessment: Assessment) {
        self.give_up_unreadable();
        self.notice.set(None);
        self.work.set(Some(assessment));
        go(&Route::Assess);
    }

    fn give_up_unreadable(self) {
        if self.unreadable.get_untracked().is_some() {
            give_up_assessment();
            self.unreadable.set(None);
        }
    }

    /// Says that something could not be opened; the present work stays.
    pub(crate) fn refuse(self, notice: Notice) {
        self.notice.set(Some(notice));
        window().scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// The id of the text field that has the focus.
fn text_field() -> Option<String> {
    let element = document().active_element()?;
    element.has_attribute("maxlength").then(|| element.id())
}
