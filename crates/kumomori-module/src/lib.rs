//! The policy module: one request in, one answer out.
//!
//! [`answer`] takes a `kumomori.request/1` and gives a `kumomori.answer/1`, both JSON, over the
//! packed policies. It keeps nothing between calls, reads no clock and imports nothing, so that
//! the same request gives the same bytes in every host.
//!
//! ```
//! let request = br#"{
//!   "format": "kumomori.request/1",
//!   "evidence": [{ "kind": "tls-endpoints", "document": [{ "min_version": "TLS1.0" }] }]
//! }"#;
//! let answer = kumomori_module::answer(request);
//! assert!(answer.contains(r#""check": "tls-floor""#));
//! assert!(answer.contains(r#""verdict": "contradicts""#));
//! ```

#![no_std]
#![forbid(unsafe_code)]

extern crate alloc;

pub mod admission;
mod asked;
mod catalog;
mod diagnosis;
mod explained;
mod judged;
mod own;
mod policy;
mod reader;
mod request;

use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;
use diagnosis::Diagnosis;
use kumomori_core::checks::Checks;
use kumomori_core::checks::asking::Questions;
use kumomori_core::pack;
use kumomori_core::text::Lang;
use kumomori_wire::json::Node;
use kumomori_wire::write::{list, object, text, to_text};
use request::{Request, Wants};

/// What an answer calls its format.
pub const FORMAT: &str = "kumomori.answer/1";

/// The answer to a request: `ok` with what was wanted, or `diagnostics` with everything that is
/// wrong with the request.
pub fn answer(request: &[u8]) -> String {
    try_answer(request).unwrap_or_else(|refusal| refusal)
}

/// The answer to a request.
///
/// # Errors
///
/// The answer too, but with `diagnostics`: the request is wrong.
pub fn try_answer(request: &[u8]) -> Result<String, String> {
    let outcome = wanted(request, None);
    let is_wrong = outcome.is_err();
    let answer = written(outcome);
    if is_wrong { Err(answer) } else { Ok(answer) }
}

/// The answer to a request, as if it wanted one thing: `checks`, `frameworks` or another word of
/// `want`.
pub fn answer_wanting(request: &[u8], want: &'static str) -> String {
    written(wanted(request, Some(want)))
}

/// What can be asked about: frameworks with their requirements, controls, kinds of evidence with
/// their fields, checks and thresholds.
pub fn catalog() -> String {
    written(catalog::catalog().ok_or_else(|| vec![Diagnosis::damaged(Lang::En)]))
}

/// The verdicts of evidence files, in their order: a letter for each check of the kind, `s`, `c`,
/// `i` and `n` for supports, contradicts, insufficient and not applicable; `None` for a file that
/// cannot be read.
pub fn verdicts(files: &[&[u8]]) -> Vec<Option<String>> {
    let texts = files.iter().map(|it| core::str::from_utf8(it).unwrap_or_default());
    let Some(checks) = read_checks(request::kinds(texts).as_deref()) else {
        return vec![None; files.len()];
    };
    let questions = Questions::new(&checks, checks.policy());
    files.iter().map(|it| questions.ask(it).ok().map(|it| asked::letters(&it))).collect()
}

/// The packed checks of some kinds, or of all.
fn read_checks(kinds: Option<&[&str]>) -> Option<Checks> {
    let is_wanted = |kind: &str| kinds.is_none_or(|all| all.contains(&kind));
    pack::read_checks_of(kumomori_data::CHECKS, is_wanted)
}

fn written(outcome: Result<Node, Vec<Diagnosis>>) -> String {
    to_text(&node(outcome))
}

fn node(outcome: Result<Node, Vec<Diagnosis>>) -> Node {
    let head = object([("format", text(FORMAT))]);
    head.followed_by(match outcome {
        Ok(ok) => object([("ok", ok)]),
        Err(found) => object([("diagnostics", list(found.iter().map(Diagnosis::node)))]),
    })
}

fn wanted(bytes: &[u8], want: Option<&'static str>) -> Result<Node, Vec<Diagnosis>> {
    let mut request = Request::read(bytes)?;
    if let Some(want) = want {
        request.wants = Wants::only(want);
    }
    let damaged = || vec![Diagnosis::damaged(request.lang)];
    let mut checks = read_checks(request.kinds().as_deref()).ok_or_else(damaged)?;
    request.join_checks(&mut checks)?;
    let policy = request.policy(&checks)?;
    let asked = asked::ask(&request, &checks, policy);
    let mut ok = object([("library", text(kumomori_data::SHA256))]);
    if request.wants.has("checks") {
        ok = ok.followed_by(object([("checks", asked::checks(&request, &asked))]));
    }
    if request.wants.has("verdicts") {
        ok = ok.followed_by(object([("verdicts", asked::verdicts(&asked))]));
    }
    if request.wants.has("catalog") {
        let catalog = catalog::catalog().ok_or_else(damaged)?;
        ok = ok.followed_by(object([("catalog", catalog)]));
    }
    let Some(assessment) = &request.assessment else {
        return match request.wants.first_of(judged::WANTS) {
            None => Ok(ok),
            Some(want) => Err(vec![judged::no_assessment(&request, want)]),
        };
    };
    let library = pack::read(kumomori_data::LIBRARY).ok_or_else(damaged)?;
    let judged = judged::judge(&request, assessment, &library, &checks, &asked)?;
    Ok(ok.followed_by(judged))
}
