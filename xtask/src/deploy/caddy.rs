//! Caddy: two maps in a site.

use anyhow::Result;

use super::{FRAMES, MADE, Syntax, quoted};
use crate::headers::{ASKED_AGAIN, CACHE, KEPT, POLICY, Place, common_headers};

/// Requests as `{path}` has them.
const SYNTAX: Syntax = Syntax { start: "^", separators: "/", end: "$" };

/// The text of the file.
///
/// # Errors
/// A header has a value that Caddy cannot be told.
pub(super) fn text() -> Result<String> {
    Ok(format!(
        "\
# {MADE}
# {FRAMES}

# Yours: the name of the site, for which Caddy gets a certificate.
http://localhost:8080 {{
	# Yours: what was dist/.
	root * /srv/kumomori

	map {{path}} {{kumomori_policy}} {{
		\"~{}\" {}
		\"~{}\" {}
		\"~{}\" {}
		default {}
	}}
	map {{path}} {{kumomori_cache}} {{
		\"~{}\" {}
		default {}
	}}

{}
	@written not method GET HEAD
	error @written 405
	encode gzip
	file_server {{
		precompressed br
	}}
	# A missing file is asked for again, even under a name that looks permanent.
	handle_errors {{
		header {CACHE} {}
		rewrite * /404.html
		file_server
	}}
}}
",
        SYNTAX.reference(),
        value(&Place::Reference.policy())?,
        SYNTAX.worker(),
        value(&Place::Worker.policy())?,
        SYNTAX.embed(),
        value(&Place::Embed.policy())?,
        value(&Place::Other.policy())?,
        SYNTAX.hashed(),
        value(KEPT)?,
        value(ASKED_AGAIN)?,
        set()?,
        value(ASKED_AGAIN)?,
    ))
}

fn set() -> Result<String> {
    let mut lines = format!("\theader {POLICY} {{kumomori_policy}}\n");
    lines += &format!("\theader {CACHE} {{kumomori_cache}}\n");
    for (name, text) in common_headers() {
        lines += &format!("\theader {name} {}\n", value(&text)?);
    }
    Ok(lines)
}

/// A value; braces would hold a placeholder.
fn value(text: &str) -> Result<String> {
    quoted(text, &['{', '}'])
}
