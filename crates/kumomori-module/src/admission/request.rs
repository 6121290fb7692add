//! What a review asks about.

use super::of;
use alloc::string::{String, ToString};
use alloc::vec;
use alloc::vec::Vec;
use kumomori_check::document::members;
use kumomori_core::text::Lang;
use kumomori_import::kubernetes::{evidence, is_of_interest};
use kumomori_report::diagnostic;
use kumomori_report::words::Words;
use kumomori_wire::json::parse;

/// The workloads of an object, as evidence.
pub(super) struct Reviewed {
    pub(super) evidence: String,
    pub(super) n_workloads: usize,
}

/// What is to be judged of a request; nothing where these checks say nothing about it.
///
/// # Errors
///
/// What is wrong with the request.
pub(super) fn read(request: &str, lang: Lang) -> Result<Option<Reviewed>, Vec<String>> {
    let wrong = |ja, en| vec![Words::new(ja, en).of(lang).to_string()];
    let fields = members(request.as_bytes())
        .map_err(|_| wrong("`request`がオブジェクトではない", "`request` is no object"))?;
    let operation = text(of(&fields, "operation"));
    let is_removal = matches!(operation.as_deref(), Some("DELETE" | "CONNECT"));
    let Some(object) = of(&fields, "object").filter(|it| *it != "null") else {
        let missing = wrong("`request`に`object`がない", "`object` of `request` is missing");
        return if is_removal { Ok(None) } else { Err(missing) };
    };
    let inner = members(object.as_bytes())
        .map_err(|_| wrong("`object`がオブジェクトではない", "`object` is no object"))?;
    let named = of(&fields, "kind").and_then(|it| members(it.as_bytes()).ok());
    let named = named.and_then(|it| text(of(&it, "kind")));
    let kind = text(of(&inner, "kind")).or(named);
    let Some(kind) = kind else {
        return Err(wrong("`object`の`kind`がない", "`kind` of `object` is missing"));
    };
    if is_removal || !is_of_interest(&kind) {
        return Ok(None);
    }
    let workloads = |it| evidence(it, &kind).map_err(|it| vec![diagnostic::message(lang, &it)]);
    let found = workloads(object)?;
    let before = of(&fields, "oldObject").filter(|_| operation.as_deref() == Some("UPDATE"));
    let before = before.and_then(|it| workloads(it).ok()).flatten();
    let changed = found.filter(|it| before.as_ref() != Some(it));
    Ok(changed.map(|(evidence, n_workloads)| Reviewed { evidence, n_workloads }))
}

/// A text, of its JSON.
fn text(json: Option<&str>) -> Option<String> {
    parse(json?).ok()?.text().map(ToString::to_string)
}
