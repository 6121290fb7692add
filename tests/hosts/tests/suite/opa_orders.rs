//! The calls of hosts of OPA policies that cannot be installed here, in the order in which their
//! sources issue them.

use anyhow::{Context, Result, bail, ensure};
use kumomori_hosts::{Given, How, ask, golden, module};
use wasmtime::{
    Caller, Engine, Instance, Linker, Memory, MemoryType, Module, Store, WasmParams, WasmResults,
};

/// An instance with the memory that a host gave it.
struct Guest {
    store: Store<()>,
    instance: Instance,
    memory: Memory,
}

impl Guest {
    fn new(engine: &Engine, module: &Module, pages: u32) -> Result<Self> {
        let mut store = Store::new(engine, ());
        let memory = Memory::new(&mut store, MemoryType::new(pages, None))?;
        let mut linker = Linker::new(engine);
        linker.define(&store, "env", "memory", memory)?;
        linker.func_wrap(
            "env",
            "opa_abort",
            |_: Caller<'_, ()>, _: i32| -> wasmtime::Result<()> {
                Err(wasmtime::Error::msg("opa_abort"))
            },
        )?;
        let instance = linker.instantiate(&mut store, module)?;
        Ok(Self { store, instance, memory })
    }

    fn call<P: WasmParams, R: WasmResults>(&mut self, name: &str, given: P) -> Result<R> {
        let function = self.instance.get_typed_func::<P, R>(&mut self.store, name)?;
        Ok(function.call(&mut self.store, given)?)
    }

    /// Writes bytes where the module makes room for them.
    fn put(&mut self, bytes: &[u8]) -> Result<i32> {
        let at: i32 = self.call("opa_malloc", bytes.len() as i32)?;
        self.memory.write(&mut self.store, at as usize, bytes)?;
        Ok(at)
    }

    fn parsed(&mut self, bytes: &[u8]) -> Result<i32> {
        let at = self.put(bytes)?;
        self.call("opa_json_parse", (at, bytes.len() as i32))
    }

    /// The text at an address, up to its zero.
    fn text(&self, at: i32) -> Result<Vec<u8>> {
        let bytes = self.memory.data(&self.store).get(at as usize..).context("an address")?;
        Ok(bytes.iter().copied().take_while(|it| *it != 0).collect())
    }

    /// The evaluation of older hosts, step by step.
    fn stepwise(&mut self, data: i32, input: &[u8]) -> Result<Vec<u8>> {
        let context: i32 = self.call("opa_eval_ctx_new", ())?;
        let input = self.parsed(input)?;
        self.call::<_, ()>("opa_eval_ctx_set_input", (context, input))?;
        self.call::<_, ()>("opa_eval_ctx_set_data", (context, data))?;
        self.call::<_, ()>("opa_eval_ctx_set_entrypoint", (context, 0))?;
        let code: i32 = self.call("eval", context)?;
        ensure!(code == 0, "eval gave {code}");
        let result: i32 = self.call("opa_eval_ctx_get_result", context)?;
        let at: i32 = self.call("opa_json_dump", result)?;
        self.text(at)
    }
}

/// A guest with so many pages.
fn guest(pages: u32) -> Result<Guest> {
    let engine = Engine::default();
    let module = Module::new(&engine, module("kumomori-opa.wasm")?)?;
    Guest::new(&engine, &module, pages)
}

/// What stands between two texts.
fn within(bytes: &[u8], before: &str, after: &str) -> Result<Given> {
    let rest = bytes.strip_prefix(before.as_bytes()).context("its beginning")?;
    Ok(Given::Bytes(rest.strip_suffix(after.as_bytes()).context("its end")?.to_vec()))
}

