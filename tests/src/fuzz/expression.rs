//! The compiler, and what it compiles.

use super::{Target, seeds};
use crate::policies::written;
use crate::random::choices::Choices;
use crate::random::program::program;
use kumomori_check::compile::compile;
use kumomori_check::document::{Plan, read};
use kumomori_check::evaluate::{Verdict, evaluate};
use kumomori_check::fault::Problem;
use kumomori_check::kind::Kind;
use kumomori_check::program::{Policy, Program};
use kumomori_check::trace::trace;
use std::collections::BTreeMap;

const WORDS: &[&str] = &[
    "(",
    ")",
    "[",
    "]",
    ".",
    ",",
    "!",
    "-",
    "&&",
    "||",
    "==",
    "!=",
    "<=",
    ">",
    " in ",
    "+",
    "*",
    "/",
    "%",
    "?",
    ":",
    "true",
    "null",
    "0",
    "1.5",
    "9223372036854775808",
    "'a'",
    "\"",
    "\\",
    "policy.",
    "size(",
    "has(",
    ".all(e, ",
    ".exists(e, ",
    ".exists_one(e, ",
    ".filter(e, true)",
    ".map(e, e)",
    "timestamp(",
    "duration('1h')",
    "version(",
    ".contains('a')",
    "//",
    "\n",
    "e",
    "it",
    "日",
];

/// An expression with the kind that it is about.
struct About {
    kind: Kind,
    document: Vec<u8>,
}

pub(super) fn target() -> Target {
    let checks = kumomori_data::checks().unwrap();
    let policy = checks.policy();
    let documents: BTreeMap<String, Vec<u8>> = seeds::documents().into_iter().collect();
    let about: Vec<About> = checks
        .kinds
        .iter()
        .map(|it| About { kind: it.kind.clone(), document: documents[&it.kind.id].clone() })
        .collect();
    let mut seeds = Vec::new();
    for (check, written) in checks.checks.iter().zip(written()) {
        let texts = written.when.into_iter().chain([written.expect]);
        seeds.extend(texts.map(|it| (check.kind, it)));
    }
    seeds.extend(random(&about));
    let (kinds, seeds): (Vec<usize>, Vec<String>) = seeds.into_iter().unzip();
    Target {
        name: "expression",
        seeds: seeds.into_iter().map(String::into_bytes).collect(),
        words: WORDS,
        most_memory: 1 << 30,
        read: Box::new(move |input, of| {
            let text = String::from_utf8_lossy(input);
            check(&text, &about[kinds[of]], &policy)
        }),
    }
}

/// Expressions that use all there is; thresholds of their own they cannot name.
fn random(about: &[About]) -> Vec<(usize, String)> {
    let mut texts = Vec::new();
    for n in 0..600_u16 {
        let idx = usize::from(n) % about.len();
        let choices: Vec<u16> = (0..200).map(|it: u16| it.wrapping_mul(n) ^ (n << 5)).collect();
        texts.push((idx, program(&mut Choices::new(&choices), &about[idx].kind).to_string()));
    }
    texts
}

fn check(text: &str, about: &About, policy: &Policy) -> bool {
    let program = match compile(text, &about.kind, policy) {
        Ok(program) => program,
        Err(fault) => {
            assert!(fault.span.start <= fault.span.end && fault.span.end <= text.len());
            fault.span.place(text);
            assert!(!fault.problem.to_string().is_empty());
            return false;
        }
    };
    let verdict = answer(&program, about, policy);
    let wrapped = format!("(\n{text}\n)");
    match compile(&wrapped, &about.kind, policy) {
        Ok(program) => assert_eq!(answer(&program, about, policy), verdict, "in parentheses"),
        Err(fault) => assert!(
            matches!(fault.problem, Problem::TooDeep { .. } | Problem::TooLong { .. }),
            "in parentheses: {fault:?}"
        ),
    }
    true
}

fn answer(program: &Program, about: &About, policy: &Policy) -> Verdict {
    let plan = Plan::of(&about.kind, [program]);
    let document = read(&about.document, &plan).unwrap();
    let outcome = evaluate(None, program, &document, policy);
    let trace = trace(program, &about.kind, &document, policy);
    if outcome.verdict == Verdict::Contradicts {
        assert!(!trace.leaves.is_empty(), "it does not say why");
    }
    outcome.verdict
}
