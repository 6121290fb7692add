//! Evidence of a request, asked.

use crate::diagnosis::Diagnosis;
use crate::request::Request;
use alloc::string::String;
use alloc::vec::Vec;
use kumomori_check::program::Policy;
use kumomori_core::checks::Checks;
use kumomori_core::checks::asking::{Answered, Asked, NotAsked, Questions};
use kumomori_report::check::{not_asked, said};
use kumomori_wire::json::Node;
use kumomori_wire::write::{list, number, object, or_null, text};

/// What each piece of evidence says, in their order.
pub(crate) type All<'c> = Vec<Result<Asked<'c>, NotAsked>>;

/// Asks all evidence of a request.
pub(crate) fn ask<'c>(request: &Request<'_>, checks: &'c Checks, policy: Policy) -> All<'c> {
    let questions = Questions::new(checks, policy);
    request.evidence.iter().map(|it| questions.ask(it.text.as_bytes())).collect()
}

/// Every answer with its reasons, document by document.
pub(crate) fn checks(request: &Request<'_>, all: &All<'_>) -> Node {
    let mut places = Places { bytes: request.bytes, at: 0, line: 1, column: 1 };
    let documents = all.iter().zip(&request.evidence).map(|(asked, piece)| match asked {
        Ok(asked) => object([
            ("kind", text(&asked.kind.kind.id)),
            ("collected", or_null(asked.origin.collected.as_ref().map(text))),
            ("tool", or_null(asked.origin.tool.as_ref().map(text))),
            ("checks", list(asked.answers.iter().map(|it| answered(request, it)))),
        ]),
        Err(problem) => refused(request, places.of(piece.at + problem.at()), problem),
    });
    list(documents)
}

/// Lines and columns of ever later bytes.
struct Places<'a> {
    bytes: &'a [u8],
    at: usize,
    line: usize,
    column: usize,
}

impl Places<'_> {
    /// The line and the column of a byte that is not before the last one.
    fn of(&mut self, at: usize) -> (usize, usize) {
        for byte in self.bytes.get(self.at..at).unwrap_or_default() {
            match byte {
                b'\n' => (self.line, self.column) = (self.line + 1, 1),
                0x80..=0xbf => {}
                _ => self.column += 1,
            }
        }
        self.at = self.at.max(at);
        (self.line, self.column)
    }
}

fn refused(request: &Request<'_>, (line, column): (usize, usize), problem: &NotAsked) -> Node {
    object([
        ("problem", text(&not_asked(request.lang, problem))),
        ("line", number(&line)),
        ("column", number(&column)),
    ])
}

fn answered(request: &Request<'_>, answer: &Answered<'_>) -> Node {
    let check = answer.check;
    let control = |(id, dimension): &(_, kumomori_core::dimension::Dimension)| {
        object([("control", text(id)), ("aspect", text(dimension.word()))])
    };
    object([
        ("check", text(&check.id)),
        ("severity", text(check.severity.word())),
        ("verdict", text(answer.outcome.verdict.word())),
        ("controls", list(check.controls.iter().map(control))),
        ("said", list(said(request.lang, answer).iter().map(text))),
    ])
}

/// The verdicts alone, document by document: `s`, `c`, `i` and `n` for supports, contradicts,
/// insufficient and not applicable, in the order of the checks of the kind; `null` for what cannot
/// be asked.
pub(crate) fn verdicts(all: &All<'_>) -> Node {
    list(all.iter().map(|it| or_null(it.as_ref().ok().map(|it| text(&letters(it))))))
}

/// A letter for each answer.
pub(crate) fn letters(asked: &Asked<'_>) -> String {
    let first = |it: &Answered<'_>| it.outcome.verdict.word().chars().next();
    asked.answers.iter().filter_map(first).collect()
}

/// What keeps evidence from being asked, for a score that must not pass over it.
pub(crate) fn problems(request: &Request<'_>, all: &All<'_>) -> Vec<Diagnosis> {
    let problems = all.iter().zip(&request.evidence).filter_map(|(asked, piece)| {
        let problem = asked.as_ref().err()?;
        let message = not_asked(request.lang, problem);
        Some(Diagnosis::new(request.bytes, piece.at + problem.at(), "evidence", message, None))
    });
    problems.collect()
}
