//! The site can name no way out: no such crate, however deep, no such feature, nothing inline.

use anyhow::Result;

use super::Finding;
use super::tree::{File, Tree};
use crate::inventory;
use crate::workspace::Workspace;

/// Crates whose purpose is to talk to others.
const CRATES: &[&str] = &[
    "ehttp",
    "gloo",
    "gloo-net",
    "hyper",
    "leptos_server",
    "reqwest",
    "server_fn",
    "surf",
    "tungstenite",
    "ureq",
    "wasm-streams",
    "web-transport",
    "ws_stream_wasm",
];

/// Browser interfaces that can carry bytes away, as web-sys names its features.
const FEATURES: &[&str] = &[
    "BroadcastChannel",
    "EventSource",
    "Request",
    "RequestInit",
    "Response",
    "Rtc",
    "SharedWorker",
    "WebSocket",
    "WebTransport",
    "XmlHttpRequest",
];

/// Where a tab notes which store it has.
const NOTES: &str = "web/databases.js";

const LOCK: &str = "Cargo.lock";

/// What the site's sources must not contain, and what to write instead.
const INLINE: &[(&str, &str)] = &[
    (" style=", "an inline style is blocked by the policy: use a class, or `style:property`"),
    ("inner_html", "text that becomes HTML could carry an answer: build elements"),
    ("innerHTML", "text that becomes HTML could carry an answer: build elements"),
    ("localStorage", "answers are kept by web/store.js only, encrypted"),
    (
        "sessionStorage",
        "a tab notes the name of its store there and nothing else: web/databases.js",
    ),
    ("document.cookie", "the site has no cookies"),
];

/// Ways out among all that the site is linked with, and in its sources.
pub(super) fn findings(workspace: &Workspace, tree: &Tree) -> Result<Vec<Finding>> {
    let metadata = workspace.dependencies(Some(inventory::TARGET))?;
    let linked = inventory::linked(&metadata);
    let nodes = metadata.resolve.iter().flat_map(|it| &it.nodes);
    let nodes = nodes.filter(|it| linked.contains(&it.id));
    let complaints = nodes.flat_map(|it| {
        let features: Vec<&str> = it.features.iter().map(|it| it.as_str()).collect();
        complaints(&metadata[&it.id].name, &features)
    });
    let findings = complaints.map(|it| Finding { file: LOCK.to_owned(), line: 1, message: it });
    let sources = tree.files.iter().filter(|file| is_site_source(file));
    Ok(findings.chain(sources.flat_map(inline_findings)).collect())
}

/// What is wrong with a crate that the site is linked with, with these features.
fn complaints(name: &str, features: &[&str]) -> Vec<String> {
    let why = format!("`cargo tree -p kumomori-web -i {name}` tells why the site has it");
    let by_crate = CRATES.contains(&name).then(|| format!("`{name}` can reach the network: {why}"));
    let ways = features.iter().filter(|it| name == "web-sys" && is_way_out(it));
    let by_feature =
        ways.map(|it| format!("web-sys has `{it}`, which can reach the network: {why}"));
    by_crate.into_iter().chain(by_feature).collect()
}

fn is_way_out(feature: &str) -> bool {
    FEATURES.iter().any(|banned| match *banned {
        "Rtc" => feature.starts_with("Rtc"),
        banned => feature == banned,
    })
}

fn is_site_source(file: &File) -> bool {
    file.path.starts_with("web/") && matches!(file.ending(), "rs" | "js")
}

fn inline_findings(file: &File) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (number, line) in file.lines() {
        let code = line.split("//").next().unwrap_or(line);
        let is_noted = |text: &str| text == "sessionStorage" && file.path == NOTES;
        let banned = INLINE.iter().filter(|(text, _)| code.contains(text) && !is_noted(text));
        findings.extend(banned.map(|(_, why)| file.finding(number, *why)));
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::house::tree::file;

    #[test]
    fn features_that_carry_bytes_away_are_found() {
        for feature in ["WebSocket", "XmlHttpRequest", "RtcPeerConnection", "Request"] {
            assert!(is_way_out(feature), "{feature}");
        }
        for feature in ["Window", "HtmlInputElement", "IdbRequest"] {
            assert!(!is_way_out(feature), "{feature}");
        }
    }

    #[test]
    fn a_crate_that_reaches_the_network_is_found_however_deep_it_stands() {
        assert_eq!(complaints("server_fn", &["default"]).len(), 1);
        assert_eq!(complaints("web-sys", &["Window", "WebSocket", "Response"]).len(), 2);
        assert_eq!(complaints("other", &["WebSocket"]), [""; 0]);
    }

    #[test]
    fn an_inline_style_is_found_with_its_line() {
        let source =
            file("web/src/page.rs", "view! {\n<p style=\"color:red\"/>\n<p style:width=w/>\n}");
        let lines: Vec<_> = inline_findings(&source).into_iter().map(|f| f.line).collect();
        assert_eq!(lines, [2]);
    }

    #[test]
    fn text_must_not_become_html() {
        assert_eq!(inline_findings(&file("web/a.js", "e.innerHTML = x;")).len(), 1);
        assert!(inline_findings(&file("web/a.js", "// never innerHTML")).is_empty());
        let note = "sessionStorage.setItem(a, b);";
        assert!(inline_findings(&file(NOTES, note)).is_empty());
        assert_eq!(inline_findings(&file("web/store.js", note)).len(), 1);
    }
}
