//! Settings for other people's servers, made of the headers that `cargo xtask serve` sends.

mod apache;
mod caddy;
mod cloudfront;
mod listed;
mod nginx;

use anyhow::{Result, bail};

use crate::headers::{EMBED, Place, REFERENCE, WORKER};

/// Where the files are kept.
pub(crate) const FOLDER: &str = "deploy";

/// What a host changes where a portal is to show the site in a frame.
const FRAMES: &str = "Yours, in the policy of /embed/: behind frame-ancestors, in the place of 'none', the portal that
# may show the site in a frame, such as https://portal.example.";

/// What stands at the top of every file that can have a comment.
const MADE: &str = "Made from xtask/src/headers.rs by `cargo xtask generate`: do not edit.";

/// Every file with its text.
///
/// # Errors
/// A header has a value that a server cannot be told.
pub(crate) fn files() -> Result<Vec<(&'static str, String)>> {
    Ok(vec![
        ("nginx.conf", nginx::text()?),
        ("Caddyfile", caddy::text()?),
        ("apache.htaccess", apache::text()?),
        ("_headers", listed::text()?),
        ("cloudfront.json", cloudfront::text()?),
    ])
}

/// How a server writes regular expressions of requests.
struct Syntax {
    /// What stands before the path.
    start: &'static str,
    /// What no part of a path has, for use in brackets.
    separators: &'static str,
    /// What stands behind the path.
    end: &'static str,
}

impl Syntax {
    /// Paths of the reference pages.
    fn reference(&self) -> String {
        self.below(REFERENCE)
    }

    /// Paths of the page for frames.
    fn embed(&self) -> String {
        self.below(EMBED)
    }

    fn below(&self, folder: &str) -> String {
        format!("{}/{folder}(/|{})", self.start, self.end)
    }

    /// The worker's script, with or without the hash of its content.
    fn worker(&self) -> String {
        let (stem, ending) = worker();
        let part = self.part();
        self.named(&format!(r"{stem}\.({part}\.)?{ending}(\.{part})?"))
    }

    /// Names with a hash as the build writes it.
    fn hashed(&self) -> String {
        let part = self.part();
        self.named(&format!(r"({part}\.)?[0-9A-Fa-f]{{16}}(\.{part})?"))
    }

    fn named(&self, name: &str) -> String {
        format!("{}(/{})*/{name}{}", self.start, self.part(), self.end)
    }

    fn part(&self) -> String {
        format!("[^{}]*", self.separators)
    }
}

/// Paths with policies of their own, for hosts that know `*` only.
fn special() -> [(String, Place); 3] {
    let (stem, ending) = worker();
    let below = |folder| format!("/{folder}/*");
    [
        (below(REFERENCE), Place::Reference),
        (format!("/{stem}.*.{ending}"), Place::Worker),
        (below(EMBED), Place::Embed),
    ]
}

/// The worker's name before and after the place of the hash.
fn worker() -> (&'static str, &'static str) {
    WORKER.split_once('.').unwrap_or((WORKER, ""))
}

/// A value in double quotes, for servers that give some characters a meaning of their own.
///
/// # Errors
/// It has one of these, or one that no header may have.
fn quoted(value: &str, special: &[char]) -> Result<String> {
    let is_plain = |c: char| matches!(c, ' '..='~') && !matches!(c, '"' | '\\');
    match value.chars().find(|c| !is_plain(*c) || special.contains(c)) {
        Some(c) => bail!("a header has {c:?}, which this server would not send as it stands"),
        None => Ok(format!("\"{value}\"")),
    }
}

#[cfg(test)]
mod tests;
