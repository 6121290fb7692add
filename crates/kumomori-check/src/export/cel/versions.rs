//! Versions, by their places among those of TLS and SSL.

use super::{Printer, level};
use crate::fault::{Fault, Problem, Span};
use crate::syntax::tree::{Expr, Literal, Node};
use crate::value::Threshold;
use crate::version;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::cmp::Ordering;

/// The names of each version of SSL and TLS, the oldest first.
const VERSIONS: [&[&str]; 6] = [
    &["SSL2", "SSLv2"],
    &["SSL3", "SSLv3"],
    &["TLS1", "TLSv1", "TLS1.0", "TLSv1.0"],
    &["TLS1.1", "TLSv1.1"],
    &["TLS1.2", "TLSv1.2"],
    &["TLS1.3", "TLSv1.3"],
];

impl Printer<'_> {
    /// Compares versions, one of which is known, by their places among those of TLS and SSL.
    pub(super) fn versions(
        &mut self,
        sign: &str,
        (left, right): (&Expr, &Expr),
        span: Span,
    ) -> Result<String, Fault> {
        let places = [self.place(left)?, self.place(right)?];
        if places.iter().all(|it| it.parse::<usize>().is_err()) {
            return Err(Fault { problem: Problem::NotInStandardCel, span });
        }
        let [left, right] = places;
        Ok(format!("{left} {sign} {right}"))
    }

    fn place(&mut self, expr: &Expr) -> Result<String, Fault> {
        let refused = Fault { problem: Problem::NotInStandardCel, span: expr.span };
        let Node::Call { name, arguments, .. } = &expr.node else { return Err(refused) };
        let ("version", [of]) = (name.as_str(), arguments.as_slice()) else {
            return Err(refused);
        };
        let known = match &of.node {
            Node::Literal(Literal::Text(text)) => Some(text),
            _ => match self.scope.threshold(of) {
                Some((_, Threshold::Text(text))) => Some(text),
                _ => None,
            },
        };
        let Some(known) = known else {
            return Ok(format!("{{{}}}[{}]", places(), self.at(of, level::CHOICE)?));
        };
        let is_it = |names: &&[&str]| {
            names.iter().any(|it| version::compare(it, known) == Some(Ordering::Equal))
        };
        VERSIONS.iter().position(is_it).map(|it| it.to_string()).ok_or(refused)
    }
}

/// The entries of a map from the name of each version to its place.
fn places() -> String {
    let places = VERSIONS.iter().enumerate();
    let entries: Vec<String> = places
        .flat_map(|(place, names)| names.iter().map(move |it| format!("'{it}': {place}")))
        .collect();
    entries.join(", ")
}
