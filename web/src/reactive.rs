//! Signals, effects and owners: the reactive system of Leptos, without its renderer and its server.

use any_spawner::Executor;
use reactive_graph::owner::Owner;

/// What everything that is shown is made with.
pub(crate) mod prelude {
    pub(crate) use reactive_graph::computed::{ArcMemo, Memo};
    pub(crate) use reactive_graph::effect::{Effect, RenderEffect};
    pub(crate) use reactive_graph::graph::{Subscriber, ToAnySubscriber, untrack};
    pub(crate) use reactive_graph::owner::{
        StoredValue, expect_context, on_cleanup, provide_context,
    };
    pub(crate) use reactive_graph::signal::RwSignal;
    pub(crate) use reactive_graph::traits::*;
}

/// Runs what makes the page; everything in it lives as long as the page does.
pub(crate) fn begin(make: impl FnOnce()) {
    // The only error is that it was done before.
    drop(Executor::init_wasm_bindgen());
    let owner = Owner::new();
    owner.with(make);
    std::mem::forget(owner);
}
