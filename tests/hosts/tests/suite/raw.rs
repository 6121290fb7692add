//! The module without imports, in wasmtime.

use anyhow::{Context, Result};
use kumomori_hosts::{Given, How, ask, golden, module};
use wasmtime::{
    Config, Engine, Instance, Linker, Memory, Module, Store, StoreLimits, StoreLimitsBuilder,
    TypedFunc,
};

/// An instance with its memory.
pub(crate) struct Raw {
    pub(crate) store: Store<StoreLimits>,
    pub(crate) instance: Instance,
    memory: Memory,
}

impl Raw {
    pub(crate) fn new(is_metered: bool, most_memory: usize) -> Result<Self> {
        let mut config = Config::new();
        config.consume_fuel(is_metered);
        let engine = Engine::new(&config)?;
        let module = Module::new(&engine, module("kumomori-raw.wasm")?)?;
        let limits = StoreLimitsBuilder::new().memory_size(most_memory).build();
        let mut store = Store::new(&engine, limits);
        store.limiter(|limits| limits);
        if is_metered {
            store.set_fuel(u64::MAX)?;
        }
        let instance = Linker::new(&engine).instantiate(&mut store, &module)?;
        let memory = instance.get_memory(&mut store, "memory").context("memory")?;
        Ok(Self { store, instance, memory })
    }

    pub(crate) fn function(&mut self, name: &str) -> Result<TypedFunc<u32, u32>> {
        Ok(self.instance.get_typed_func(&mut self.store, name)?)
    }

    pub(crate) fn pages(&self) -> u64 {
        self.memory.size(&self.store)
    }

    /// A buffer with these bytes.
    pub(crate) fn buffer(&mut self, bytes: &[u8]) -> Result<u32> {
        let made = self.function("kumomori_buffer")?.call(&mut self.store, bytes.len() as u32)?;
        let (at, _) = self.words(made)?;
        self.memory.write(&mut self.store, at as usize, bytes)?;
        Ok(made)
    }

    /// Where the bytes of a buffer begin, and how many there are.
    fn words(&self, handle: u32) -> Result<(u32, u32)> {
        let mut bytes = [0; 8];
        self.memory.read(&self.store, handle as usize, &mut bytes)?;
        let word = |at: usize| {
            u32::from_le_bytes([bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]])
        };
        Ok((word(0), word(4)))
    }

    /// The bytes of a buffer.
    pub(crate) fn bytes(&self, handle: u32) -> Result<Vec<u8>> {
        let (at, size) = self.words(handle)?;
        let mut bytes = vec![0; size as usize];
        self.memory.read(&self.store, at as usize, &mut bytes)?;
        Ok(bytes)
    }

    pub(crate) fn free(&mut self, handle: u32) -> Result<()> {
        let free: TypedFunc<u32, ()> =
            self.instance.get_typed_func(&mut self.store, "kumomori_free")?;
        Ok(free.call(&mut self.store, handle)?)
    }

    /// What a function makes of some bytes.
    pub(crate) fn ask(&mut self, name: &str, bytes: &[u8]) -> Result<Vec<u8>> {
        let request = self.buffer(bytes)?;
        let answer = self.function(name)?.call(&mut self.store, request)?;
        let bytes = self.bytes(answer)?;
        self.free(request)?;
        self.free(answer)?;
        Ok(bytes)
    }
}

const PLENTY: usize = 1 << 30;

#[test]
fn it_answers_as_natively() -> Result<()> {
    let mut raw = Raw::new(false, PLENTY)?;
    ask("wasmtime 48 (raw)", How::Real, |it| Ok(Given::Bytes(raw.ask("kumomori_answer", it)?)))
}

#[test]
fn many_evaluations_leave_the_memory_where_it_was() -> Result<()> {
    let n_times = if std::env::var_os("KUMOMORI_FULL").is_some() { 1_000_000 } else { 5_000 };
    let mut raw = Raw::new(false, PLENTY)?;
    let all = golden()?;
    let request = all.iter().find(|it| it.name == "verdicts").context("verdicts")?;
    raw.ask("kumomori_answer", &request.request)?;
    let before = raw.pages();
    for _ in 0..n_times {
        raw.ask("kumomori_answer", &request.request)?;
    }
    assert_eq!(raw.pages(), before);
    assert_eq!(raw.ask("kumomori_answer", &request.request)?, request.answer.as_bytes());
    Ok(())
}

#[test]
fn verdicts_are_letters() -> Result<()> {
    let mut raw = Raw::new(false, PLENTY)?;
    let good = br#"{"kind":"tls-endpoints","document":[{"min_version":"TLS1.0"}]}"#;
    let letters = raw.ask("kumomori_verdicts", good)?;
    assert!(letters.contains(&b'c') && letters.iter().all(|it| b"scin".contains(it)));
    assert!(raw.ask("kumomori_verdicts", b"no evidence")?.is_empty());
    Ok(())
}

/// One row of `RowBinary`.
fn row(bytes: &[u8]) -> Vec<u8> {
    let mut row = Vec::new();
    let mut size = bytes.len();
    while size > 0x7f {
        row.push((size & 0x7f) as u8 | 0x80);
        size >>= 7;
    }
    row.push(size as u8);
    row.extend_from_slice(bytes);
    row
}

