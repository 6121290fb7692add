//! waPC as Kubewarden runs it: the crates `wapc` and `wasmtime-provider`.

use anyhow::{Result, anyhow};
use kumomori_hosts::{Given, How, ask, json, module};
use serde_json::{Value, json};
use wapc::WapcHost;
use wasmtime_provider::WasmtimeEngineProviderBuilder;

fn host() -> Result<WapcHost> {
    let bytes = module("kumomori-wapc.wasm")?;
    let engine = WasmtimeEngineProviderBuilder::new().module_bytes(&bytes).build()?;
    WapcHost::new(Box::new(engine), None).map_err(|it| anyhow!("{it}"))
}

fn call(host: &WapcHost, operation: &str, message: &Value) -> Result<Value> {
    let answer = host.call(operation, message.to_string().as_bytes());
    json(&answer.map_err(|it| anyhow!("{it}"))?)
}

#[test]
fn it_answers_as_natively() -> Result<()> {
    let host = host()?;
    ask("crates wapc, wasmtime-provider", How::Real, |it| {
        Ok(Given::Bytes(host.call("answer", it).map_err(|it| anyhow!("{it}"))?))
    })
}

#[test]
fn a_pod_that_a_check_contradicts_is_refused_with_the_reason() -> Result<()> {
    let host = host()?;
    let pod = |is_privileged: bool| {
        let own = json!({ "privileged": is_privileged });
        json!({ "request": { "uid": "1", "object": { "apiVersion": "v1", "kind": "Pod",
            "metadata": { "name": "a", "namespace": "b" },
            "spec": { "containers": [{ "name": "a", "image": "nginx", "securityContext": own }] } } },
            "settings": { "fail_on": "critical", "on_insufficient": "allow" } })
    };
    let refused = call(&host, "validate", &pod(true))?;
    assert_eq!(refused.get("accepted"), Some(&json!(false)), "{refused}");
    assert!(refused.to_string().contains("privileged"), "{refused}");
    Ok(())
}

#[test]
fn settings_and_the_protocol_are_told() -> Result<()> {
    let host = host()?;
    assert_eq!(call(&host, "protocol_version", &json!({}))?, json!("v1"));
    assert_eq!(
        call(&host, "validate_settings", &json!({ "fail_on": "low" }))?,
        json!({ "valid": true })
    );
    let wrong = call(&host, "validate_settings", &json!({ "fail_om": "low" }))?;
    assert_eq!(wrong.get("valid"), Some(&json!(false)));
    assert!(wrong.to_string().contains("fail_on"), "{wrong}");
    assert!(call(&host, "no_such", &json!({})).is_err());
    Ok(())
}
