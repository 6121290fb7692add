use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::PathBuf;

use super::*;

/// A built site in a folder of its own, removed at the end of the test.
struct SmallSite(PathBuf);

impl Drop for SmallSite {
    fn drop(&mut self) {
        std::fs::remove_dir_all(&self.0).unwrap();
    }
}

impl SmallSite {
    fn serve(&self) -> String {
        serve_in_background(&self.0, headers::NOBODY).unwrap()
    }
}

fn small_site(name: &str) -> SmallSite {
    let dist = std::env::temp_dir().join(format!("kumomori-{}-{name}", std::process::id()));
    std::fs::create_dir_all(dist.join("refs")).unwrap();
    let files = [
        ("index.html", "<!doctype html>index"),
        ("404.html", "<!doctype html>missing"),
        ("main.0123456789abcdef.wasm", "wasm"),
        ("main.0123456789abcdef.wasm.br", "br"),
        ("boot.0123456789abcdef.js", "js"),
        ("refs/index.ja.html", "<!doctype html>reference"),
    ];
    for (file, text) in files {
        std::fs::write(dist.join(file), text).unwrap();
    }
    SmallSite(dist)
}

/// Sends one request and gives the whole answer, headers in lower case.
fn ask(url: &str, method: &str, path: &str, more: &str) -> String {
    let host = url.trim_start_matches("http://").trim_end_matches('/');
    let mut stream = TcpStream::connect(host).unwrap();
    write!(stream, "{method} {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n{more}\r\n")
        .unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    answer.to_lowercase()
}

fn check_headers(answer: &str, path: &str) {
    for (name, value) in headers::security_headers(path, headers::NOBODY) {
        let line = format!("{name}: {value}").to_lowercase();
        assert!(answer.contains(&line), "`{line}` is not in\n{answer}");
    }
}

#[test]
fn every_answer_carries_the_security_headers() {
    let site = small_site("headers");
    let url = site.serve();
    for path in ["/", "/index.html", "/main.0123456789abcdef.wasm", "/missing", "/../Cargo.toml"] {
        check_headers(&ask(&url, "GET", path, ""), path);
    }
    check_headers(&ask(&url, "POST", "/", ""), "/");
}

#[test]
fn a_reference_page_may_run_nothing() {
    let site = small_site("refs");
    let url = site.serve();
    let answer = ask(&url, "GET", "/refs/index.ja.html", "");
    check_headers(&answer, "/refs/index.ja.html");
    assert!(answer.ends_with("reference") && !answer.contains("script-src"), "{answer}");
}

#[test]
fn a_page_is_asked_for_again_and_a_hashed_file_is_kept() {
    let site = small_site("cache");
    let url = site.serve();
    assert!(ask(&url, "GET", "/", "").contains("cache-control: no-cache"));
    let kept = ask(&url, "GET", "/boot.0123456789abcdef.js", "");
    assert!(kept.contains("cache-control: public, max-age=31536000, immutable"));
    let missing = ask(&url, "GET", "/gone.0123456789abcdef.js", "");
    assert!(missing.contains("cache-control: no-cache"));
}

#[test]
fn files_have_the_type_that_a_browser_insists_on() {
    let site = small_site("types");
    let url = site.serve();
    let answer = ask(&url, "GET", "/main.0123456789abcdef.wasm", "");
    assert!(answer.contains("content-type: application/wasm"));
    assert!(
        ask(&url, "GET", "/boot.0123456789abcdef.js", "").contains("content-type: text/javascript")
    );
    assert!(ask(&url, "GET", "/", "").contains("content-type: text/html"));
}

#[test]
fn the_compressed_twin_is_sent_only_to_who_accepts_it() {
    let site = small_site("brotli");
    let url = site.serve();
    let path = "/main.0123456789abcdef.wasm";
    let small = ask(&url, "GET", path, "Accept-Encoding: br\r\n");
    assert!(small.contains("content-encoding: br") && small.ends_with("\r\n\r\nbr"));
    let plain = ask(&url, "GET", path, "");
    assert!(!plain.contains("content-encoding") && plain.ends_with("\r\n\r\nwasm"));
}

#[test]
fn what_is_missing_gets_the_page_for_it() {
    let site = small_site("missing");
    let url = site.serve();
    let answer = ask(&url, "GET", "/nothing-here", "");
    assert!(answer.starts_with("http/1.1 404") && answer.ends_with("missing"));
}

#[test]
fn only_reading_is_allowed() {
    let site = small_site("methods");
    let url = site.serve();
    for method in ["POST", "PUT", "DELETE"] {
        assert!(ask(&url, method, "/index.html", "").starts_with("http/1.1 405"), "{method}");
    }
    assert!(ask(&url, "HEAD", "/", "").starts_with("http/1.1 200"));
}

#[test]
fn a_folder_without_a_site_is_refused_with_what_to_do() {
    let err = serve_in_background(&std::env::temp_dir().join("kumomori-no-site"), headers::NOBODY)
        .unwrap_err();
    assert!(err.to_string().ends_with("run `cargo xtask build web` first"));
}

#[test]
fn a_taken_port_is_named() {
    let taken = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    let port = taken.local_addr().unwrap().port();
    let err = listen(port).unwrap_err();
    assert!(err.to_string().starts_with(&format!("port {port} is taken")));
}
