//! What `aws` answered to one command: JSON, or the text of an error.

use crate::located::{At, shown};
use crate::note::{Note, Reason};
use alloc::string::String;
use alloc::vec::Vec;

/// The codes that say that a setting was never made.
const UNSET: [&str; 5] = [
    "NoSuchBucketPolicy",
    "NoSuchLifecycleConfiguration",
    "NoSuchPublicAccessBlockConfiguration",
    "OwnershipControlsNotFoundError",
    "ServerSideEncryptionConfigurationNotFoundError",
];

/// What was answered.
pub(super) enum Answer<'a> {
    /// The setting.
    Said(At<'a>),
    /// The setting was never made.
    Unset(At<'a>),
    /// Nothing that can be used; a note says why.
    Unknown,
}

impl<'a> Answer<'a> {
    /// The answer to a command in the line of a bucket, needed for a field.
    pub(super) fn read(
        bucket: &At<'a>,
        command: &'static str,
        field: &'static str,
        notes: &mut Vec<Note>,
    ) -> Self {
        let Some(at) = bucket.some(command) else {
            notes.push(bucket.note(Reason::NotThere { field, value: command }));
            return Self::Unknown;
        };
        if at.is_object() {
            return Self::Said(at);
        }
        let Some(said) = at.text() else {
            notes.push(at.note(Reason::Unreadable { field, found: at.shown() }));
            return Self::Unknown;
        };
        let code = code(said);
        if UNSET.contains(&code.as_str()) {
            return Self::Unset(at);
        }
        notes.push(at.note(Reason::CommandFailed { field, command, code }));
        Self::Unknown
    }

    /// The setting below a name, if it was answered.
    pub(super) fn setting(&self, name: &str) -> Option<At<'a>> {
        if let Self::Said(at) = self { at.some(name) } else { None }
    }
}

/// The code in `An error occurred (AccessDenied) when calling …`, else the beginning of the text.
fn code(said: &str) -> String {
    let code = said.split_once("An error occurred (").and_then(|(_, it)| it.split_once(')'));
    shown(code.map_or(said, |(code, _)| code))
}
