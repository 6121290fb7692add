//! The component, in wasmtime, without anything linked to it.

use anyhow::{Context, Result, anyhow};
use exports::kumomori::policy::assess::{Language, Options, Verdict};
use kumomori_hosts::{Given, How, ask, golden, module};
use wasmtime::component::{Component, Linker};
use wasmtime::{Engine, Store, StoreLimitsBuilder};

wasmtime::component::bindgen!({ world: "policy", path: "../../crates/kumomori-component/wit" });

fn policy() -> Result<(Store<()>, Policy)> {
    let engine = Engine::default();
    let component = Component::new(&engine, module("kumomori-component.wasm")?)?;
    let mut store = Store::new(&engine, ());
    let policy = Policy::instantiate(&mut store, &component, &Linker::new(&engine))?;
    Ok((store, policy))
}

#[test]
fn it_answers_as_natively() -> Result<()> {
    let (mut store, policy) = policy()?;
    ask("wasmtime 48 (component)", How::Real, |it| {
        let request = std::str::from_utf8(it)?;
        let answer = policy.kumomori_policy_assess().call_answer(&mut store, request)?;
        Ok(Given::Bytes(answer.into_bytes()))
    })
}

#[test]
fn evidence_is_asked_with_types() -> Result<()> {
    let (mut store, policy) = policy()?;
    let options = Options { language: Language::Ja, role: None, thresholds: Vec::new() };
    let evidence = r#"{"kind":"tls-endpoints","document":[{"min_version":"TLS1.0"}]}"#.to_owned();
    let functions = policy.kumomori_policy_assess();
    let asked = functions.call_check(&mut store, &[evidence], &options)?;
    let [Ok(asked)] = &asked.map_err(|it| anyhow!("{it:?}"))?[..] else {
        return Err(anyhow!("one document"));
    };
    let floor = asked.statements.iter().find(|it| it.check == "tls-floor");
    assert!(floor.is_some_and(|it| it.verdict == Verdict::Contradicts), "{floor:?}");
    Ok(())
}

#[test]
fn many_calls_need_no_more_memory_than_one() -> Result<()> {
    let engine = Engine::default();
    let component = Component::new(&engine, module("kumomori-component.wasm")?)?;
    let limits = StoreLimitsBuilder::new().memory_size(2 << 20).build();
    let mut store = Store::new(&engine, limits);
    store.limiter(|limits| limits);
    let policy = Policy::instantiate(&mut store, &component, &Linker::new(&engine))?;
    let request = golden()?.into_iter().find(|it| it.name == "verdicts").context("verdicts")?;
    let text = String::from_utf8(request.request)?;
    for _ in 0..3_000 {
        let answer = policy.kumomori_policy_assess().call_answer(&mut store, &text)?;
        assert_eq!(answer, request.answer);
    }
    Ok(())
}
