//! Apache: a file for the folder of the site.

use anyhow::Result;

use super::{FRAMES, MADE, Syntax, quoted};
use crate::headers::{ASKED_AGAIN, CACHE, KEPT, POLICY, Place, common_headers};

/// Requests as their first line has them.
const SYNTAX: Syntax = Syntax { start: r"^\S+ ", separators: r"/?\s", end: r"[?\s]" };

/// The text of the file.
///
/// # Errors
/// A header has a value that Apache cannot be told.
pub(super) fn text() -> Result<String> {
    Ok(format!(
        "\
# {MADE}
# As .htaccess beside index.html, with `AllowOverride FileInfo Indexes Options=Indexes,MultiViews`
# for the folder. It needs the modules headers, rewrite, mime and dir; without one of them Apache
# answers with an error rather than without the headers.
# {FRAMES}

Options -Indexes -MultiViews
DirectoryIndex index.html
ErrorDocument 403 /404.html
ErrorDocument 404 /404.html

AddType text/html .html
AddType text/css .css
AddType text/javascript .js
AddType application/json .json
AddType application/wasm .wasm
AddType application/octet-stream .bin

RewriteEngine On
RewriteCond %{{REQUEST_METHOD}} !^(GET|HEAD)$
RewriteRule ^ - [R=405,L]

# The .br files, for whoever accepts them.
AddEncoding br .br
RewriteCond %{{HTTP:Accept-Encoding}} \\bbr\\b
RewriteCond %{{REQUEST_FILENAME}}.br -f
RewriteRule ^(.+)$ $1.br [L]
Header merge vary accept-encoding

{}
# What comes later replaces what came before. A missing file is asked for again, even under a name
# that looks permanent.
{}{}{}{}{}{}",
        set()?,
        always(POLICY, &Place::Other.policy(), "")?,
        always(POLICY, &Place::Embed.policy(), &SYNTAX.embed())?,
        always(POLICY, &Place::Worker.policy(), &SYNTAX.worker())?,
        always(POLICY, &Place::Reference.policy(), &SYNTAX.reference())?,
        always(CACHE, ASKED_AGAIN, "")?,
        always(CACHE, KEPT, &SYNTAX.hashed())?.replace("#\"", "# && %{REQUEST_STATUS} -lt 400\""),
    ))
}

fn set() -> Result<String> {
    common_headers().iter().map(|(name, value)| always(name, value, "")).collect()
}

/// A line that sets a header, for requests that a pattern names, or for all.
fn always(name: &str, value: &str, pattern: &str) -> Result<String> {
    let value = quoted(value, &['%', '$'])?;
    let when = match pattern {
        "" => String::new(),
        pattern => format!(" \"expr=%{{THE_REQUEST}} =~ m#{pattern}#\""),
    };
    Ok(format!("Header always set {name} {value}{when}\n"))
}
