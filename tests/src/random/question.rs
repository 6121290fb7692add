//! Random questions to random documents.

use super::choices::{Choices, choices};
use super::document::document;
use super::kind::{kind, policy, thresholds};
use super::program::program;
use crate::naive_check::{self, Expr};
use kumomori_check::compile::compile;
use kumomori_check::document::{Plan, read};
use kumomori_check::evaluate::{Verdict, evaluate};
use kumomori_check::kind::Kind;
use kumomori_check::program::{Policy, Program};
use kumomori_check::trace::{Trace, trace};
use proptest::prelude::*;
use serde_json::Value as Json;
use std::fmt::{self, Debug, Formatter};

/// A check and a document to ask.
#[derive(Clone)]
pub struct Question {
    /// The kind of both.
    pub kind: Kind,
    /// The thresholds.
    pub policy: Policy,
    /// When the question arises.
    pub when: Option<Expr>,
    /// What must hold.
    pub expect: Expr,
    /// What is asked.
    pub document: Json,
}

/// Questions to documents in which so many values of a hundred are missing or wrong.
pub fn question(faults: impl Strategy<Value = usize>) -> impl Strategy<Value = Question> {
    let of_kind = (choices(40), choices(14), choices(60), choices(200));
    (of_kind, choices(160), faults).prop_map(|(of_kind, of_document, faults)| {
        let kind = kind(&mut Choices::new(&of_kind.0));
        let policy = policy(&mut Choices::new(&of_kind.1));
        let mut of_when = Choices::new(&of_kind.2);
        let has_when = of_when.is(30);
        Question {
            when: has_when.then(|| program(&mut of_when, &kind)),
            expect: program(&mut Choices::new(&of_kind.3), &kind),
            document: document(&mut Choices::new(&of_document), &kind, faults),
            kind,
            policy,
        }
    })
}

impl Question {
    /// Whether its expressions are short enough for the language.
    pub fn is_short(&self) -> bool {
        self.when.iter().chain([&self.expect]).all(|it| it.to_string().len() <= 4096)
    }

    /// What the engine answers.
    pub fn found(&self) -> &'static str {
        self.found_in(self.document.to_string().as_bytes())
    }

    /// What the engine answers about another document.
    pub fn found_in(&self, document: &[u8]) -> &'static str {
        let when = self.when.as_ref().map(|it| self.carried(it));
        let expect = self.carried(&self.expect);
        let plan = Plan::of(&self.kind, when.iter().chain([&expect]));
        let document = read(document, &plan).unwrap();
        evaluate(when.as_ref(), &expect, &document, &self.policy).verdict.word()
    }

    /// What the engine answers where the question arises, and why.
    pub fn traced(&self) -> (Verdict, Trace) {
        self.traced_by(&self.compiled(&self.expect))
    }

    /// What the engine answers by a program, and why.
    pub fn traced_by(&self, expect: &Program) -> (Verdict, Trace) {
        let text = self.document.to_string();
        let document = read(text.as_bytes(), &Plan::of(&self.kind, [expect])).unwrap();
        let outcome = evaluate(None, expect, &document, &self.policy);
        (outcome.verdict, trace(expect, &self.kind, &document, &self.policy))
    }

    /// An expression as the engine has it when somebody else compiled it.
    pub fn carried(&self, expr: &Expr) -> Program {
        let code = self.compiled(expr).to_code();
        let program = Program::from_code(&code).unwrap_or_else(|| panic!("{expr}"));
        assert!(program.fits(&self.kind), "{expr}");
        assert_eq!(program.to_code(), code, "{expr}");
        program
    }

    /// An expression as the engine has it.
    pub fn compiled(&self, expr: &Expr) -> Program {
        let text = expr.to_string();
        compile(&text, &self.kind, &self.policy)
            .unwrap_or_else(|it| panic!("{text}\n{} {it:?}", it.problem))
    }

    /// What the naive evaluator answers.
    pub fn expected(&self) -> &'static str {
        let thresholds = thresholds(&self.policy);
        let Self { kind, when, expect, document, .. } = self;
        naive_check::verdict(when.as_ref(), expect, document, kind, &thresholds)
    }
}

impl Debug for Question {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        if let Some(when) = &self.when {
            writeln!(f, "when     {when}")?;
        }
        writeln!(f, "\nexpect   {}\ndocument {}", self.expect, self.document)?;
        write!(f, "policy   {:?}\nfields  ", self.policy.thresholds)?;
        self.kind.fields.iter().try_for_each(|it| write!(f, " {}: {:?}", it.name, it.holds))
    }
}
