//! What is wrong with a request.

use alloc::string::{String, ToString};
use core::fmt;
use kumomori_check::document::{DocumentFault, DocumentProblem, Expected, place};
use kumomori_core::checks::asking::NotAsked;
use kumomori_core::text::Lang;
use kumomori_report::check::not_asked;
use kumomori_report::diagnostic;
use kumomori_report::words::Words;
use kumomori_wire::diagnostic::Diagnostic;
use kumomori_wire::json::Node;
use kumomori_wire::write::{number, object, or_null, text};

impl fmt::Display for Diagnosis {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (line, column) = self.at;
        write!(out, "{line}:{column}: {}", self.message)?;
        self.help.iter().try_for_each(|it| write!(out, " ({it})"))
    }
}

/// One thing that is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Diagnosis {
    /// The field of the request that it is in; empty for the whole request.
    pub(crate) field: String,
    pub(crate) message: String,
    pub(crate) help: Option<String>,
    /// Line and column within the request, from 1.
    pub(crate) at: (usize, usize),
}

impl Diagnosis {
    /// Something that is wrong at a byte of the request.
    pub(crate) fn new(
        request: &[u8],
        at: usize,
        field: &str,
        message: impl Into<String>,
        help: Option<String>,
    ) -> Self {
        let at = place(request, at);
        Self { field: field.to_string(), message: message.into(), help, at }
    }

    /// What keeps a part of the request from being read.
    pub(crate) fn broken(
        lang: Lang,
        request: &[u8],
        (field, start): (&str, usize),
        fault: DocumentFault,
    ) -> Self {
        let at = start + fault.at;
        let message = match fault.problem {
            DocumentProblem::WrongShape { expected: Expected::Object } => {
                Words::new("ここにはオブジェクト`{…}`が要る", "an object `{…}` is needed here")
                    .of(lang)
                    .into()
            }
            DocumentProblem::WrongShape { expected: Expected::List } => {
                Words::new("ここには一覧`[…]`が要る", "a list `[…]` is needed here").of(lang).into()
            }
            _ => not_asked(lang, &NotAsked::Broken(fault)),
        };
        Self::new(request, at, field, message, None)
    }

    /// What is wrong with the assessment that begins at a byte of the request.
    pub(crate) fn of_assessment(
        lang: Lang,
        request: &[u8],
        start: usize,
        found: &Diagnostic,
    ) -> Self {
        let (line, column) = place(request, start);
        let at = found.place.as_ref().map_or((line, column), |it| {
            let number = |it: u32| usize::try_from(it).unwrap_or(usize::MAX);
            let (within, along) = (number(it.line), number(it.column));
            (line + within - 1, if within == 1 { column + along - 1 } else { along })
        });
        let field = ["assessment", if found.path.is_empty() { "" } else { "." }, &found.path];
        Self {
            field: field.concat(),
            message: diagnostic::message(lang, found),
            help: diagnostic::help(lang, found),
            at,
        }
    }

    /// That the module itself is damaged.
    pub(crate) fn damaged(lang: Lang) -> Self {
        let words = Words::new(
            "このモジュールは壊れている。配布元のものとハッシュを比べる",
            "this module is damaged; compare its hash with the published one",
        );
        let message = words.of(lang).to_string();
        Self { field: String::new(), message, help: None, at: (1, 1) }
    }

    pub(crate) fn node(&self) -> Node {
        let (line, column) = self.at;
        object([
            ("field", text(&self.field)),
            ("message", text(&self.message)),
            ("help", or_null(self.help.as_ref().map(text))),
            ("line", number(&line)),
            ("column", number(&column)),
        ])
    }
}
