//! Cloudflare Pages and Netlify: a list of paths with their headers.

use anyhow::Result;

use super::{FRAMES, MADE, quoted, special};
use crate::headers::{ASKED_AGAIN, CACHE, POLICY, Place, common_headers};

/// The text of the file.
///
/// # Errors
/// A header has a value that cannot stand in a line.
pub(super) fn text() -> Result<String> {
    let mut text = format!(
        "\
# {MADE}
# As _headers beside index.html. Where two paths match, a host sends both policies, of which
# browsers keep to both, or the later one. These hosts give missing files the same headers, so
# every file is asked for again.
# {FRAMES}
# Where both policies are sent, it is still refused.

/*
{}{}",
        line(POLICY, &Place::Other.policy())?,
        line(CACHE, ASKED_AGAIN)?,
    );
    for (name, value) in common_headers() {
        text += &line(name, &value)?;
    }
    for (path, place) in special() {
        text += &format!("\n{path}\n{}", line(POLICY, &place.policy())?);
    }
    Ok(text)
}

fn line(name: &str, value: &str) -> Result<String> {
    // Values stand without quotes; those that would need them are refused.
    quoted(value, &[])?;
    Ok(format!("  {name}: {value}\n"))
}
