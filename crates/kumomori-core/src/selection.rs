//! Which standards fit: questions, and rules from yes to a target with its reason.

use crate::id::{CategoryId, FrameworkRef, QuestionId, RuleId};
use crate::text::TextId;
use alloc::vec::Vec;

/// The selection guide.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Selection {
    /// Questions to be answered with yes or no, in order.
    pub questions: Vec<SelectionQuestion>,
    /// Rules, in order.
    pub rules: Vec<Rule>,
}

/// A question about the reader's situation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SelectionQuestion {
    /// Its name.
    pub id: QuestionId,
    /// The question.
    pub ask: TextId,
}

/// What to choose under which answers, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    /// Its name.
    pub id: RuleId,
    /// Questions that must all be answered with yes; none means always.
    pub when: Vec<QuestionId>,
    /// Questions of which none may be answered with yes.
    pub unless: Vec<QuestionId>,
    /// What it proposes.
    pub choose: Vec<Choice>,
    /// Why.
    pub reason: TextId,
}

/// A framework edition to judge against, or one category of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// The framework edition.
    pub framework: FrameworkRef,
    /// The category; the edition itself comes with it.
    pub category: Option<CategoryId>,
}

impl Selection {
    /// The rules that hold when exactly these questions are answered with yes, in order.
    pub fn holding<'a>(&'a self, yes: &'a [QuestionId]) -> impl Iterator<Item = &'a Rule> {
        self.rules.iter().filter(|rule| {
            rule.when.iter().all(|it| yes.contains(it))
                && !rule.unless.iter().any(|it| yes.contains(it))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::borrow::ToOwned;
    use alloc::vec;

    fn id(text: &str) -> QuestionId {
        text.parse().unwrap()
    }

    fn rule(name: &str, when: &[&str], unless: &[&str]) -> Rule {
        let ids = |it: &[&str]| it.iter().map(|it| id(it)).collect();
        let (when, unless) = (ids(when), ids(unless));
        Rule { id: name.parse().unwrap(), when, unless, choose: Vec::new(), reason: TextId(0) }
    }

    #[test]
    fn a_rule_holds_when_all_of_its_yes_and_none_of_its_no_are_yes() {
        let rules = vec![
            rule("always", &[], &[]),
            rule("both", &["a", "b"], &[]),
            rule("not", &["a"], &["c"]),
        ];
        let selection = Selection { questions: Vec::new(), rules };
        let holding = |yes: &[&str]| {
            let yes: Vec<QuestionId> = yes.iter().map(|it| id(it)).collect();
            let names: Vec<_> =
                selection.holding(&yes).map(|it| it.id.as_str().to_owned()).collect();
            names
        };
        assert_eq!(holding(&[]), ["always"]);
        assert_eq!(holding(&["a"]), ["always", "not"]);
        assert_eq!(holding(&["a", "b", "c"]), ["always", "both"]);
    }
}
