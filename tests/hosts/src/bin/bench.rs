//! What the policy module costs in wasmtime: a new instance, and one question again and again, with
//! all that a host does around it. The question is that of `bench.mjs`.

use anyhow::{Context, Result, ensure};
use kumomori_hosts::module;
use std::time::Instant;
use wasmtime::{
    Config, Engine, InstanceAllocationStrategy, Linker, Module, PoolingAllocationConfig, Store,
};

const EVIDENCE: &str = r#"{"kind":"identity-accounts","collected_at":"2026-11-01T01:00:00Z","document":[{"id":"u-001","kind":"person","enabled":true,"admin":true,"mfa":true,"password_login":true,"ssh_key":true,"origin_restricted":true,"employed":true,"opened_at":"2024-04-01T00:00:00Z","last_used_at":"2026-10-30T02:10:00Z","reviewed_at":"2026-10-05T00:00:00Z","as_of":"2026-11-01T00:00:00Z"}]}"#;
const N_CHECKS: usize = 8;

/// The middle of the times of many calls, in microseconds.
fn median(n_times: usize, mut call: impl FnMut() -> Result<()>) -> Result<f64> {
    let mut times = Vec::new();
    for _ in 0..n_times {
        let start = Instant::now();
        call()?;
        times.push(start.elapsed());
    }
    times.sort();
    Ok(times[times.len() / 2].as_secs_f64() * 1e6)
}

fn main() -> Result<()> {
    let mut config = Config::new();
    let mut pool = PoolingAllocationConfig::new();
    pool.max_memory_size(64 << 20).total_memories(4).total_core_instances(4);
    config.allocation_strategy(InstanceAllocationStrategy::Pooling(pool));
    let engine = Engine::new(&config)?;
    let module = Module::new(&engine, module("kumomori-raw.wasm")?)?;
    let ready = Linker::<()>::new(&engine).instantiate_pre(&module)?;
    let us = median(2_000, || {
        let mut store = Store::new(&engine, ());
        ready.instantiate(&mut store)?;
        Ok(())
    })?;
    println!("instantiate: wasmtime, pooled\t{us:.1}\tus");

    let mut store = Store::new(&engine, ());
    let instance = ready.instantiate(&mut store)?;
    let memory = instance.get_memory(&mut store, "memory").context("memory")?;
    let function = |store: &mut Store<()>, name| instance.get_typed_func::<u32, u32>(store, name);
    let buffer = function(&mut store, "kumomori_buffer")?;
    let reset = instance.get_typed_func::<(), ()>(&mut store, "kumomori_reset")?;
    let request = format!(r#"{{"format":"kumomori.request/1","evidence":[{EVIDENCE}]}}"#);
    let n_verdicts = |bytes: &[u8]| bytes.windows(9).filter(|it| *it == b"\"verdict\"").count();
    for (name, given) in [("kumomori_answer", request.as_str()), ("kumomori_verdicts", EVIDENCE)] {
        let ask = function(&mut store, name)?;
        let mut said = Vec::new();
        let mut call = || -> Result<()> {
            let handle = buffer.call(&mut store, given.len() as u32)?;
            let place = words(memory.data(&store), handle)?;
            memory.write(&mut store, place.0, given.as_bytes())?;
            let answer = ask.call(&mut store, handle)?;
            let (at, size) = words(memory.data(&store), answer)?;
            said = memory.data(&store).get(at..at + size).context("an answer")?.to_vec();
            Ok(reset.call(&mut store, ())?)
        };
        let us = median(5_000, &mut call)?;
        let n = if name == "kumomori_answer" { n_verdicts(&said) } else { said.len() };
        ensure!(n == N_CHECKS, "{name}: {n} checks");
        println!("warm: wasmtime, {name}\t{us:.1}\tus");
    }
    let us = median(5_000, || {
        let answer = kumomori_module::answer(request.as_bytes());
        ensure!(n_verdicts(answer.as_bytes()) == N_CHECKS, "native");
        Ok(())
    })?;
    println!("warm: native\t{us:.1}\tus");
    Ok(())
}

/// Where the bytes of a buffer begin, and how many there are.
fn words(memory: &[u8], handle: u32) -> Result<(usize, usize)> {
    let word = |at: usize| -> Result<usize> {
        let bytes = memory.get(at..at + 4).context("a word")?;
        Ok(u32::from_le_bytes(bytes.try_into()?) as usize)
    };
    Ok((word(handle as usize)?, word(handle as usize + 4)?))
}
