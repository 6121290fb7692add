//! The check language of `docs/checks.md` once more: a tree of its own, answered as it stands.
//!
//! Nothing is compiled, planned or shared: a document becomes a tree of [`Value`]s, in which
//! whatever is of another type than its field holds is unknown, and every part of an expression
//! is answered anew each time.

mod compare;
mod count;
mod expr;
mod held;
mod moment;
mod print;
mod run;
mod span;
mod value;
mod version;

pub use expr::{Expr, Function, Macro, Operator};
pub use held::document;
pub use value::Value;

use kumomori_check::kind::Kind;
use serde_json::Value as Json;
use std::collections::BTreeMap;

/// Thresholds by name.
pub type Thresholds = BTreeMap<String, Value>;

/// The verdict of a check on a document, as the word of files.
pub fn verdict(
    when: Option<&Expr>,
    expect: &Expr,
    document: &Json,
    kind: &Kind,
    thresholds: &Thresholds,
) -> &'static str {
    let document = held::document(document, kind);
    if document == Value::List(Vec::new()) {
        return "insufficient";
    }
    let answer = |it: &Expr| run::run(it, &document, thresholds);
    match when.map(answer) {
        Some(Value::Bool(false)) => return "not-applicable",
        None | Some(Value::Bool(true)) => (),
        Some(_) => return "insufficient",
    }
    match answer(expect) {
        Value::Bool(true) => "supports",
        Value::Bool(false) => "contradicts",
        _ => "insufficient",
    }
}
