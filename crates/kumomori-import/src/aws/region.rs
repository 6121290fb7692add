//! The countries of AWS regions.

/// Regions and the countries in which they lie.
const REGIONS: &[(&str, &str)] = &[
    ("af-south-1", "ZA"),
    ("ap-east-1", "HK"),
    ("ap-east-2", "TW"),
    ("ap-northeast-1", "JP"),
    ("ap-northeast-2", "KR"),
    ("ap-northeast-3", "JP"),
    ("ap-south-1", "IN"),
    ("ap-south-2", "IN"),
    ("ap-southeast-1", "SG"),
    ("ap-southeast-2", "AU"),
    ("ap-southeast-3", "ID"),
    ("ap-southeast-4", "AU"),
    ("ap-southeast-5", "MY"),
    ("ap-southeast-6", "NZ"),
    ("ap-southeast-7", "TH"),
    ("ca-central-1", "CA"),
    ("ca-west-1", "CA"),
    ("cn-north-1", "CN"),
    ("cn-northwest-1", "CN"),
    // The location of buckets that were made before Ireland had the name of a region.
    ("EU", "IE"),
    ("eu-central-1", "DE"),
    ("eu-central-2", "CH"),
    ("eu-north-1", "SE"),
    ("eu-south-1", "IT"),
    ("eu-south-2", "ES"),
    ("eu-west-1", "IE"),
    ("eu-west-2", "GB"),
    ("eu-west-3", "FR"),
    ("eusc-de-east-1", "DE"),
    ("il-central-1", "IL"),
    ("me-central-1", "AE"),
    ("me-south-1", "BH"),
    ("mx-central-1", "MX"),
    ("sa-east-1", "BR"),
    ("us-east-1", "US"),
    ("us-east-2", "US"),
    ("us-gov-east-1", "US"),
    ("us-gov-west-1", "US"),
    ("us-west-1", "US"),
    ("us-west-2", "US"),
];

/// The country of a region, if the region is known.
pub(super) fn country(region: &str) -> Option<&'static str> {
    REGIONS.iter().find(|(it, _)| *it == region).map(|(_, country)| *country)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_region_has_the_country_in_which_it_lies() {
        let cases = [("ap-northeast-1", "JP"), ("ap-northeast-3", "JP"), ("eu-west-2", "GB")];
        for (region, expected) in cases {
            assert_eq!(country(region), Some(expected));
        }
        assert_eq!(country("ap-northeast-9"), None);
    }

    #[test]
    fn no_region_stands_twice() {
        let mut names: alloc::vec::Vec<&str> = REGIONS.iter().map(|(it, _)| *it).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), REGIONS.len());
    }
}
