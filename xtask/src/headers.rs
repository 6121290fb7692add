//! The security headers of the site, and their copy in the pages.
//!
//! One list feeds the server, the files of `deploy/`, the `meta` element of every page, and the
//! tests.

use anyhow::{Result, bail};

/// Where a directive of the content security policy is understood.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Reach {
    /// In the header and in a `meta` element.
    Everywhere,
    /// In the header only; browsers ignore it in a `meta` element.
    HeaderOnly,
}

/// The content security policy, one directive an entry.
const DIRECTIVES: &[(&str, Reach)] = &[
    ("default-src 'none'", Reach::Everywhere),
    ("script-src 'self' 'wasm-unsafe-eval'", Reach::Everywhere),
    ("style-src 'self'", Reach::Everywhere),
    ("img-src 'self' data: blob:", Reach::Everywhere),
    ("font-src 'self'", Reach::Everywhere),
    ("connect-src 'self'", Reach::Everywhere),
    ("manifest-src 'self'", Reach::Everywhere),
    ("worker-src 'self'", Reach::Everywhere),
    ("frame-src 'none'", Reach::Everywhere),
    ("object-src 'none'", Reach::Everywhere),
    ("base-uri 'none'", Reach::Everywhere),
    ("form-action 'none'", Reach::Everywhere),
    ("frame-ancestors 'none'", Reach::HeaderOnly),
    ("require-trusted-types-for 'script'", Reach::Everywhere),
    ("trusted-types default", Reach::Everywhere),
    (
        "sandbox allow-scripts allow-same-origin allow-forms allow-downloads allow-modals",
        Reach::HeaderOnly,
    ),
    ("webrtc 'block'", Reach::HeaderOnly),
];

/// The policy of the reference pages, which have nothing to run and nothing to load but a style
/// sheet. Their own `meta` element says the same but for `frame-ancestors`.
const REFERENCE_POLICY: &str = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; \
     frame-ancestors 'none'";

/// The script of the worker, which is handed everything and connects to nothing.
pub(crate) const WORKER: &str = "worker.js";

/// The folder of the reference pages.
pub(crate) const REFERENCE: &str = "refs";

/// The folder of the page that a portal may show in a frame.
pub(crate) const EMBED: &str = "embed";

/// Nobody: who may show the site in a frame, as long as nobody is named.
pub(crate) const NOBODY: &str = "'none'";

/// Every feature that the site refuses for itself and for anything it could embed.
const REFUSED_FEATURES: &[&str] = &[
    "accelerometer",
    "ambient-light-sensor",
    "attribution-reporting",
    "autoplay",
    "bluetooth",
    "browsing-topics",
    "camera",
    "display-capture",
    "geolocation",
    "gyroscope",
    "hid",
    "identity-credentials-get",
    "idle-detection",
    "local-fonts",
    "magnetometer",
    "microphone",
    "midi",
    "otp-credentials",
    "payment",
    "publickey-credentials-create",
    "screen-wake-lock",
    "serial",
    "storage-access",
    "usb",
    "web-share",
    "window-management",
    "xr-spatial-tracking",
];

/// The header that depends on the path.
pub(crate) const POLICY: &str = "content-security-policy";

/// The header that says how long an answer may be kept.
pub(crate) const CACHE: &str = "cache-control";

/// For names that contain the hash of their content.
pub(crate) const KEPT: &str = "public, max-age=31536000, immutable";

/// For everything else: kept, but asked for again each time.
pub(crate) const ASKED_AGAIN: &str = "no-cache";

/// Paths that share a content security policy.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    /// The pages below `refs/`, which run nothing.
    Reference,
    /// The worker's script, which connects to nothing.
    Worker,
    /// The page below `embed/`, which those may show in a frame that the host names.
    Embed,
    /// Everything else.
    Other,
}

impl Place {
    /// All of them.
    pub(crate) const ALL: [Self; 4] = [Self::Reference, Self::Worker, Self::Embed, Self::Other];

