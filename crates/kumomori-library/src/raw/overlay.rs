//! An organization's own policy on top of the library, as it is written.

use super::check::RawThresholdValue;
use super::{RawControl, RawProfile, RawTitled, Text, Word};
use serde::Deserialize;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct RawOverlay {
    pub(crate) overlay: Word,
    #[serde(default)]
    pub(crate) must_have: Vec<RawMustHave>,
    #[serde(default)]
    pub(crate) thresholds: Vec<RawOwnThreshold>,
    #[serde(default)]
    pub(crate) profiles: Vec<RawProfile>,
    #[serde(default)]
    pub(crate) domains: Vec<RawTitled>,
    #[serde(default)]
    pub(crate) controls: Vec<RawControl>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawMustHave {
    pub(crate) control: Word,
    pub(crate) reason: Text,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawOwnThreshold {
    pub(crate) id: Word,
    pub(crate) value: RawThresholdValue,
}
