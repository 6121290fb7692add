//! Mistakes in the expressions of checks, at the part that is wrong.

use crate::problem::{Fault, Problem};
use crate::raw::Word;
use crate::source::Source;
use crate::syntax;
use kumomori_check::fault::Fault as Mistake;

/// A mistake as a problem of the file in which the expression stands.
pub(crate) fn problem(source: &Source, word: &Word, mistake: &Mistake) -> Problem {
    let range = mistake.span.start..mistake.span.end;
    let message = mistake.problem.to_string();
    let fault = |message| Fault::BadExpression { message, help: mistake.problem.help() };
    if let Some(at) = syntax::part(source, word, range.clone()) {
        return Problem::new(fault(message), at);
    }
    let part = word.value.get(range).unwrap_or_default();
    let (line, column) = mistake.span.place(&word.value);
    let message = format!("{message} (`{part}` at {line}:{column} of the expression)");
    Problem::new(fault(message), syntax::span(source, word.referenced))
}
