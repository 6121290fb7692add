//! The countries of locations.

use crate::located::{At, shown};
use crate::note::{Note, Reason};
use alloc::vec::Vec;

/// Regions, in lower case.
const REGIONS: &[(&str, &str)] = &[
    ("africa-south1", "ZA"),
    ("asia-east1", "TW"),
    ("asia-east2", "HK"),
    ("asia-northeast1", "JP"),
    ("asia-northeast2", "JP"),
    ("asia-northeast3", "KR"),
    ("asia-south1", "IN"),
    ("asia-south2", "IN"),
    ("asia-southeast1", "SG"),
    ("asia-southeast2", "ID"),
    ("asia-southeast3", "TH"),
    ("australia-southeast1", "AU"),
    ("australia-southeast2", "AU"),
    ("europe-central2", "PL"),
    ("europe-north1", "FI"),
    ("europe-north2", "SE"),
    ("europe-southwest1", "ES"),
    ("europe-west1", "BE"),
    ("europe-west2", "GB"),
    ("europe-west3", "DE"),
    ("europe-west4", "NL"),
    ("europe-west6", "CH"),
    ("europe-west8", "IT"),
    ("europe-west9", "FR"),
    ("europe-west10", "DE"),
    ("europe-west12", "IT"),
    ("me-central1", "QA"),
    ("me-central2", "SA"),
    ("me-west1", "IL"),
    ("northamerica-northeast1", "CA"),
    ("northamerica-northeast2", "CA"),
    ("northamerica-south1", "MX"),
    ("southamerica-east1", "BR"),
    ("southamerica-west1", "CL"),
    ("us-central1", "US"),
    ("us-east1", "US"),
    ("us-east4", "US"),
    ("us-east5", "US"),
    ("us-south1", "US"),
    ("us-west1", "US"),
    ("us-west2", "US"),
    ("us-west3", "US"),
    ("us-west4", "US"),
];

/// Locations of several regions, all of them in one country: the United States, Tokyo with
/// Osaka, and Iowa with South Carolina.
const WITHIN: &[(&str, &str)] = &[("us", "US"), ("asia1", "JP"), ("nam4", "US")];

/// Locations of several regions in several countries.
const ACROSS: &[&str] = &["eu", "asia", "eur4", "eur5", "eur7", "eur8"];

/// The country of a bucket.
pub(super) fn country(at: &At<'_>, notes: &mut Vec<Note>) -> Option<&'static str> {
    let Some(location) = at.some("location") else {
        notes.push(at.note(Reason::NotThere { field: "country", value: "location" }));
        return None;
    };
    let Some(name) = location.text() else {
        let found = location.shown();
        notes.push(location.note(Reason::Unreadable { field: "country", found }));
        return None;
    };
    let of_regions = regions(at).map(|regions| of_all(&regions));
    match of_regions.unwrap_or_else(|| of_name(name)) {
        Of::One(country) => Some(country),
        Of::Several => {
            notes.push(location.note(Reason::SeveralCountries { location: shown(name) }));
            None
        }
        Of::Unknown => {
            notes.push(location.note(Reason::UnknownRegion { region: shown(name) }));
            None
        }
    }
}

/// How many countries a location is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Of {
    One(&'static str),
    Several,
    Unknown,
}

/// The regions that a bucket names, where its owner chose two.
fn regions<'a>(at: &At<'a>) -> Option<Vec<&'a str>> {
    let placement = at.some_of(&["customPlacementConfig", "custom_placement_config"]);
    let nested = placement.and_then(|it| it.some_of(&["dataLocations", "data_locations"]));
    let list = at.some("data_locations").or(nested)?;
    let regions: Vec<&str> = list.node.items().iter().filter_map(|it| it.text()).collect();
    (!regions.is_empty()).then_some(regions)
}

fn of_all(regions: &[&str]) -> Of {
    let all = regions.iter().map(|it| of_name(it));
    let both = |left, right| match (left, right) {
        (Of::Unknown, _) | (_, Of::Unknown) => Of::Unknown,
        _ if left == right => left,
        _ => Of::Several,
    };
    all.reduce(both).unwrap_or(Of::Unknown)
}

fn of_name(name: &str) -> Of {
    let is_it = |it: &str| it.eq_ignore_ascii_case(name);
    let country = REGIONS.iter().chain(WITHIN).find(|(it, _)| is_it(it));
    match country {
        Some((_, country)) => Of::One(country),
        None if ACROSS.iter().any(|it| is_it(it)) => Of::Several,
        None => Of::Unknown,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_location_is_in_one_country_or_in_several() {
        assert_eq!(of_name("ASIA-NORTHEAST1"), Of::One("JP"));
        assert_eq!(of_name("us"), Of::One("US"));
        for across in ["EU", "ASIA", "EUR4"] {
            assert_eq!(of_name(across), Of::Several);
        }
        assert_eq!(of_name("MARS-NORTH1"), Of::Unknown);
    }

    #[test]
    fn two_regions_of_one_country_are_one_country() {
        assert_eq!(of_all(&["ASIA-NORTHEAST1", "ASIA-NORTHEAST2"]), Of::One("JP"));
        assert_eq!(of_all(&["EUROPE-WEST3", "EUROPE-WEST9"]), Of::Several);
        assert_eq!(of_all(&["EUROPE-WEST3", "EUROPE-WEST99"]), Of::Unknown);
    }
}
