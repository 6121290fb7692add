//! Amazon `CloudFront`: a policy of response headers for each path pattern.

use anyhow::Result;
use serde_json::{Map, Value, json};

use super::special;
use crate::headers::{ASKED_AGAIN, CACHE, Place, common_headers};

/// What `create-response-headers-policy` takes for each path pattern, in the order of behaviors.
///
/// # Errors
/// The values cannot be written.
pub(super) fn text() -> Result<String> {
    let mut entries = Vec::new();
    for (pattern, place) in special() {
        entries.push(entry(&pattern, place));
    }
    entries.push(entry("Default (*)", Place::Other));
    Ok(serde_json::to_string_pretty(&entries)? + "\n")
}

fn entry(pattern: &str, place: Place) -> Value {
    let name = match place {
        Place::Reference => "kumomori-reference",
        Place::Worker => "kumomori-worker",
        Place::Embed => "kumomori-embed",
        Place::Other => "kumomori",
    };
    let headers = common_headers();
    let mut security = Map::new();
    let policy = json!({ "Override": true, "ContentSecurityPolicy": place.policy() });
    security.insert("ContentSecurityPolicy".to_owned(), policy);
    for (name, value) in &headers {
        if let Some((field, value)) = field(name, value) {
            security.insert(field.to_owned(), value);
        }
    }
    let others = headers.iter().filter(|(name, value)| field(name, value).is_none());
    let mut items: Vec<Value> = others.map(|(name, value)| custom(name, value, true)).collect();
    // What the bucket says of a file goes first: it knows whether the file is there.
    items.push(custom(CACHE, ASKED_AGAIN, false));
    json!({
        "PathPattern": pattern,
        "ResponseHeadersPolicyConfig": {
            "Name": name,
            "SecurityHeadersConfig": security,
            "CustomHeadersConfig": { "Quantity": items.len(), "Items": items },
        },
    })
}

/// The field of a header that `CloudFront` refuses among the others.
fn field(name: &str, value: &str) -> Option<(&'static str, Value)> {
    match name {
        "referrer-policy" => {
            Some(("ReferrerPolicy", json!({ "Override": true, "ReferrerPolicy": value })))
        }
        // It knows one value.
        "x-content-type-options" => Some(("ContentTypeOptions", json!({ "Override": true }))),
        _ => None,
    }
}

fn custom(name: &str, value: &str, is_override: bool) -> Value {
    json!({ "Header": name, "Value": value, "Override": is_override })
}