fn bound(bytes: &[u8]) -> Result<Given> {
    within(bytes, r#"[{"result":"#, "}]")
}

#[test]
fn opa_itself_in_go() -> Result<()> {
    let engine = Engine::default();
    let module = Module::new(&engine, module("kumomori-opa.wasm")?)?;
    let mut first = Guest::new(&engine, &module, 16)?;
    first.call::<_, i32>("opa_malloc", 0)?;
    let base: i32 = first.call("opa_heap_ptr_get", ())?;
    let at = first.put(b"{}")?;
    let data: i32 = first.call("opa_value_parse", (at, 2))?;
    let end: i32 = first.call("opa_heap_ptr_get", ())?;
    // Another instance gets the heap of the first, byte by byte.
    let mut second = Guest::new(&engine, &module, 16)?;
    second.call::<_, i32>("opa_malloc", 0)?;
    let kept = first.memory.data(&first.store)[base as usize..end as usize].to_vec();
    second.memory.write(&mut second.store, base as usize, &kept)?;
    let wanted_at_once = |guest: &mut Guest, input: &[u8]| {
        guest.call::<_, ()>("opa_heap_ptr_set", end)?;
        let at = guest.put(input)?;
        let heap: i32 = guest.call("opa_heap_ptr_get", ())?;
        let answer: i32 = guest.call("opa_eval", (0, 0, data, at, input.len() as i32, heap, 1))?;
        within(&guest.text(answer)?, r#"{{"result":"#, "}}")
    };
    ask("OPA in Go", How::Replay, |it| wanted_at_once(&mut second, it))?;
    drop(first);
    Ok(())
}

#[test]
fn kubewarden_burrego() -> Result<()> {
    let mut guest = guest(5)?;
    guest.call::<_, i32>("builtins", ())?;
    let base: i32 = guest.call("opa_heap_ptr_get", ())?;
    ask("Kubewarden burrego", How::Replay, |it| {
        guest.call::<_, ()>("opa_heap_ptr_set", base)?;
        let data = guest.parsed(b"{}\0")?;
        bound(&guest.stepwise(data, &[it, b"\0"].concat())?)
    })
}

#[test]
fn opa_java_wasm() -> Result<()> {
    let mut guest = guest(10)?;
    let base: i32 = guest.call("opa_heap_ptr_get", ())?;
    let data: i32 = guest.call("opa_json_parse", (base, 0))?;
    let start: i32 = guest.call("opa_heap_ptr_get", ())?;
    ask("opa-java-wasm", How::Replay, |it| {
        guest.call::<_, ()>("opa_heap_ptr_set", start)?;
        let given = bound(&guest.stepwise(data, it)?);
        // It frees texts and values alike.
        for at in [data, start, 0] {
            guest.call::<_, ()>("opa_free", at)?;
            guest.call::<_, ()>("opa_value_free", at)?;
        }
        given
    })
}

#[test]
fn dotnet_opa_wasm() -> Result<()> {
    let mut guest = guest(2)?;
    guest.call::<_, i32>("builtins", ())?;
    let data = guest.parsed(b"{}")?;
    let base: i32 = guest.call("opa_heap_ptr_get", ())?;
    ask("dotnet-opa-wasm", How::Replay, |it| {
        guest.call::<_, ()>("opa_heap_ptr_set", base)?;
        bound(&guest.stepwise(data, it)?)
    })
}

#[test]
fn opa_wasm_in_python() -> Result<()> {
    let mut guest = guest(5)?;
    guest.call::<_, i32>("builtins", ())?;
    let data = guest.parsed(b"{}")?;
    let base: i32 = guest.call("opa_heap_ptr_get", ())?;
    guest.call::<_, i32>("entrypoints", ())?;
    let most = guest.memory.data_size(&guest.store) - base as usize;
    let all = golden()?;
    ensure!(all.iter().any(|it| it.request.len() <= most), "room for a request");
    ask("PyPI opa-wasm", How::Replay, |it| {
        // It writes the input behind the heap and never grows the memory.
        if it.len() > guest.memory.data_size(&guest.store) - base as usize {
            bail!("{} bytes are too many for this host", it.len());
        }
        guest.memory.write(&mut guest.store, base as usize, it)?;
        let heap = base + it.len() as i32;
        let answer: i32 = guest.call("opa_eval", (0, 0, data, base, it.len() as i32, heap, 0))?;
        bound(&guest.text(answer)?)
    })
}

#[test]
fn an_evaluation_that_aborts_leaves_a_module_that_can_be_used() -> Result<()> {
    let mut guest = guest(5)?;
    let data = guest.parsed(b"{}")?;
    let base: i32 = guest.call("opa_heap_ptr_get", ())?;
    let input = br#"{"format":"kumomori.request/1"}"#;
    let evaluate = |guest: &mut Guest, entrypoint: i32| -> Result<Vec<u8>> {
        guest.call::<_, ()>("opa_heap_ptr_set", base)?;
        let at = guest.put(input)?;
        let heap: i32 = guest.call("opa_heap_ptr_get", ())?;
        let given = (0, entrypoint, data, at, input.len() as i32, heap, 0);
        let answer: i32 = guest.call("opa_eval", given)?;
        guest.text(answer)
    };
    let before = evaluate(&mut guest, 0)?;
    assert!(evaluate(&mut guest, 9).is_err());
    assert!(guest.call::<i32, i32>("opa_malloc", i32::MAX).is_err());
    assert_eq!(evaluate(&mut guest, 0)?, before);
    Ok(())
}
