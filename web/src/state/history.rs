//! What was changed, step by step, so that it can be taken back.

/// The most steps that are kept.
const MOST: usize = 100;

/// Former states of something, and those that were taken back.
#[derive(Debug, Clone)]
pub(crate) struct History<T> {
    past: Vec<T>,
    future: Vec<T>,
    /// The text field in which the last step was typed.
    field: Option<String>,
    /// How many steps were taken, back and forth.
    taken: u32,
}

impl<T> Default for History<T> {
    fn default() -> Self {
        Self { past: Vec::new(), future: Vec::new(), field: None, taken: 0 }
    }
}

impl<T> History<T> {
    /// Whether there is a step to take back.
    pub(crate) fn has_past(&self) -> bool {
        !self.past.is_empty()
    }

    /// Whether there is a step that was taken back.
    pub(crate) fn has_future(&self) -> bool {
        !self.future.is_empty()
    }

    /// A number that another step changes, while more of the same step leaves it.
    pub(crate) fn taken(&self) -> u32 {
        self.taken
    }

    /// Lets what comes next be a step of its own.
    pub(crate) fn part(&mut self) {
        self.field = None;
        self.taken = self.taken.wrapping_add(1);
    }

    /// Takes up what was before the first step, and what was taken back before it if nothing has
    /// happened since; in each the nearest last.
    pub(crate) fn recall(&mut self, mut past: Vec<T>, future: Vec<T>) {
        if !self.has_past() && !self.has_future() {
            self.future = future;
        }
        past.append(&mut self.past);
        self.past = past;
    }

    /// Notes how it was before a change; what is typed into one text field is one step.
    pub(crate) fn note(&mut self, before: T, field: Option<String>) {
        self.future.clear();
        let is_same_step = field.is_some() && field == self.field && self.has_past();
        self.field = field;
        if !is_same_step {
            self.taken = self.taken.wrapping_add(1);
            if self.past.len() == MOST {
                self.past.remove(0);
            }
            self.past.push(before);
        }
    }

    /// Takes a step back: how it was before it.
    pub(crate) fn undo(&mut self, now: T) -> Option<T> {
        self.part();
        let before = self.past.pop()?;
        self.future.push(now);
        Some(before)
    }

    /// Does again what was taken back last.
    pub(crate) fn redo(&mut self, now: T) -> Option<T> {
        self.part();
        let after = self.future.pop()?;
        self.past.push(now);
        Some(after)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn field(name: &str) -> Option<String> {
        Some(name.to_owned())
    }

    #[test]
    fn steps_are_taken_back_and_done_again_in_order() {
        let mut history = History::default();
        history.note('a', None);
        history.note('b', None);
        assert_eq!(history.undo('c'), Some('b'));
        assert_eq!(history.undo('b'), Some('a'));
        assert_eq!(history.undo('a'), None);
        assert_eq!(history.redo('a'), Some('b'));
        assert_eq!(history.redo('b'), Some('c'));
        assert_eq!(history.redo('c'), None);
    }

    #[test]
    fn a_new_change_forgets_what_was_taken_back() {
        let mut history = History::default();
        history.note('a', None);
        history.undo('b');
        assert!(history.has_future());
        history.note('a', None);
        assert!(!history.has_future());
    }

    #[test]
    fn what_is_typed_into_one_field_is_one_step() {
        let mut history = History::default();
        history.note("", field("name"));
        history.note("w", field("name"));
        history.note("wo", field("note"));
        history.note("wor", None);
        history.note("word", None);
        let mut steps = Vec::new();
        while let Some(before) = history.undo("-") {
            steps.push(before);
        }
        assert_eq!(steps, ["word", "wor", "wo", ""]);
    }

    #[test]
    fn after_taking_back_the_same_field_begins_a_step() {
        let mut history = History::default();
        history.note("", field("name"));
        history.undo("a");
        history.note("", field("name"));
        assert_eq!(history.undo("b"), Some(""));
    }

    #[test]
    fn the_oldest_steps_are_forgotten() {
        let mut history = History::default();
        for step in 0..MOST + 5 {
            history.note(step, None);
        }
        let mut oldest = None;
        while let Some(before) = history.undo(0) {
            oldest = Some(before);
        }
        assert_eq!(oldest, Some(5));
    }
}
