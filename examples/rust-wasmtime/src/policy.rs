//! The policy module, with limits on what one answer may cost.

use std::path::Path;
use std::thread;
use std::time::Duration;

use wasmtime::error::Context as _;
use wasmtime::{
    Config, Engine, Instance, Memory, Module, Result, Store, StoreLimits, StoreLimitsBuilder,
    TypedFunc, ensure,
};

/// Fuel for one answer, about a unit an instruction; the same request costs the same everywhere.
pub const FUEL: u64 = 5_000_000_000;
/// The most memory, in bytes.
const MEMORY: usize = 128 << 20;
/// How often the clock of the engine ticks, and after how many ticks an answer is too late.
const TICK: Duration = Duration::from_millis(100);
const TICKS: u64 = 50;

/// An instance of the module without imports. It answers one request at a time; make several from
/// one `Engine` and `Module` to answer more.
pub struct Policy {
    store: Store<StoreLimits>,
    instance: Instance,
    memory: Memory,
}

impl Policy {
    /// Loads the module from a file.
    ///
    /// # Errors
    /// It cannot be read, or is no such module.
    pub fn load(path: &Path) -> Result<Self> {
        let mut config = Config::new();
        config.consume_fuel(true).epoch_interruption(true);
        let engine = Engine::new(&config)?;
        let module = Module::from_file(&engine, path)
            .with_context(|| format!("{}: run `cargo xtask build module`", path.display()))?;
        let mut store = Store::new(&engine, StoreLimitsBuilder::new().memory_size(MEMORY).build());
        store.limiter(|limits| limits);
        store.epoch_deadline_trap();
        let clock = engine.weak();
        thread::spawn(move || {
            while let Some(engine) = clock.upgrade() {
                engine.increment_epoch();
                drop(engine);
                thread::sleep(TICK);
            }
        });
        renew(&mut store)?;
        let instance = Instance::new(&mut store, &module, &[])?;
        let memory = instance.get_memory(&mut store, "memory").context("it has no memory")?;
        Ok(Self { store, instance, memory })
    }

    /// The answer to a request, both JSON. After an error the next answer begins anew.
    ///
    /// # Errors
    /// A limit does not suffice.
    pub fn answer(&mut self, request: &[u8]) -> Result<Vec<u8>> {
        renew(&mut self.store)?;
        let reset: TypedFunc<(), ()> =
            self.instance.get_typed_func(&mut self.store, "kumomori_reset")?;
        reset.call(&mut self.store, ())?;
        let given = self.call("kumomori_buffer", u32::try_from(request.len())?)?;
        let (at, _) = self.words(given)?;
        self.memory.write(&mut self.store, at, request)?;
        let answer = self.call("kumomori_answer", given)?;
        let (at, size) = self.words(answer)?;
        let mut bytes = vec![0; size];
        self.memory.read(&self.store, at, &mut bytes)?;
        Ok(bytes)
    }

    /// The fuel that the last answer took.
    ///
    /// # Errors
    /// None with this configuration.
    pub fn spent(&self) -> Result<u64> {
        Ok(FUEL - self.store.get_fuel()?)
    }

    fn call(&mut self, name: &str, given: u32) -> Result<u32> {
        let function: TypedFunc<u32, u32> = self.instance.get_typed_func(&mut self.store, name)?;
        let handle = function.call(&mut self.store, given)?;
        ensure!(handle != 0, "{name}: {MEMORY} bytes of memory do not suffice");
        Ok(handle)
    }

    /// Where the bytes of a buffer begin, and how many there are.
    fn words(&self, handle: u32) -> Result<(usize, usize)> {
        let mut bytes = [0; 8];
        self.memory.read(&self.store, handle as usize, &mut bytes)?;
        let [a, b, c, d, e, f, g, h] = bytes;
        let word = |it| u32::from_le_bytes(it) as usize;
        Ok((word([a, b, c, d]), word([e, f, g, h])))
    }
}

/// Gives fuel and time for one answer.
fn renew(store: &mut Store<StoreLimits>) -> Result<()> {
    store.set_fuel(FUEL)?;
    store.set_epoch_deadline(TICKS);
    Ok(())
}
