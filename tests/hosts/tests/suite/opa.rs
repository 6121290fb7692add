//! The crate `opa-wasm`.

use anyhow::{Context, Result};
use kumomori_hosts::{Given, How, ask, json, module};
use opa_wasm::{DefaultContext, Policy, Runtime};
use serde_json::{Value, json};
use tokio::runtime::Builder;
use wasmtime::{Engine, Module, Store};

/// A policy as the documentation of the crate loads it.
struct Host {
    executor: tokio::runtime::Runtime,
    store: Store<()>,
    policy: Policy<DefaultContext>,
}

impl Host {
    fn new(data: &Value) -> Result<Self> {
        let engine = Engine::default();
        let module = Module::new(&engine, module("kumomori-opa.wasm")?)?;
        let executor = Builder::new_current_thread().build()?;
        let mut store = Store::new(&engine, ());
        let policy = executor.block_on(async {
            let runtime = Runtime::new(&mut store, &module).await?;
            anyhow::ensure!(runtime.entrypoints().contains("catalog"), "entrypoints");
            runtime.with_data(&mut store, data).await
        })?;
        Ok(Self { executor, store, policy })
    }

    fn evaluate(&mut self, entrypoint: &str, input: &Value) -> Result<Value> {
        let answer = self.policy.evaluate::<_, Value, _>(&mut self.store, entrypoint, input);
        let mut answer = self.executor.block_on(answer)?;
        answer.pointer_mut("/0/result").map(Value::take).context("a result")
    }
}

#[test]
fn it_answers_as_natively() -> Result<()> {
    let mut host = Host::new(&json!({}))?;
    ask("crate opa-wasm 0.3.4", How::Real, |it| {
        Ok(Given::Value(host.evaluate("assess/result", &json(it)?)?))
    })
}

#[test]
fn a_review_is_answered_in_its_own_form() -> Result<()> {
    let pod = json!({ "apiVersion": "v1", "kind": "Pod", "metadata": { "name": "a" },
        "spec": { "hostNetwork": true, "containers": [{ "name": "a", "image": "nginx" }] } });
    let review = json!({ "request": { "uid": "7", "operation": "CREATE", "object": pod } });
    let response = Host::new(&json!({}))?.evaluate("assess/result", &review)?;
    assert_eq!(response.pointer("/response/uid"), Some(&json!("7")));
    assert_eq!(response.pointer("/response/allowed"), Some(&json!(false)));
    // The data of the policy are its settings.
    let wrong = Host::new(&json!({ "fail_on": "huge" }))?.evaluate("assess/result", &review)?;
    let said = wrong.pointer("/response/status/message").and_then(Value::as_str);
    assert!(said.is_some_and(|it| it.contains("huge")), "{wrong}");
    Ok(())
}
