//! The security headers of the site, and their copy in the pages.
//!
//! One list feeds the server, the files of `deploy/`, the `meta` element of every page, and the
//! tests.

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
    /// Everything else.
    Other,
}

impl Place {
    /// All of them.
    pub(crate) const ALL: [Self; 3] = [Self::Reference, Self::Worker, Self::Other];

    /// What it is called where it is written down.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Reference => "reference",
            Self::Worker => "worker",
            Self::Other => "page",
        }
    }

    /// The place of a path, which begins with a slash.
    pub(crate) fn of(path: &str) -> Self {
        if path.split('/').nth(1) == Some(REFERENCE) {
            Self::Reference
        } else if is_worker(path) {
            Self::Worker
        } else {
            Self::Other
        }
    }

    /// Its content security policy, as the header has it.
    pub(crate) fn policy(self) -> String {
        match self {
            Self::Reference => REFERENCE_POLICY.to_owned(),
            Self::Worker => policy(|_| true).replace("connect-src 'self'", "connect-src 'none'"),
            Self::Other => policy(|_| true),
        }
    }
}

/// The security headers of every response for a path, in a fixed order.
pub(crate) fn security_headers(path: &str) -> Vec<(&'static str, String)> {
    let mut headers = vec![(POLICY, Place::of(path).policy())];
    headers.extend(common_headers());
    headers
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
        let headers = security_headers("/");
        let (_, header) =
            headers.iter().find(|(name, _)| *name == "content-security-policy").unwrap();
        for directive in meta_policy().split("; ") {
            assert!(header.split("; ").any(|other| other == directive), "{directive}");
        }
    }

    #[test]
    fn nothing_runs_on_a_reference_page() {
        for path in ["/refs/index.ja.html", "/refs/missing", "/refs/"] {
            let headers = security_headers(path);
            assert_eq!(headers[0], ("content-security-policy", REFERENCE_POLICY.to_owned()));
            assert_eq!(headers[1..], security_headers("/")[1..], "{path}");
        }
        assert!(REFERENCE_POLICY.starts_with("default-src 'none'; style-src 'self'"));
        for word in ["script-src", "unsafe", "connect-src", "data:", "blob:"] {
            assert!(!REFERENCE_POLICY.contains(word), "{word}");
        }
        assert_ne!(security_headers("/refs")[0], security_headers("/refs.html")[0]);
    }

    #[test]
    fn the_worker_connects_to_nothing() {
        for path in ["/worker.js", "/worker.0123456789abcdef.js", "/a/worker.0123456789abcdef.js"] {
            let (_, policy) = security_headers(path).remove(0);
            assert!(policy.contains("connect-src 'none'"), "{path}");
            assert!(!policy.contains("connect-src 'self'"), "{path}");
        }
        let (_, policy) = security_headers("/boot.0123456789abcdef.js").remove(0);
        assert!(policy.contains("connect-src 'self'"));
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
