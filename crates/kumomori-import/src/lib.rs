//! What scanners and cloud command lines print, as evidence documents.
//!
//! [`reading::read`] takes the bytes of a file, the [`tool::Tool`] that printed it and what the
//! user says beside it ([`given::Given`]). It gives an evidence file, what could not be read out,
//! each with its place, and the fields that are still to be added.
//!
//! What a tool does not tell is left out and never guessed: a check that needs it then answers
//! "insufficient". Every entry of the file becomes an entry of the document, so that nothing looks
//! better than it is because it could not be read.
//!
//! ```
//! use kumomori_import::given::Given;
//! use kumomori_import::reading::read;
//! use kumomori_import::tool::Tool;
//!
//! let printed = br#"[{ "name": "docs", "location": "ASIA-NORTHEAST1" }]"#;
//! let reading = read(Tool::GcpStorage, printed, &Given::default()).unwrap();
//! assert!(reading.text.contains(r#""country": "JP""#));
//! assert!(reading.missing.iter().any(|it| it.field == "data_class"));
//! ```
//!
//! The crate reads no file and no clock and has no words: those are in `kumomori-report`.

#![no_std]
#![forbid(unsafe_code)]

extern crate alloc;

mod aws;
mod entry;
pub mod field;
pub mod form;
mod gcp;
pub mod given;
pub mod kubernetes;
mod located;
mod moment;
pub mod note;
pub mod reading;
pub mod refusal;
mod retention;
mod testssl;
pub mod tool;
