use std::collections::BTreeMap;

use regex::Regex;

use super::*;
use crate::headers::{ASKED_AGAIN, CACHE, KEPT, NOBODY, cache_control, security_headers};

type Headers = BTreeMap<String, String>;

/// Every kind of path, and some that look like another kind.
const PATHS: &[&str] = &[
    "/",
    "/index.html",
    "/missing",
    "/refs",
    "/refs/",
    "/refs/index.ja.html",
    "/refs/worker.0123456789abcdef.js",
    "/refs/style.0123456789abcdef.css",
    "/refs.html",
    "/embed/",
    "/embed/index.html",
    "/embed.html",
    "/a/refs/index.ja.html",
    "/worker.js",
    "/worker.0123456789abcdef.js",
    "/worker.fedcba9876543210.js",
    "/worker.0123456789abcdef.js.br",
    "/a/worker.0123456789abcdef.js",
    "/worker.0123456789abcdef.wasm",
    "/workers.0123456789abcdef.js",
    "/worker.0123456789abcdef.json",
    "/boot.0123456789abcdef.js",
    "/texts.ja.titles.0123456789abcdef.bin",
    "/0123456789abcdef/boot.js",
    "/boot.0123456789abcde.js",
];

/// The paths that the build makes: hosts that know `*` only are told no others.
const BUILT: &[&str] = &[
    "/",
    "/index.html",
    "/missing",
    "/refs/index.ja.html",
    "/refs/style.0123456789abcdef.css",
    "/embed/index.html",
    "/worker.0123456789abcdef.js",
    "/worker.fedcba9876543210.js",
    "/worker.0123456789abcdef.wasm",
    "/boot.0123456789abcdef.js",
];

/// What `cargo xtask serve` sends for a path.
fn table(path: &str, cache: &str) -> Headers {
    let mut headers = security_headers(path, NOBODY);
    headers.push((CACHE, cache.to_owned()));
    headers.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
}

#[test]
fn who_may_show_the_page_for_frames_is_changed_in_one_place() {
    for (name, text) in files().unwrap() {
        let entries = text.lines().filter(|it| it.contains("/embed") && !it.starts_with('#'));
        assert_eq!(entries.count(), 1, "{name}");
    }
}

fn file(name: &str) -> String {
    let files = files().unwrap();
    files.into_iter().find(|(other, _)| *other == name).unwrap().1
}

/// The words of a line; those in double quotes without them.
fn words(line: &str) -> Vec<String> {
    let mut words = Vec::new();
    for (at, part) in line.split('"').enumerate() {
        if at % 2 == 1 {
            words.push(part.to_owned());
        } else {
            words.extend(part.trim_end_matches(';').split_whitespace().map(str::to_owned));
        }
    }
    words
}

/// What a value stands for: itself, or what the map of that name has for a subject.
fn resolved(text: &str, value: &str, subject: &str) -> String {
    if !value.starts_with(['$', '{']) {
        return value.to_owned();
    }
    let mut lines = text.lines().map(words);
    let is_map = |it: &Vec<String>| it.first().is_some_and(|it| it == "map") && it[2] == value;
    lines.find(is_map).unwrap_or_else(|| panic!("there is no map {value}"));
    let (mut found, mut default) = (None, None);
    for entry in lines.take_while(|it| it != &["}"]) {
        match entry[0].strip_prefix('~') {
            None => default = Some(entry[1].clone()),
            Some(_) if found.is_some() => (),
            Some(pattern) if Regex::new(pattern).unwrap().is_match(subject) => {
                found = Some(entry[1].clone());
            }
            Some(_) => (),
        }
    }
    found.or(default).unwrap()
}

fn nginx(request: &str, status: u16) -> Headers {
    let text = file("nginx.conf");
    let mut headers = Headers::new();
    for line in text.lines().map(words).filter(|it| it.first().is_some_and(|it| it == "add_header"))
    {
        assert_eq!(line[3], "always", "{line:?}");
        let is_cache = line[1] == CACHE;
        let subject = if is_cache { format!("{status}:{request}") } else { request.to_owned() };
        headers.insert(line[1].clone(), resolved(&text, &line[2], &subject));
    }
    headers
}

fn caddy(path: &str) -> Headers {
    let text = file("Caddyfile");
    let (always, _) = text.split_once("handle_errors").unwrap();
    let lines = always.lines().map(words).filter(|it| it.first().is_some_and(|it| it == "header"));
    lines.map(|line| (line[1].clone(), resolved(&text, &line[2], path))).collect()
}

fn apache(request: &str, is_error: bool) -> Headers {
    let mut headers = Headers::new();
    for line in file("apache.htaccess").lines().filter(|it| it.starts_with("Header always")) {
        let line = words(line);
        let is_meant = line.get(5).is_none_or(|condition| {
            let pattern = condition.split('#').nth(1).unwrap();
            let excepts_errors = condition.ends_with(" && %{REQUEST_STATUS} -lt 400");
            let first_line = format!("GET {request} HTTP/1.1");
            Regex::new(pattern).unwrap().is_match(&first_line) && !(excepts_errors && is_error)
        });
        if is_meant {
            headers.insert(line[3].clone(), line[4].clone());
        }
    }
    headers
}

/// Whether a path is one of a pattern with `*`.
fn is_like(pattern: &str, path: &str) -> bool {
    let (start, end) = pattern.split_once('*').unwrap();
    path.strip_prefix(start).is_some_and(|rest| rest.ends_with(end))
}

