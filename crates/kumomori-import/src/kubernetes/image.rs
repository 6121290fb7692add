//! Names of container images.

/// The registry of an image; Docker Hub when none is named.
pub(super) fn registry(image: &str) -> &str {
    let first = image.split_once('/').map(|(first, _)| first);
    let is_host = |it: &&str| {
        it.contains(['.', ':']) || *it == "localhost" || it.bytes().any(|b| b.is_ascii_uppercase())
    };
    first.filter(is_host).unwrap_or("docker.io")
}

/// Whether an image is fixed by a digest.
pub(super) fn is_by_digest(image: &str) -> bool {
    let digest = image.split_once('@').and_then(|(_, digest)| digest.split_once(':'));
    digest.is_some_and(|(kind, digits)| kind.starts_with("sha") && !digits.is_empty())
}

/// The tag of an image; `latest` when it has neither a tag nor a digest.
pub(super) fn tag(image: &str) -> Option<&str> {
    let named = image.split('@').next().unwrap_or(image);
    let last = named.rsplit('/').next().unwrap_or(named);
    match last.split_once(':') {
        Some((_, tag)) => Some(tag),
        None => (!is_by_digest(image)).then_some("latest"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_parts_of_a_name_are_told_apart() {
        for (image, host, version) in [
            ("nginx", "docker.io", Some("latest")),
            ("library/nginx:1.29", "docker.io", Some("1.29")),
            ("registry.example.jp:5000/app/api", "registry.example.jp:5000", Some("latest")),
            ("registry.example.jp:5000/api:v2", "registry.example.jp:5000", Some("v2")),
            ("localhost/api", "localhost", Some("latest")),
            ("ghcr.io/a/b@sha256:00", "ghcr.io", None),
            ("ghcr.io/a/b:v1@sha256:00", "ghcr.io", Some("v1")),
            ("ghcr.io/a/b@", "ghcr.io", Some("latest")),
            ("EVIL/app:1", "EVIL", Some("1")),
        ] {
            assert_eq!((registry(image), tag(image)), (host, version), "{image}");
        }
        assert!(is_by_digest("ghcr.io/a/b@sha256:00") && !is_by_digest("ghcr.io/a/b:v1"));
    }
}
