//! Rules of the built site: what the program can name, and which addresses it contains.

use std::path::Path;

use anyhow::Result;

use super::Finding;
use crate::workspace::{files_below, read_bytes};

/// Ways out of the browser. None may stand among the functions that the program imports.
const WAYS_OUT: &[&str] = &[
    "fetch(",
    "WebSocket",
    "XMLHttpRequest",
    "sendBeacon",
    "EventSource",
    "RTCPeerConnection",
    "WebTransport",
    "importScripts",
    "new Worker",
    "new SharedWorker",
    "new Function",
    "eval(",
];

/// Names that must not even stand in the program's data, where reflection could find them.
const NAMES: &[&str] =
    &["WebSocket", "XMLHttpRequest", "sendBeacon", "EventSource", "RTCPeerConnection"];

/// Hosts that the site may mention: the namespaces of SVG and HTML.
const HOSTS: &[&str] = &["www.w3.org"];

/// The ending of hosts that cannot exist; the examples use it.
const NOWHERE: &str = ".example";

/// Where the imports begin in the JavaScript that wasm-bindgen writes.
const IMPORTS: &str = "function __wbg_get_imports(";

/// Ways out and unknown addresses in a built site.
///
/// # Errors
/// The folder cannot be read.
pub(super) fn findings(dist: &Path) -> Result<Vec<Finding>> {
    let mut findings = Vec::new();
    for name in files_below(dist)? {
        let ending = name.rsplit('.').next();
        if ending == Some("br") {
            continue;
        }
        let bytes = read_bytes(&dist.join(&name))?;
        let text = String::from_utf8_lossy(&bytes);
        let mut complaints = addresses(&text);
        if ending == Some("js") {
            complaints.extend(imports(&text));
        }
        if ending == Some("wasm") {
            complaints.extend(hidden_names(&text));
        }
        let file = format!("dist/{name}");
        findings.extend(complaints.into_iter().map(|(line, message)| Finding {
            file: file.clone(),
            line,
            message,
        }));
    }
    Ok(findings)
}

/// Ways out among the imports of the program; scripts without imports have none.
fn imports(script: &str) -> Vec<(usize, String)> {
    let lines = script.lines().enumerate();
    let section = lines
        .skip_while(|(_, line)| !line.starts_with(IMPORTS))
        .take_while(|(_, line)| !line.starts_with('}'));
    let mut complaints = Vec::new();
    for (at, line) in section {
        let named = WAYS_OUT.iter().filter(|name| line.contains(**name));
        complaints.extend(named.map(|name| (at + 1, format!("the program imports `{name}`"))));
    }
    complaints
}

fn hidden_names(module: &str) -> Vec<(usize, String)> {
    let named = NAMES.iter().filter(|name| module.contains(**name));
    named.map(|name| (1, format!("the program's data contain `{name}`"))).collect()
}

/// Addresses of hosts that are not in the list.
fn addresses(text: &str) -> Vec<(usize, String)> {
    let mut complaints = Vec::new();
    for (at, line) in text.lines().enumerate() {
        for scheme in ["http://", "https://"] {
            let hosts = line.split(scheme).skip(1).map(host);
            let unknown = hosts.filter(|host| !is_known(host));
            complaints.extend(unknown.map(|host| {
                (at + 1, format!("`{scheme}{host}` is no address that the site may mention"))
            }));
        }
    }
    complaints
}

fn is_known(host: &str) -> bool {
    host.is_empty() || host.ends_with(NOWHERE) || HOSTS.contains(&host)
}

fn host(rest: &str) -> String {
    rest.chars().take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-')).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_way_out_among_the_imports_is_found_with_its_line() {
        let script = "async function load() { fetch(x) }\nfunction __wbg_get_imports() {\n    \
                      const i = { a: () => new WebSocket(u) };\n}\n";
        let found = imports(script);
        assert_eq!(found, [(3, "the program imports `WebSocket`".to_owned())]);
    }

    #[test]
    fn loading_the_program_itself_is_no_way_out() {
        assert!(imports("async function load() { await fetch(x) }\n").is_empty());
    }

    #[test]
    fn a_name_in_the_data_is_found() {
        assert_eq!(hidden_names("\u{0}asm sendBeacon").len(), 1);
        assert!(hidden_names("\u{0}asm addEventListener").is_empty());
    }

    #[test]
    fn an_address_of_an_unknown_host_is_found() {
        let text = "a\nb http://www.w3.org/2000/svg https://a.example/ https://example.com/x\n";
        let found = addresses(text);
        assert_eq!(found.len(), 1);
        assert!(found[0].0 == 2 && found[0].1.contains("https://example.com"));
    }
}
