//! The service worker: told every file of the site with its hash, and the headers.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};

use super::digest;
use crate::headers::{self, Place};
use crate::workspace::{files_below, read_bytes};

/// The script of the service worker.
pub(super) const SERVICE_WORKER: &str = "sw.js";

/// Where the script is told what the site is.
const PLACE: &str = "const SITE = {};";

/// The script for a built site.
///
/// # Errors
/// The script has no place for it, or the site has a file of a type that is not known.
pub(super) fn service_worker(script: &str, dist: &Path) -> Result<String> {
    if !script.contains(PLACE) {
        bail!("`{SERVICE_WORKER}` needs the line `{PLACE}`");
    }
    let mut files = BTreeMap::new();
    for name in files_below(dist)?.into_iter().filter(|it| is_served(it)) {
        let integrity = digest::integrity(&read_bytes(&dist.join(&name))?);
        let place = Place::of_file(&name);
        let file = json!({ "integrity": integrity, "type": kind(&name)?, "policy": place.word() });
        // The address of the first page is that of the folder.
        let name = if name == "index.html" { String::new() } else { name };
        files.insert(name, file);
    }
    let common: BTreeMap<_, _> = headers::common_headers().into_iter().collect();
    let places = Place::ALL.into_iter().filter(|it| *it != Place::Embed);
    let policies: BTreeMap<_, _> = places.map(|it| (it.word(), it.policy())).collect();
    let mut site = json!({ "files": files, "headers": common, "policies": policies });
    let version = digest::sha256(format!("{site}{script}").as_bytes());
    let version: String = version.chars().take(16).collect();
    site.as_object_mut().context("an object")?.insert("version".to_owned(), Value::from(version));
    Ok(script.replace(PLACE, &format!("const SITE = {site:#};")))
}

fn is_served(name: &str) -> bool {
    let is_twin = Path::new(name).extension().is_some_and(|it| it == "br");
    // Who may show the page for frames is for the host to say.
    let is_framed = Place::of_file(name) == Place::Embed;
    !is_twin && !is_framed && !matches!(name, "SHA256SUMS" | SERVICE_WORKER)
}

fn kind(name: &str) -> Result<&'static str> {
    Ok(match name.rsplit('.').next() {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("json") => "application/json",
        Some("wasm") => "application/wasm",
        Some("bin") => "application/octet-stream",
        Some("svg") => "image/svg+xml",
        Some("webmanifest") => "application/manifest+json",
        _ => bail!("`{name}`: what type of file is it?"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    const SCRIPT: &str = "const SITE = {};\n";

    fn site(name: &str, files: &[(&str, &str)]) -> std::path::PathBuf {
        let folder = std::env::temp_dir().join(format!("kumomori-{name}-{}", std::process::id()));
        for name in ["refs", "embed"] {
            fs::create_dir_all(folder.join(name)).unwrap();
        }
        for (name, text) in files {
            fs::write(folder.join(name), text).unwrap();
        }
        folder
    }

    #[test]
    fn it_names_every_file_with_its_hash_its_type_and_its_policy() {
        let files = [
            ("index.html", "a"),
            ("worker.js", "b"),
            ("refs/a.html", "c"),
            ("a.br", "d"),
            ("embed/index.html", "e"),
        ];
        let folder = site("named", &files);
        let script = service_worker(SCRIPT, &folder).unwrap();
        fs::remove_dir_all(folder).unwrap();
        let json = script.strip_prefix("const SITE = ").unwrap().strip_suffix(";\n").unwrap();
        let site: Value = serde_json::from_str(json).unwrap();
        let names: Vec<&String> = site["files"].as_object().unwrap().keys().collect();
        assert_eq!(names, ["", "refs/a.html", "worker.js"]);
        assert_eq!(site["files"][""]["integrity"], digest::integrity(b"a"));
        assert_eq!(site["files"]["worker.js"]["policy"], "worker");
        assert_eq!(site["files"]["refs/a.html"]["policy"], "reference");
        assert_eq!(site["files"]["refs/a.html"]["type"], "text/html; charset=utf-8");
        assert!(site["policies"]["worker"].as_str().unwrap().contains("connect-src 'none'"));
    }

    #[test]
    fn another_file_makes_another_version() {
        let version = |text: &str| {
            let folder = site("version", &[("index.html", text)]);
            let script = service_worker(SCRIPT, &folder).unwrap();
            fs::remove_dir_all(folder).unwrap();
            script
        };
        assert_eq!(version("a"), version("a"));
        assert_ne!(version("a"), version("b"));
    }

    #[test]
    fn what_it_cannot_serve_is_refused() {
        let folder = site("refused", &[("picture.xyz", "")]);
        let unknown = service_worker(SCRIPT, &folder).unwrap_err().to_string();
        assert!(unknown.contains("picture.xyz"), "{unknown}");
        fs::remove_dir_all(&folder).unwrap();
        assert!(service_worker("const OTHER = {};", &folder).is_err());
    }
}
