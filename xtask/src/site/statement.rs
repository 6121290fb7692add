//! What a security department wants to know of the site, to read, to print and to check: its headers
//! and the hash of each of its files.

use anyhow::Result;

use super::asset::Assets;
use super::digest::sha256;
use super::page;
use crate::headers::{Place, REFERENCE, common_headers};

/// The page in each language.
const PAGES: [(&str, &str); 2] =
    [("ja", include_str!("statement.ja.html")), ("en", include_str!("statement.en.html"))];

/// The pages with their places in the site, whose other files are given by name with their content;
/// `sheets` has the style sheet of the reference pages.
///
/// # Errors
/// A page holds something that its policy forbids.
pub(super) fn pages(
    files: &[(String, Vec<u8>)],
    sheets: &Assets,
) -> Result<Vec<(String, Vec<u8>)>> {
    let mut pages = Vec::new();
    for (tag, text) in PAGES {
        let text = text
            .replace("{version}", env!("CARGO_PKG_VERSION"))
            .replace("{headers}", &rows(common_headers().into_iter()))
            .replace(
                "{policies}",
                &rows(Place::ALL.map(|it| (part(it, tag), it.policy())).into_iter()),
            )
            .replace("{files}", &rows(files.iter().map(|(name, bytes)| (name, sha256(bytes)))));
        let page = page::render_reference(&text, sheets)?;
        pages.push((format!("{REFERENCE}/security.{tag}.html"), page.into_bytes()));
    }
    Ok(pages)
}

/// What a place of the site is called.
fn part(place: Place, tag: &str) -> &'static str {
    match (place, tag == "ja") {
        (Place::Reference, true) => "印刷用のページ(refs/)",
        (Place::Reference, false) => "Pages to read and print (refs/)",
        (Place::Worker, true) => "ワーカーのスクリプト(worker.*.js)",
        (Place::Worker, false) => "The script of the workers (worker.*.js)",
        (Place::Embed, true) => {
            "フレームに表示するためのページ(embed/)。表示できるページは配信元が指定(初期状態では、なし)"
        }
        (Place::Embed, false) => {
            "The page for frames (embed/); who may show it is for the host to say (nobody, as delivered)"
        }
        (Place::Other, true) => "そのほかすべて",
        (Place::Other, false) => "Everything else",
    }
}

/// Rows of a table with a name and a value.
fn rows(lines: impl Iterator<Item = (impl AsRef<str>, String)>) -> String {
    let row = |(name, value): (_, String)| {
        let name = escaped(AsRef::as_ref(&name));
        format!("<tr><th scope=\"row\">{name}</th><td>{}</td></tr>\n", escaped(&value))
    };
    lines.map(row).collect()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_stays_text() {
        let rows = rows([("a<b", "c & d".to_owned())].into_iter());
        assert_eq!(rows, "<tr><th scope=\"row\">a&lt;b</th><td>c &amp; d</td></tr>\n");
    }
}
