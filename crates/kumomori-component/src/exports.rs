//! The functions of the component.
#![expect(unsafe_code, reason = "the generated bindings hand over addresses")]
#![allow(missing_docs, clippy::pedantic, reason = "generated; `wit/policy.wit` documents them")]

use crate::{asking, catalog, judging};
use alloc::string::String;
use alloc::vec::Vec;
use core::arch::wasm32::unreachable;
use core::panic::PanicInfo;
use exports::kumomori::policy::assess;
use talc::TalckWasm;

wit_bindgen::generate!({ world: "policy", path: "wit" });

/// Hosts place what they hand over, and free what they got, so memory is given back piece by piece.
#[global_allocator]
static MEMORY: TalckWasm = {
    // SAFETY: there is one thread, and this is the only allocator.
    unsafe { TalckWasm::new_global() }
};

struct Component;

export!(Component);

#[panic_handler]
fn panic(_: &PanicInfo<'_>) -> ! {
    unreachable()
}

impl assess::Guest for Component {
    fn check(
        evidence: Vec<String>,
        options: assess::Options,
    ) -> Result<Vec<Result<assess::Asked, assess::Problem>>, Vec<assess::Problem>> {
        asking::check(&evidence, &options)
    }

    fn evaluate(
        assessment: String,
        evidence: Vec<String>,
        as_of: String,
        options: assess::Options,
    ) -> Result<assess::Evaluation, Vec<assess::Problem>> {
        judging::evaluate(&assessment, &evidence, &as_of, &options)
    }

    fn catalog_of_policies() -> assess::Catalog {
        catalog::catalog()
    }

    fn answer(request: String) -> String {
        let mut answer = kumomori_module::answer(request.as_bytes());
        answer.truncate(answer.trim_end().len());
        answer
    }
}
