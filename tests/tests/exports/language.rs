//! What the checks of the library do not use of the language, exported all the same.

use crate::documents::{Words, document};
use crate::{Others, Said, ask};
use kumomori_check::compile::compile;
use kumomori_check::evaluate::Verdict;
use kumomori_core::checks::asking::Questions;
use kumomori_core::checks::{Check, Checks, Written};
use kumomori_tests::random::cases;
use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use serde_json::json;

const EXPRESSIONS: [&str; 42] = [
    "compute_inventory.exists_one(c, c.supported)",
    "!compute_inventory.exists_one(c, c.drift > 0 || c.supported)",
    "size(compute_inventory.map(c, c.drift)) > 1",
    "compute_inventory.map(c, c.supported).exists(it, it)",
    "compute_inventory.map(c, c.supported && c.drift > 0).all(it, !it)",
    "compute_inventory.filter(c, c.supported).all(c, c.drift == 0)",
    "size(compute_inventory.filter(c, c.supported)) * 100 > size(compute_inventory) * 50",
    "compute_inventory.all(c, c.supported ? c.drift > 0 : c.drift < 0)",
    "compute_inventory.all(c, (c.supported ? c.drift : c.critical_pending) == 0)",
    "compute_inventory.all(c, c.supported == c.password_login)",
    "compute_inventory.all(c, (c.supported && c.password_login) != (c.drift > 0))",
    "compute_inventory.all(c, has(c.approved_drift) == true)",
    "compute_inventory.all(c, c.drift * 2 + 1 >= c.critical_pending - 3)",
    "compute_inventory.all(c, c.drift / 2 == c.drift % 2)",
    "compute_inventory.all(c, c.drift - (c.drift - 1) - 1 == 0)",
    "compute_inventory.all(c, -c.drift <= 0 && -(-c.drift) == c.drift)",
    "compute_inventory.all(c, 9223372036854775807 + c.drift > 0)",
    "compute_inventory.all(c, c.drift / c.critical_pending >= 0)",
    "compute_inventory.all(c, c.drift * 0.5 - 0.25 < 1.5)",
    "compute_inventory.all(c, 1 / 2.0 == 0.5)",
    "compute_inventory.all(c, c.open_ports[0] == 443)",
    "compute_inventory.all(c, size(c.open_ports + c.allowed_ports) > 2)",
    "compute_inventory.all(c, (c.open_ports + [c.drift]).exists(p, p == 1))",
    "compute_inventory.all(a, compute_inventory.exists(b, a.drift < b.drift))",
    "compute_inventory.all(c, compute_inventory.all(c, c.supported) || c.drift == 0)",
    "compute_inventory.exists(c, c.supported) && compute_inventory.exists(c, !c.supported)",
    "compute_inventory[0].supported && compute_inventory[0]['drift'] == 0",
    "compute_inventory.filter(c, c.supported)[0].drift > 0",
    "compute_inventory.all(c, c.approved_drift != null)",
    "compute_inventory.all(c, c.approved_drift == null || c.drift != c.approved_drift)",
    "compute_inventory.all(c, c.type != c.environment)",
    "compute_inventory.all(c, !(c.type in ['vm', '']) || c.environment < 'q')",
    "compute_inventory.all(c, c.supported in [true, c.password_login])",
    "compute_inventory.all(c, c.baseline.contains('o') || !c.id.endsWith('r'))",
    "compute_inventory.all(c, size(c.baseline) > 1 && size(c.id) <= 2)",
    "compute_inventory.all(c, timestamp(c.as_of) + duration('1h') > timestamp('2026-11-01T00:00:00+09:00'))",
    "compute_inventory.all(c, timestamp('2126-12-31T23:59:59.5Z') - timestamp(c.as_of) > duration('1.5h30m'))",
    "compute_inventory.all(c, -duration('1h') < timestamp(c.as_of) - timestamp(c.as_of))",
    "compute_inventory.all(c, c.id != 'it\\'s \"x\\n\\\\ ここ' && c.id != \"\")",
    "compute_inventory.all(default, default.supported) || compute_inventory.all(count2, count2.supported)",
    "policy.strong_ciphers.all(it, size(it) > 3) && compute_inventory.all(c, true)",
    "compute_inventory.all(c, false || c.drift in policy.strong_ciphers.map(p, size(p)))",
];

/// Checks of one kind, one for each expression.
fn checks() -> (Checks, Vec<Written>) {
    let mut checks = kumomori_data::checks().unwrap();
    let base = checks.checks.iter().find(|it| it.id.as_str() == "compute-ports").unwrap().clone();
    let (kind, policy) = (&checks.kinds[base.kind].kind, checks.policy());
    let made = EXPRESSIONS.iter().enumerate().map(|(idx, expect)| Check {
        id: format!("expression-{idx:02}").parse().unwrap(),
        when: None,
        expect: compile(expect, kind, &policy).unwrap(),
        ..base.clone()
    });
    let made: Vec<Check> = made.collect();
    let written = made.iter().zip(EXPRESSIONS).map(|(it, expect)| Written {
        check: it.id.clone(),
        when: None,
        expect: expect.to_string(),
    });
    let written = written.collect();
    checks.checks = made;
    (checks, written)
}

fn compare(is_complete: bool, is_right: impl Fn(&Said) -> bool) {
    let (checks, written) = checks();
    let questions = Questions::new(&checks, checks.policy());
    let others = std::cell::RefCell::new(Others::new(&checks, &written));
    let kind = checks.kind("compute-inventory").unwrap();
    let words = Words::of(&checks, &written, kind);
    let strategy = document(&checks.kinds[kind].kind, &words, is_complete);
    let mut runner = TestRunner::new(cases(64, 5_000));
    let result = runner.run(&strategy, |document| {
        let file = json!({ "kind": "compute-inventory", "document": document });
        for said in ask(&questions, &mut others.borrow_mut(), &file) {
            prop_assert!(is_right(&said), "{said:?}");
        }
        Ok(())
    });
    assert!(result.is_ok(), "{}", result.unwrap_err());
}

#[test]
fn every_construct_agrees_on_complete_documents() {
    compare(true, |it| [it.rego, it.cel] == [it.ours; 2]);
}

#[test]
fn no_construct_decides_what_is_left_open() {
    let may_be = |other, ours| other == ours || other == Verdict::Insufficient;
    compare(false, |it| may_be(it.rego, it.ours) && may_be(it.cel, it.ours));
}