#[test]
fn rows_as_clickhouse_hands_them_over_are_answered_each() -> Result<()> {
    let mut raw = Raw::new(false, PLENTY)?;
    let long = format!(r#"{{"kind":"tls-endpoints","tool":"{}","document":[]}}"#, "x".repeat(200));
    let texts: [&[u8]; 3] = [
        br#"{"kind":"tls-endpoints","document":[{"min_version":"TLS1.0"}]}"#,
        b"?",
        long.as_bytes(),
    ];
    let one_by_one: Vec<Vec<u8>> =
        texts.iter().map(|it| raw.ask("kumomori_verdicts", it)).collect::<Result<_>>()?;
    let create = raw.function("clickhouse_create_buffer")?;
    let rows: Vec<u8> = texts.iter().flat_map(|it| row(it)).collect();
    let given = raw.buffer(&rows)?;
    assert_ne!(create.call(&mut raw.store, 8)?, 0);
    let all: TypedFunc<(u32, u32), u32> =
        raw.instance.get_typed_func(&mut raw.store, "kumomori_verdicts_rows")?;
    let answer = all.call(&mut raw.store, (given, 3))?;
    let wanted: Vec<u8> = one_by_one.iter().flat_map(|it| row(it)).collect();
    assert_eq!(raw.bytes(answer)?, wanted);
    assert_eq!(all.call(&mut raw.store, (given, 4))?, 0, "a row that is not there");
    Ok(())
}

#[test]
fn memory_that_runs_out_is_told_and_the_instance_goes_on() -> Result<()> {
    let all = golden()?;
    let (small, large) = (
        all.iter().find(|it| it.name == "verdicts").context("verdicts")?,
        all.iter().find(|it| it.name == "evaluation").context("evaluation")?,
    );
    let mut raw = Raw::new(false, 1 << 20)?;
    assert_eq!(raw.function("kumomori_buffer")?.call(&mut raw.store, 1 << 22)?, 0);
    let request = raw.buffer(&large.request)?;
    let answer = raw.function("kumomori_answer")?;
    assert!(answer.call(&mut raw.store, request).is_err());
    let reset: TypedFunc<(), ()> = raw.instance.get_typed_func(&mut raw.store, "kumomori_reset")?;
    reset.call(&mut raw.store, ())?;
    assert_eq!(raw.ask("kumomori_answer", &small.request)?, small.answer.as_bytes());
    Ok(())
}

#[test]
fn a_block_of_rows_and_many_documents_fit_into_the_memory() -> Result<()> {
    let mut raw = Raw::new(false, PLENTY)?;
    let one = br#"{"kind":"tls-endpoints","document":[{"min_version":"TLS1.0"}]}"#;
    let wanted = raw.ask("kumomori_verdicts", one)?;
    let n_rows = 65_409;
    let given = raw.buffer(&row(one).repeat(n_rows))?;
    let all: TypedFunc<(u32, u32), u32> =
        raw.instance.get_typed_func(&mut raw.store, "kumomori_verdicts_rows")?;
    let answer = all.call(&mut raw.store, (given, n_rows as u32))?;
    assert_eq!(raw.bytes(answer)?, row(&wanted).repeat(n_rows));
    raw.free(given)?;
    raw.free(answer)?;
    let documents = vec![std::str::from_utf8(one)?; 20_000].join(",");
    let request = format!(
        r#"{{"format":"kumomori.request/1","want":["verdicts"],"evidence":[{documents}]}}"#
    );
    let answer = raw.ask("kumomori_answer", request.as_bytes())?;
    assert_eq!(answer, kumomori_module::answer(request.as_bytes()).trim_end().as_bytes());
    Ok(())
}

#[test]
fn a_buffer_that_is_kept_does_not_cost_more_with_every_call() -> Result<()> {
    let mut raw = Raw::new(false, PLENTY)?;
    let _kept = raw.buffer(b"kept")?;
    let one = br#"{"kind":"tls-endpoints","document":[{"min_version":"TLS1.0"}]}"#;
    for _ in 0..20 {
        raw.ask("kumomori_verdicts", one)?;
    }
    let before = raw.pages();
    for _ in 0..2_000 {
        raw.ask("kumomori_verdicts", one)?;
    }
    assert!(raw.pages() <= before + 4, "{} pages, then {}", before, raw.pages());
    Ok(())
}

#[test]
fn handles_that_are_none_are_refused() -> Result<()> {
    let mut raw = Raw::new(false, PLENTY)?;
    let answer = raw.function("kumomori_answer")?;
    for handle in [0, 1, 8, 70_000, u32::MAX, u32::MAX - 8] {
        assert_eq!(answer.call(&mut raw.store, handle)?, 0, "{handle}");
        raw.free(handle)?;
    }
    let freed = raw.buffer(b"{}")?;
    let other = raw.buffer(b"{}")?;
    raw.free(freed)?;
    raw.free(freed)?;
    assert_eq!(answer.call(&mut raw.store, freed)?, 0);
    assert_ne!(answer.call(&mut raw.store, other)?, 0);
    Ok(())
}
