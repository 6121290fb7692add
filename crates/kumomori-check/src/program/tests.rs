use super::*;
use crate::compile::compile;
use crate::document::{Plan, read};
use crate::evaluate::{Verdict, evaluate};
use crate::kind::{Holds, Kind, Scalar};
use alloc::vec;

fn kind() -> Kind {
    let mut kind = Kind::new("hosts", true);
    for (path, holds, is_secret) in [
        ("name", Holds::One(Scalar::Text), false),
        ("port", Holds::One(Scalar::Int), false),
        ("ratio", Holds::One(Scalar::Number), false),
        ("owner", Holds::Object, false),
        ("owner.pin", Holds::One(Scalar::Text), true),
        ("owner.team", Holds::One(Scalar::Text), false),
        ("keys", Holds::Objects, false),
        ("keys[].id", Holds::One(Scalar::Text), false),
    ] {
        kind.add(path, holds, (false, is_secret)).unwrap();
    }
    kind
}

fn policy() -> Policy {
    Policy { thresholds: vec![("ports".into(), Threshold::Int(443))] }
}

fn compiled(text: &str) -> Program {
    compile(text, &kind(), &policy()).unwrap()
}

const EXPRESSIONS: [&str; 6] = [
    "hosts.all(h, has(h.owner.team) && !(h.port in [22, -1]) || h.ratio / 2.0 + 1 > 0.5)",
    "hosts.filter(h, h.port == policy.ports)[0].keys.exists_one(k, k.id.startsWith('a'))",
    "size(hosts.map(h, h.keys)) > 0 && hosts.map(h, h.keys)[0][0].id != null",
    "hosts.exists(h, h.keys.all(k, k.id != h.name) ? true : h.port % 3 <= 2)",
    "version('TLS1.2') < version(hosts[0].name) || duration('1h') >= duration('30m')",
    "has(policy.ports) && hosts.all(h, [h.owner, h.owner].all(o, o.pin != ''))",
];

#[test]
fn a_program_comes_back_from_its_code() {
    for text in EXPRESSIONS {
        let program = compiled(text);
        let back = Program::from_code(&program.to_code()).unwrap();
        assert_eq!((&back.ops, &back.texts), (&program.ops, &program.texts), "{text}");
        assert_eq!(back.reads(), program.reads(), "{text}");
        assert!(back.fits(&kind()), "{text}");
    }
}

#[test]
fn what_is_cut_or_longer_is_no_code() {
    for text in EXPRESSIONS {
        let mut code = compiled(text).to_code();
        for len in 0..code.len() {
            let cut = Program::from_code(&code[..len]);
            assert!(cut.is_none_or(|it| it.ops.len() < compiled(text).ops.len()), "{text}");
        }
        code.extend([0, 0]);
        assert_eq!(Program::from_code(&code), None, "{text}");
    }
}

#[test]
fn a_program_over_another_kind_does_not_fit() {
    let mut other = Kind::new("hosts", true);
    other.add("name", Holds::One(Scalar::Text), (false, false)).unwrap();
    assert!(!compiled("hosts.all(h, h.port == 1)").fits(&other));
    assert!(compiled("hosts.all(h, h.name == '')").fits(&other));
}

#[test]
fn a_field_is_not_taken_for_another_one() {
    let mut program = compiled("hosts.all(h, h.owner.team == 'a')");
    let team = program.ops.iter_mut().find_map(|it| match it {
        Op::Field { slot, .. } if *slot == 1 => Some(slot),
        _ => None,
    });
    *team.unwrap() = 0;
    assert!(!program.fits(&kind()), "the slot of the pin under the name of the team");
}

#[test]
fn a_field_of_what_is_no_object_does_not_fit() {
    for (text, at) in [("hosts.all(h, h.owner.team == 'a')", 2), ("hosts[0].port == 1", 2)] {
        let mut program = compiled(text);
        program.ops[at] = Op::Null;
        assert!(!program.fits(&kind()), "{text}");
    }
}

#[test]
fn operations_nest_no_deeper_than_an_expression_may() {
    let code = |n: usize| [vec![0, 2], vec![13; n]].concat();
    assert!(Program::from_code(&code(60)).unwrap().fits(&kind()));
    assert!(!Program::from_code(&code(70)).unwrap().fits(&kind()));
}

#[test]
fn a_program_from_code_answers_as_the_compiled_one() {
    let text = "hosts.all(h, h.port == policy.ports && has(h.owner.pin))";
    let program = Program::from_code(&compiled(text).to_code()).unwrap();
    let kind = kind();
    for (document, expected) in [
        (r#"[{"port":443,"owner":{"pin":"1"}}]"#, Verdict::Supports),
        (r#"[{"port":443,"owner":{}}]"#, Verdict::Contradicts),
        (r#"[{"owner":{"pin":"1"}}]"#, Verdict::Insufficient),
    ] {
        let document = read(document.as_bytes(), &Plan::of(&kind, [&program])).unwrap();
        assert_eq!(evaluate(None, &program, &document, &policy()).verdict, expected);
    }
}
