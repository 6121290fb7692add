//! Buckets of Amazon S3: an advanced query of AWS Config, or answers of `aws s3api`, one bucket a
//! line.

mod access;
mod answer;
mod config;
mod encryption;
mod lifecycle;
mod listing;
mod region;

use crate::located::At;
use crate::reading::Told;
use crate::refusal::Refusal;
use alloc::vec::Vec;

/// Whether a value looks like buckets.
pub(crate) fn is_like(at: &At<'_>) -> bool {
    is_config(at) || is_listing(at) || at.items().any(|it| is_listing(&it))
}

fn is_config(at: &At<'_>) -> bool {
    at.field("Results").is_some_and(|it| it.is_list())
}

/// Whether a value has the name of a bucket and an answer about it.
fn is_listing(at: &At<'_>) -> bool {
    at.text_of("bucket").is_some() && at.fields().any(|(name, _)| name.starts_with("get-"))
}

/// Reads buckets.
pub(crate) fn read(values: &[At<'_>]) -> Result<Told, Refusal> {
    if let [at] = values {
        if is_config(at) {
            return Ok(config::read(at));
        }
        if at.is_list() {
            let items: Vec<At<'_>> = at.items().collect();
            return buckets(at, &items);
        }
    }
    values.first().map_or_else(|| Ok(Told::default()), |first| buckets(first, values))
}

fn buckets(first: &At<'_>, values: &[At<'_>]) -> Result<Told, Refusal> {
    if !values.is_empty() && !values.iter().any(is_listing) {
        return Err(Refusal::other_shape(first));
    }
    Ok(listing::read(values))
}
