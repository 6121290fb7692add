//! The window of the page and its document.

use std::time::Duration;
use wasm_bindgen::prelude::*;
use web_sys::{Document, Event, Window};

/// The window.
pub(crate) fn window() -> Window {
    let global: JsValue = js_sys::global().into();
    global.unchecked_into()
}

/// The document.
pub(crate) fn document() -> Document {
    window().document().unwrap_throw()
}

/// Listens to an event of the window from now on.
pub(crate) fn on_window(event: &str, act: impl FnMut(Event) + 'static) {
    let act: Box<dyn FnMut(Event)> = Box::new(act);
    let act = Closure::wrap(act).into_js_value();
    // Adding a listener fails for no window.
    window().add_event_listener_with_callback(event, act.unchecked_ref()).unwrap_or_default();
}

/// Does something once, after a time of at most some weeks.
pub(crate) fn set_timeout(act: impl FnOnce() + 'static, after: Duration) {
    let act = Closure::once_into_js(act);
    let after = i32::try_from(after.as_millis()).unwrap_or(i32::MAX);
    let function = act.unchecked_ref();
    drop(window().set_timeout_with_callback_and_timeout_and_arguments_0(function, after));
}

/// Does something once, before the next time that the page is painted.
pub(crate) fn before_paint(act: impl FnOnce() + 'static) {
    let act = Closure::once_into_js(act);
    drop(window().request_animation_frame(act.unchecked_ref()));
}