fn listed(path: &str) -> Headers {
    let mut headers = Headers::new();
    let mut is_meant = false;
    for line in file("_headers").lines().filter(|it| !it.is_empty() && !it.starts_with('#')) {
        match line.strip_prefix("  ") {
            None => is_meant = is_like(line, path),
            Some(header) if is_meant => {
                let (name, value) = header.split_once(": ").unwrap();
                headers.insert(name.to_owned(), value.to_owned());
            }
            Some(_) => (),
        }
    }
    headers
}

fn cloudfront(path: &str) -> Headers {
    let entries: Vec<serde_json::Value> = serde_json::from_str(&file("cloudfront.json")).unwrap();
    let pattern = |it: &serde_json::Value| it["PathPattern"].as_str().unwrap().to_owned();
    let is_meant =
        |it: &&serde_json::Value| pattern(it) == "Default (*)" || is_like(&pattern(it), path);
    let config = &entries.iter().find(is_meant).unwrap()["ResponseHeadersPolicyConfig"];
    let items = config["CustomHeadersConfig"]["Items"].as_array().unwrap();
    assert_eq!(config["CustomHeadersConfig"]["Quantity"], items.len());
    assert!(items.len() <= 10, "CloudFront takes ten headers of no field of their own");
    let text = |it: &serde_json::Value| it.as_str().unwrap().to_owned();
    let mut headers: Headers =
        items.iter().map(|it| (text(&it["Header"]), text(&it["Value"]))).collect();
    let security = config["SecurityHeadersConfig"].as_object().unwrap();
    for (field, value) in security {
        assert_eq!(value["Override"], true, "{field}");
        let (name, value) = match field.as_str() {
            "ContentSecurityPolicy" => ("content-security-policy", text(&value[field])),
            "ReferrerPolicy" => ("referrer-policy", text(&value[field])),
            "ContentTypeOptions" => ("x-content-type-options", "nosniff".to_owned()),
            other => panic!("{other}"),
        };
        headers.insert(name.to_owned(), value);
    }
    headers
}

#[test]
fn nginx_is_told_the_table() {
    for path in PATHS {
        assert_eq!(nginx(path, 200), table(path, cache_control(path)), "{path}");
        assert_eq!(nginx(path, 304), table(path, cache_control(path)), "{path}");
        assert_eq!(nginx(path, 404), table(path, ASKED_AGAIN), "{path}");
    }
}

#[test]
fn caddy_is_told_the_table() {
    for path in PATHS {
        assert_eq!(caddy(path), table(path, cache_control(path)), "{path}");
    }
    let text = file("Caddyfile");
    let (_, errors) = text.split_once("handle_errors").unwrap();
    assert!(errors.contains(&format!("header {CACHE} \"{ASKED_AGAIN}\"")), "{errors}");
}

#[test]
fn apache_is_told_the_table() {
    for path in PATHS {
        assert_eq!(apache(path, false), table(path, cache_control(path)), "{path}");
        assert_eq!(apache(path, true), table(path, ASKED_AGAIN), "{path}");
    }
    let merged = file("apache.htaccess");
    let others = merged.lines().filter(|it| it.starts_with("Header") && !it.contains("always set"));
    assert_eq!(others.collect::<Vec<_>>(), ["Header merge vary accept-encoding"]);
}

#[test]
fn a_query_makes_no_other_path() {
    for (request, path) in [
        ("/?x=/refs/", "/"),
        ("/boot.js?/worker.js", "/boot.js"),
        ("/index.html?a.0123456789abcdef.js", "/index.html"),
        ("/refs?x", "/refs"),
        ("/worker.0123456789abcdef.js?x=y.css", "/worker.0123456789abcdef.js"),
    ] {
        assert_eq!(nginx(request, 200), table(path, cache_control(path)), "{request}");
        assert_eq!(apache(request, false), table(path, cache_control(path)), "{request}");
    }
}

#[test]
fn hosts_with_lists_of_paths_are_told_the_table() {
    for path in BUILT {
        assert_eq!(listed(path), table(path, ASKED_AGAIN), "{path}");
        assert_eq!(cloudfront(path), table(path, ASKED_AGAIN), "{path}");
    }
}

#[test]
fn only_the_policy_is_said_twice_for_a_path() {
    let text = file("_headers");
    let (everywhere, stricter) = text.split_once("\n\n/refs/*\n").unwrap();
    assert!(everywhere.contains("\n/*\n"), "{everywhere}");
    let headers = stricter.lines().filter_map(|it| it.strip_prefix("  "));
    for header in headers {
        assert!(header.starts_with("content-security-policy: "), "{header}");
    }
}

#[test]
fn what_a_server_would_change_is_refused() {
    let nginx = ['$'];
    assert_eq!(quoted("a 'b'; c=(d)", &nginx).unwrap(), "\"a 'b'; c=(d)\"");
    for value in ["a\"b", "a\\b", "a\nb", "a$b", "é"] {
        assert!(quoted(value, &nginx).is_err(), "{value:?}");
    }
    assert!(quoted("{a}", &nginx).is_ok() && quoted("{a}", &['{']).is_err());
}

#[test]
fn the_page_about_the_files_names_each() {
    let page = include_str!("../../../deploy/README.md");
    for (name, _) in files().unwrap() {
        assert!(page.contains(&format!("`{name}`")), "{name}");
    }
    for said in [KEPT, ASKED_AGAIN] {
        assert!(page.contains(&format!("--cache-control \"{said}\"")), "{said}");
    }
}