    /// What it is called where it is written down.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Reference => "reference",
            Self::Worker => "worker",
            Self::Embed => "embed",
            Self::Other => "page",
        }
    }

    /// The place of a file of the built site by its name.
    pub(crate) fn of_file(name: &str) -> Self {
        Self::of(&format!("/{name}"))
    }

    /// The place of a path, which begins with a slash.
    pub(crate) fn of(path: &str) -> Self {
        match path.split('/').nth(1) {
            Some(REFERENCE) => Self::Reference,
            _ if is_worker(path) => Self::Worker,
            Some(EMBED) => Self::Embed,
            _ => Self::Other,
        }
    }

    /// Its content security policy, as the header has it; nobody may show it in a frame.
    pub(crate) fn policy(self) -> String {
        match self {
            Self::Reference => REFERENCE_POLICY.to_owned(),
            Self::Worker => policy(|_| true).replace("connect-src 'self'", "connect-src 'none'"),
            Self::Embed | Self::Other => policy(|_| true),
        }
    }
}

/// The security headers of every response for a path, in a fixed order; `ancestors` may show the page
/// below `embed/` in a frame: sources of the directive `frame-ancestors`, with spaces between.
pub(crate) fn security_headers(path: &str, ancestors: &str) -> Vec<(&'static str, String)> {
    let place = Place::of(path);
    let mut policy = place.policy();
    if place == Place::Embed {
        policy = policy.replace(&framed_by(NOBODY), &framed_by(ancestors));
    }
    let mut headers = vec![(POLICY, policy)];
    headers.extend(common_headers());
    headers
}

fn framed_by(ancestors: &str) -> String {
    format!("frame-ancestors {ancestors};")
}

/// Refuses what is no list of origins, such as `https://portal.example`.
///
/// # Errors
/// One of them is not, or names everybody.
pub(crate) fn check_ancestors(ancestors: &str) -> Result<()> {
    let is_host =
        |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | ':' | '*' | '[' | ']');
    let is_origin = |source: &str| {
        let host = source.strip_prefix("https://").or_else(|| source.strip_prefix("http://"));
        host.is_some_and(|host| {
            !host.is_empty() && host.chars().all(is_host) && !host.starts_with(['*', ':'])
        })
    };
    match ancestors.split(' ').find(|it| !is_origin(it)) {
        Some(source) if ancestors != NOBODY => bail!(
            "`{source}` is no origin that may show the site in a frame: write such as \
             `https://portal.example`, several with a space between"
        ),
        _ => Ok(()),
    }
}

/// The security headers that are the same for every path.
pub(crate) fn common_headers() -> Vec<(&'static str, String)> {
    let fixed = |name, value: &str| (name, value.to_owned());
    vec![
        fixed("connection-allowlist", "(response-origin)"),
        fixed("integrity-policy", "blocked-destinations=(script style)"),
        ("permissions-policy", permissions_policy()),
        fixed("cross-origin-opener-policy", "same-origin"),
        fixed("cross-origin-embedder-policy", "require-corp"),
        fixed("cross-origin-resource-policy", "same-origin"),
        fixed("referrer-policy", "no-referrer"),
        fixed("x-content-type-options", "nosniff"),
        fixed("x-dns-prefetch-control", "off"),
    ]
}

/// The part of the policy that a page can carry itself, for hosts without headers.
pub(crate) fn meta_policy() -> String {
    policy(|reach| reach == Reach::Everywhere)
}

/// Whether a path is the worker's script, with or without the hash of its content.
fn is_worker(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    let (stem, ending) = WORKER.split_once('.').unwrap_or((WORKER, ""));
    let mut parts = name.split('.');
    parts.next() == Some(stem) && parts.any(|it| it == ending)
}

/// How long a browser may keep the answer for a path.
///
/// Only a name that contains the hash of its content can be kept for ever.
pub(crate) fn cache_control(path: &str) -> &'static str {
    if has_hash(path) { KEPT } else { ASKED_AGAIN }
}

fn policy(is_wanted: impl Fn(Reach) -> bool) -> String {
    let wanted = DIRECTIVES.iter().filter(|(_, reach)| is_wanted(*reach));
    wanted.map(|(directive, _)| *directive).collect::<Vec<_>>().join("; ")
}

