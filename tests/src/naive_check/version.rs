//! Versions.

/// The numbers of a version, without zeros at the end; the `SSL` of old protocols comes first.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Version {
    is_newer_than_ssl: bool,
    numbers: Vec<u32>,
}

/// The version that a text such as `TLSv1.2` names.
pub(crate) fn version(text: &str) -> Option<Version> {
    let numbers =
        text.trim_start_matches(|it: char| it.is_ascii_alphabetic() || " -_/".contains(it));
    let name = text.strip_suffix(numbers)?.trim_start().to_uppercase();
    let numbers = numbers.split(['-', '+']).next()?;
    let mut numbers = numbers.split('.').map(|it| it.parse().ok()).collect::<Option<Vec<u32>>>()?;
    if numbers.len() > 6 {
        return None;
    }
    while numbers.last() == Some(&0) {
        numbers.pop();
    }
    Some(Version { is_newer_than_ssl: !name.starts_with("SSL"), numbers })
}
