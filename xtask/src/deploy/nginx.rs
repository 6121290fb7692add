//! nginx: two maps and a server.

use anyhow::Result;

use super::{FRAMES, MADE, Syntax, quoted};
use crate::headers::{ASKED_AGAIN, CACHE, KEPT, POLICY, Place, common_headers};

/// Requests as `$request_uri` has them, with their query.
const SYNTAX: Syntax = Syntax { start: "^", separators: "/?", end: r"(\?|$)" };

/// The text of the file.
///
/// # Errors
/// A header has a value that nginx cannot be told.
pub(super) fn text() -> Result<String> {
    Ok(format!(
        "\
# {MADE}
# For the http level: /etc/nginx/conf.d/kumomori.conf. Yours are the lines marked so.
# A location that adds a header of its own loses all of those below: add it beside them instead.
# {FRAMES}

map $request_uri $kumomori_policy {{
    default {};
    \"~{}\" {};
    \"~{}\" {};
    \"~{}\" {};
}}

# A missing file is asked for again, even under a name that looks permanent.
map \"$status:$request_uri\" $kumomori_cache {{
    default {};
    \"~^[123]..:{}\" {};
}}

server {{
    listen 8080;            # yours: 443 ssl, with ssl_certificate and ssl_certificate_key
    server_name localhost;  # yours
    root /srv/kumomori;     # yours: what was dist/

    index index.html;
    error_page 404 /404.html;
    error_page 403 =404 /404.html;

    types {{
        text/html html;
        text/css css;
        text/javascript js;
        application/json json;
        application/wasm wasm;
    }}
    default_type application/octet-stream;

    # brotli_static on;  # sends the .br files; needs the module ngx_brotli
    gzip on;             # for whoever cannot have them
    gzip_types text/css text/javascript application/json application/wasm application/octet-stream;
    gzip_vary on;

{}}}
",
        value(&Place::Other.policy())?,
        SYNTAX.reference(),
        value(&Place::Reference.policy())?,
        SYNTAX.worker(),
        value(&Place::Worker.policy())?,
        SYNTAX.embed(),
        value(&Place::Embed.policy())?,
        value(ASKED_AGAIN)?,
        SYNTAX.hashed().trim_start_matches('^'),
        value(KEPT)?,
        added()?,
    ))
}

fn added() -> Result<String> {
    let mut lines = format!("    add_header {POLICY} $kumomori_policy always;\n");
    lines += &format!("    add_header {CACHE} $kumomori_cache always;\n");
    for (name, text) in common_headers() {
        lines += &format!("    add_header {name} {} always;\n", value(&text)?);
    }
    Ok(lines)
}

/// A value; `$` would begin a variable.
fn value(text: &str) -> Result<String> {
    quoted(text, &['$'])
}