fn permissions_policy() -> String {
    REFUSED_FEATURES.iter().map(|name| format!("{name}=()")).collect::<Vec<_>>().join(", ")
}

/// Whether one part of the file's name, between dots, is a hash as the build writes it.
fn has_hash(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.split('.').any(|part| part.len() == 16 && part.bytes().all(|b| b.is_ascii_hexdigit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_carries_no_directive_that_only_a_header_may() {
        let policy = meta_policy();
        for word in ["frame-ancestors", "sandbox", "webrtc"] {
            assert!(!policy.contains(word), "{word}");
        }
    }

    #[test]
    fn the_header_closes_every_way_that_the_page_closes() {
        let headers = security_headers("/", NOBODY);
        let (_, header) =
            headers.iter().find(|(name, _)| *name == "content-security-policy").unwrap();
        for directive in meta_policy().split("; ") {
            assert!(header.split("; ").any(|other| other == directive), "{directive}");
        }
    }

    #[test]
    fn nothing_runs_on_a_reference_page() {
        for path in ["/refs/index.ja.html", "/refs/missing", "/refs/"] {
            let headers = security_headers(path, NOBODY);
            assert_eq!(headers[0], ("content-security-policy", REFERENCE_POLICY.to_owned()));
            assert_eq!(headers[1..], security_headers("/", NOBODY)[1..], "{path}");
        }
        assert!(REFERENCE_POLICY.starts_with("default-src 'none'; style-src 'self'"));
        for word in ["script-src", "unsafe", "connect-src", "data:", "blob:"] {
            assert!(!REFERENCE_POLICY.contains(word), "{word}");
        }
        assert_ne!(security_headers("/refs", NOBODY)[0], security_headers("/refs.html", NOBODY)[0]);
    }

    #[test]
    fn the_worker_connects_to_nothing() {
        for path in ["/worker.js", "/worker.0123456789abcdef.js", "/a/worker.0123456789abcdef.js"] {
            let (_, policy) = security_headers(path, NOBODY).remove(0);
            assert!(policy.contains("connect-src 'none'"), "{path}");
            assert!(!policy.contains("connect-src 'self'"), "{path}");
        }
        let (_, policy) = security_headers("/boot.0123456789abcdef.js", NOBODY).remove(0);
        assert!(policy.contains("connect-src 'self'"));
    }

    #[test]
    fn only_the_page_for_frames_is_shown_in_one_and_only_by_those_that_are_named() {
        let portal = "https://portal.example http://localhost:*";
        let policy = |path| security_headers(path, portal).remove(0).1;
        assert!(
            policy("/embed/")
                .contains("frame-ancestors https://portal.example http://localhost:*;")
        );
        for path in ["/", "/index.html", "/embed.html", "/refs/index.ja.html", "/worker.js"] {
            assert!(policy(path).contains("frame-ancestors 'none'"), "{path}");
        }
        assert_eq!(security_headers("/embed/", NOBODY), security_headers("/", NOBODY));
    }

    #[test]
    fn who_may_show_it_is_named_by_origin() {
        for good in
            ["'none'", "https://portal.example", "http://localhost:* https://a.example:8443"]
        {
            assert!(check_ancestors(good).is_ok(), "{good}");
        }
        for bad in [
            "",
            "*",
            "https://*",
            "https:",
            "portal.example",
            "https://a.example; x",
            "https://a.example,",
            "https://a.example 'none'",
            "https://a.example/path",
        ] {
            assert!(check_ancestors(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn nothing_may_run_from_text() {
        assert!(!meta_policy().contains("unsafe-inline"));
        assert!(!meta_policy().contains("'unsafe-eval'"));
    }

    #[test]
    fn only_names_with_a_hash_are_kept_for_ever() {
        assert!(cache_control("/boot.0123456789abcdef.js").contains("immutable"));
        assert!(cache_control("/boot.0123456789abcdef.js.br").contains("immutable"));
        for path in ["/", "/index.html", "/boot.js", "/SHA256SUMS", "/0123456789abcdef/boot.js"] {
            assert_eq!(cache_control(path), "no-cache", "{path}");
        }
    }
}
