//! What can be asked about.

use crate::exports::exports::kumomori::policy::assess::Catalog;
use crate::request::of;
use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec::Vec;
use kumomori_wire::json::{Node, parse};
use kumomori_wire::write::to_text;

pub(crate) fn catalog() -> Catalog {
    let answer = parse(&kumomori_module::catalog()).ok();
    let ok = answer.as_ref().and_then(|it| it.get("ok"));
    let items = |name| ok.and_then(|it| it.get(name)).map(Node::items).unwrap_or_default().iter();
    let json = |it: &Node, name| it.get(name).map(|it| to_text(it).trim_end().to_owned());
    let framework = |it: &Node| {
        let ids = it.get("requirements").map(Node::items).unwrap_or_default();
        let ids: Vec<String> =
            ids.iter().filter_map(|it| it.text().map(ToOwned::to_owned)).collect();
        (of(it, "framework"), of(it, "edition"), ids)
    };
    let threshold = |it: &Node| Some((of(it, "threshold"), json(it, "default")?));
    Catalog {
        library: ok.map(|it| of(it, "library")).unwrap_or_default(),
        frameworks: items("frameworks").map(framework).collect(),
        controls: items("controls").map(|it| of(it, "control")).collect(),
        kinds: items("kinds").map(|it| of(it, "kind")).collect(),
        checks: items("checks").map(|it| (of(it, "check"), of(it, "kind"))).collect(),
        thresholds: items("thresholds").filter_map(threshold).collect(),
    }
}
