//! Reviews of Kubernetes objects before they are taken, in the forms of the hosts that ask.
//!
//! An object that makes pods is asked the checks of the kind `kubernetes-workload`. It is taken
//! unless a check of enough severity contradicts or, by default, cannot be answered. Objects that
//! make no pods, deletions, and updates that change nothing that is asked are taken: these checks
//! say nothing about them. Whatever cannot be read is refused.

mod request;
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
use kumomori_report::check::{not_asked, said};
use kumomori_wire::json::{Node, parse};
use kumomori_wire::write::{bool, list, number, object, text, to_text};
use request::Reviewed;
use settings::Settings;

/// What HTTP calls a request that is refused, and one that cannot be read.
const FORBIDDEN: u32 = 403;
const BAD_REQUEST: u32 = 400;

/// What speaks against an object, a line each; an error is what is wrong with the request itself.
type Judged = Result<Vec<String>, Vec<String>>;

/// Answers a validation request of Kubewarden, `{"request": …, "settings": …}`, with
/// `{"accepted": …}` and, where it is refused, `message` and `code`.
pub fn validate(message: &[u8]) -> String {
    let judged = pieces(message).and_then(|it| {
        let settings = Settings::read(of(&it, "settings").unwrap_or("{}").as_bytes())?;
        judge(of(&it, "request").unwrap_or("null"), &settings)
    });
    let head = object([("accepted", bool(is_taken(&judged)))]);
    to_text(&match refusal(judged) {
        None => head,
        Some((message, code)) => {
            head.followed_by(object([("message", text(&message)), ("code", number(&code))]))
        }
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
/// own `parameters`. An input that is no JSON object is refused in the first form, with what is
/// wrong beside. `None` when the input is no review.
pub fn review(input: &[u8], settings: &[u8]) -> Option<String> {
    let fields = match pieces(input) {
        Ok(fields) => fields,
        Err(said) => return Some(unread(input, said)),
    };
    let (request, review) = (of(&fields, "request"), of(&fields, "review"));
    match (request, review) {
        (Some(_), Some(_)) => Some(admission_review(
            "",
            Err(vec!["a review has `request` or `review`, not both".to_string()]),
        )),
        (Some(request), None) => {
            let judged = Settings::read(settings).and_then(|it| judge(request, &it));
            Some(admission_review(&uid(request), judged))
        }
        (None, Some(review)) => {
            let parameters = of(&fields, "parameters").unwrap_or("{}").as_bytes();
            let said = Settings::read(parameters).and_then(|it| judge(review, &it));
            let said = said.unwrap_or_else(|said| said);
            Some(to_text(&list(said.iter().map(|it| object([("msg", text(it))])))))
        }
        (None, None) => None,
    }
}

/// The answer to an input that may have been meant as anything.
fn unread(input: &[u8], said: Vec<String>) -> String {
    let answer = crate::node(crate::wanted(input, None));
    to_text(&answer.followed_by(object([("response", response("", Err(said)))])))
}

fn uid(request: &str) -> String {
    let fields = members(request.as_bytes()).unwrap_or_default();
    let uid = of(&fields, "uid").and_then(|it| parse(it).ok());
    uid.as_ref().and_then(Node::text).unwrap_or_default().to_string()
}

fn admission_review(uid: &str, judged: Judged) -> String {
    to_text(&object([
        ("apiVersion", text("admission.k8s.io/v1")),
        ("kind", text("AdmissionReview")),
        ("response", response(uid, judged)),
    ]))
}

fn response(uid: &str, judged: Judged) -> Node {
    let response = object([("uid", text(uid)), ("allowed", bool(is_taken(&judged)))]);
    match refusal(judged) {
        None => response,
        Some((message, code)) => {
            let status = object([("message", text(&message)), ("code", number(&code))]);
            response.followed_by(object([("status", status)]))
        }
    }
}

fn is_taken(judged: &Judged) -> bool {
    judged.as_ref().is_ok_and(Vec::is_empty)
}

/// Why an object is refused, and the code of that; nothing where it is taken.
fn refusal(judged: Judged) -> Option<(String, u32)> {
    match judged {
        Ok(said) if said.is_empty() => None,
        Ok(said) => Some((said.join("\n"), FORBIDDEN)),
        Err(said) => Some((said.join("\n"), BAD_REQUEST)),
    }
}

fn judge(request: &str, settings: &Settings) -> Judged {
    let Some(Reviewed { evidence, n_workloads }) = request::read(request, settings.lang)? else {
        return Ok(Vec::new());
    };
    let asked = Questions::new(&settings.checks, settings.policy.clone());
    let asked = asked.ask(evidence.as_bytes());
    let asked = asked.map_err(|it| vec![not_asked(settings.lang, &it)])?;
    let against = asked.answers.iter().filter(|it| settings.is_against(it));
    Ok(against.map(|it| line(settings.lang, it, n_workloads)).collect())
}

fn line(lang: Lang, answer: &Answered<'_>, n_workloads: usize) -> String {
    let severity = answer.check.severity.word();
    let said = said(lang, answer).join("; ");
    // The one workload of a review is a list of one in evidence.
    let said = if n_workloads == 1 { said.replace("`[0].", "`") } else { said };
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
