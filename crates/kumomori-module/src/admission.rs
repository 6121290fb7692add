//! Reviews of Kubernetes objects before they are taken, in the forms of the hosts that ask.
//!
//! An object that makes pods is asked the checks of the kind `kubernetes-workload`. It is taken
//! unless a check of enough severity contradicts or, by default, cannot be answered. Other objects,
//! and deletions, are taken: these checks say nothing about them.

mod settings;

use crate::diagnosis::Diagnosis;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec;
use alloc::vec::Vec;
use kumomori_check::document::{Piece, members};
use kumomori_check::evaluate::Verdict;
use kumomori_core::checks::asking::{Answered, Questions};
use kumomori_core::text::Lang;
use kumomori_import::kubernetes::evidence;
use kumomori_report::check::{not_asked, said};
use kumomori_report::diagnostic;
use kumomori_wire::json::{Node, parse};
use kumomori_wire::write::{bool, list, number, object, text, to_text};
use settings::Settings;

/// What HTTP calls a request that is refused, and one that cannot be read.
const FORBIDDEN: u32 = 403;
const BAD_REQUEST: u32 = 400;

/// Answers a validation request of Kubewarden, `{"request": …, "settings": …}`, with
/// `{"accepted": …}` and, where it is refused, `message` and `code`.
pub fn validate(message: &[u8]) -> String {
    let outcome = pieces(message).and_then(|it| {
        let settings = Settings::read(of(&it, "settings").unwrap_or("{}").as_bytes())?;
        judge(of(&it, "request").unwrap_or("null"), &settings)
    });
    let head = |accepted| object([("accepted", bool(accepted))]);
    let refused = |code: u32, said: &[String]| {
        head(false)
            .followed_by(object([("message", text(&said.join("\n"))), ("code", number(&code))]))
    };
    to_text(&match outcome {
        Ok(said) if said.is_empty() => head(true),
        Ok(said) => refused(FORBIDDEN, &said),
        Err(said) => refused(BAD_REQUEST, &said),
    })
}

/// Answers whether settings can be used: `{"valid": …}` and, where not, `message`.
pub fn validate_settings(settings: &[u8]) -> String {
    to_text(&match Settings::read(settings) {
        Ok(_) => object([("valid", bool(true))]),
        Err(said) => object([("valid", bool(false)), ("message", text(&said.join("\n")))]),
    })
}

/// Answers a review in the form of the host that asks: an `AdmissionReview` where the input has a
/// `request`, with the settings given, and a list of violations where it has a `review`, with its
/// own `parameters`. `None` when the input is no review.
pub fn review(input: &[u8], settings: &[u8]) -> Option<String> {
    let fields = members(input).ok()?;
    if let Some(request) = of(&fields, "request") {
        return Some(admission_review(request, settings));
    }
    let review = of(&fields, "review")?;
    let parameters = of(&fields, "parameters").unwrap_or("{}").as_bytes();
    let said = Settings::read(parameters).and_then(|it| judge(review, &it));
    let said = said.unwrap_or_else(|said| said);
    Some(to_text(&list(said.iter().map(|it| object([("msg", text(it))])))))
}

fn admission_review(request: &str, settings: &[u8]) -> String {
    let outcome = Settings::read(settings).and_then(|it| judge(request, &it));
    let uid = members(request.as_bytes()).ok();
    let uid = uid.as_deref().and_then(|it| of(it, "uid")).and_then(|it| parse(it).ok());
    let code = if outcome.is_ok() { FORBIDDEN } else { BAD_REQUEST };
    let said = outcome.unwrap_or_else(|said| said);
    let response = object([
        ("uid", text(uid.as_ref().and_then(Node::text).unwrap_or_default())),
        ("allowed", bool(said.is_empty())),
    ]);
    let status = || {
        let status = object([("message", text(&said.join("\n"))), ("code", number(&code))]);
        object([("status", status)])
    };
    let response = if said.is_empty() { response } else { response.followed_by(status()) };
    to_text(&object([
        ("apiVersion", text("admission.k8s.io/v1")),
        ("kind", text("AdmissionReview")),
        ("response", response),
    ]))
}

/// What speaks against the object of a request, a line each; an error is what is wrong with the
/// request itself.
fn judge(request: &str, settings: &Settings) -> Result<Vec<String>, Vec<String>> {
    let fields = pieces(request.as_bytes())?;
    let Some(object) = of(&fields, "object").filter(|it| *it != "null") else {
        return Ok(Vec::new());
    };
    let evidence = evidence(object).map_err(|it| vec![diagnostic::message(settings.lang, &it)])?;
    let Some(evidence) = evidence else { return Ok(Vec::new()) };
    let asked = Questions::new(&settings.checks, settings.policy.clone());
    let asked = asked.ask(evidence.as_bytes());
    let asked = asked.map_err(|it| vec![not_asked(settings.lang, &it)])?;
    let against = asked.answers.iter().filter(|it| settings.is_against(it));
    Ok(against.map(|it| line(settings.lang, it)).collect())
}

fn line(lang: Lang, answer: &Answered<'_>) -> String {
    let severity = answer.check.severity.word();
    let said = said(lang, answer).join("; ");
    let id = &answer.check.id;
    match (lang, answer.outcome.verdict == Verdict::Insufficient) {
        (_, false) => format!("{id} ({severity}): {said}"),
        (Lang::Ja, true) => format!("{id} ({severity}、判断できない): {said}"),
        (Lang::En, true) => format!("{id} ({severity}, cannot be told): {said}"),
    }
}

fn pieces(bytes: &[u8]) -> Result<Vec<Piece<'_>>, Vec<String>> {
    let bytes = bytes.strip_suffix(b"\0").unwrap_or(bytes);
    members(bytes).map_err(|fault| {
        let found = Diagnosis::broken(Lang::En, bytes, ("", 0), fault);
        vec![found.to_string()]
    })
}

fn of<'a>(fields: &[Piece<'a>], name: &str) -> Option<&'a str> {
    fields.iter().find(|it| it.name == name).map(|it| it.text)
}
