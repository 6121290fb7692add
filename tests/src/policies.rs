//! What `policies/` has that the packed library does not.

use kumomori_core::checks::Written;
use serde::Deserialize;
use std::fs;
use std::path::Path;

#[derive(Deserialize)]
struct Check {
    id: String,
    when: Option<String>,
    expect: String,
}

/// How the checks of the library are written, sorted by check.
pub fn written() -> Vec<Written> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../policies/checks");
    let kinds = fs::read_dir(folder).unwrap();
    let files = kinds.flat_map(|it| fs::read_dir(it.unwrap().path()).unwrap());
    let mut written: Vec<Written> = files
        .map(|it| {
            let text = fs::read_to_string(it.unwrap().path()).unwrap();
            let Check { id, when, expect } = serde_saphyr::from_str(&text).unwrap();
            Written { check: id.parse().unwrap(), when, expect }
        })
        .collect();
    written.sort_by(|a, b| a.check.cmp(&b.check));
    written
}
