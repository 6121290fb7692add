//! Versions, compared number by number.

use core::cmp::Ordering;

/// The most numbers of a version.
const PARTS: usize = 6;

/// A version such as `TLS1.2`, `TLSv1.2` or `5.15.0`; missing numbers count as 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Version {
    parts: [u32; PARTS],
}

impl Version {
    /// Reads a version: letters before the first digit are passed over, and what follows a
    /// dash or plus. `None` when no number stands there or something else stands between.
    pub fn from_text(text: &str) -> Option<Self> {
        let start = text.find(|c: char| c.is_ascii_digit())?;
        let (name, numbers) = text.split_at_checked(start)?;
        let is_name = |c: char| c.is_ascii_alphabetic() || matches!(c, ' ' | '-' | '_' | '/');
        if !name.chars().all(is_name) {
            return None;
        }
        let numbers = numbers.split(['-', '+']).next()?;
        let mut parts = [0; PARTS];
        let mut places = parts.iter_mut();
        for number in numbers.split('.') {
            *places.next()? = number.parse().ok()?;
        }
        Some(Self { parts })
    }
}

/// Older versions of a protocol were called SSL; every TLS is newer.
pub fn compare(left: &str, right: &str) -> Option<Ordering> {
    let is_ssl =
        |text: &str| text.trim_start().get(..3).is_some_and(|it| it.eq_ignore_ascii_case("ssl"));
    let (a, b) = (Version::from_text(left)?, Version::from_text(right)?);
    Some(match (is_ssl(left), is_ssl(right)) {
        (true, false) => Ordering::Less,
        (false, true) => Ordering::Greater,
        _ => a.parts.cmp(&b.parts),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_compare_by_number() {
        let less =
            [("TLS1.0", "TLS1.2"), ("TLSv1.2", "TLS 1.3"), ("5.9", "5.15"), ("SSL3", "TLS1.0")];
        for (a, b) in less {
            assert_eq!(compare(a, b), Some(Ordering::Less), "{a} {b}");
            assert_eq!(compare(b, a), Some(Ordering::Greater), "{b} {a}");
        }
        assert_eq!(compare("TLSv1.2", "TLS1.2.0"), Some(Ordering::Equal));
        assert_eq!(compare("5.15.0-91", "5.15"), Some(Ordering::Equal));
    }

    #[test]
    fn what_is_no_version_is_none() {
        for bad in ["", "none", "1..2", "1.x", "版1.2", "1.2.3.4.5.6.7", "99999999999"] {
            assert_eq!(Version::from_text(bad), None, "{bad}");
        }
    }
}
