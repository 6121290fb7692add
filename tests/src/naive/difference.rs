//! The entries in which two outcomes differ.

use super::Outcome;
use std::collections::BTreeMap;
use std::fmt::Debug;

/// Every entry in which `found` is not as `expected`, in words.
pub fn differences(found: &Outcome, expected: &Outcome) -> Vec<String> {
    let mut all = Vec::new();
    all.extend(in_maps("control", &found.controls, &expected.controls));
    all.extend(in_maps("attestation", &found.attestations, &expected.attestations));
    all.extend(in_maps("document", &by_place(&found.documents), &by_place(&expected.documents)));
    all.extend(in_maps("requirement", &found.requirements, &expected.requirements));
    all.extend(in_maps("group", &found.groups, &expected.groups));
    all.extend(in_maps("wanted", &found.wanted, &expected.wanted));
    all.extend(in_maps("gap", &by_place(&found.gaps), &by_place(&expected.gaps)));
    all.extend(in_maps("risk", &by_place(&found.risks), &by_place(&expected.risks)));
    all
}

fn by_place<T>(list: &[T]) -> BTreeMap<usize, &T> {
    list.iter().enumerate().collect()
}

fn in_maps<K: Ord + Clone + Debug, V: PartialEq + Debug>(
    what: &str,
    found: &BTreeMap<K, V>,
    expected: &BTreeMap<K, V>,
) -> Vec<String> {
    let mut keys: Vec<&K> = found.keys().chain(expected.keys()).collect();
    keys.sort();
    keys.dedup();
    let differs = |key: &&&K| found.get(**key) != expected.get(**key);
    let in_words = |key: &K| {
        let (found, expected) = (found.get(key), expected.get(key));
        format!("{what} {key:?}\n   found {found:?}\nexpected {expected:?}\n")
    };
    keys.iter().filter(differs).map(|key| in_words(key)).collect()
}
