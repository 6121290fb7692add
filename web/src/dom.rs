//! Elements made straight in the document, and how they follow what they read.
//!
//! Signals, effects and owners are Leptos's; its renderer is left out. That keeps the program
//! small, and no string ever becomes HTML: everything is made as an element, an attribute or a
//! text, so Trusted Types can refuse whatever else is tried.

mod element;
mod follow;
mod view;
mod window;

pub(crate) use element::{Tag, el, svg};
pub(crate) use follow::follow;
pub(crate) use view::{View, all, live, plain, text};
pub(crate) use window::{before_paint, document, on_window, set_timeout, window};
