//! What runs or listens for as long as the part of the page it belongs to.

use crate::reactive::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::{Event, EventTarget};

/// Runs now, and again whenever something that was read has changed.
pub(crate) fn follow(run: impl FnMut() + 'static) {
    run_again(Box::new(run));
}

fn run_again(mut run: Box<dyn FnMut()>) {
    StoredValue::new_local(RenderEffect::new(move |_| run()));
}

/// Listens to an event of an element until the part it stands in goes.
pub(super) fn listen(target: &EventTarget, event: &'static str, act: Box<dyn FnMut(Event)>) {
    let listener = Listener { target: target.clone(), event, act: Closure::wrap(act) };
    // Adding a listener fails for no element.
    let act = listener.act.as_ref().unchecked_ref();
    target.add_event_listener_with_callback(event, act).unwrap_or_default();
    StoredValue::new_local(listener);
}

/// A listener that stops when it is dropped.
struct Listener {
    target: EventTarget,
    event: &'static str,
    act: Closure<dyn FnMut(Event)>,
}

impl Drop for Listener {
    fn drop(&mut self) {
        let act = self.act.as_ref().unchecked_ref();
        self.target.remove_event_listener_with_callback(self.event, act).unwrap_or_default();
    }
}
