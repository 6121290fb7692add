//! What the tests of all Rust hosts share: the modules, the requests with their answers, and the
//! report of what was run.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use serde_json::Value;

/// A request with the answer that the module gives natively.
pub struct Golden {
    pub name: String,
    pub request: Vec<u8>,
    pub answer: String,
}

/// The bytes of a module.
///
/// # Errors
/// It was not built.
pub fn module(name: &str) -> Result<Vec<u8>> {
    let folder = std::env::var("KUMOMORI_MODULE").context("run `cargo xtask test hosts`")?;
    let path = Path::new(&folder).join(name);
    fs::read(&path).with_context(|| path.display().to_string())
}

/// All requests.
///
/// # Errors
/// They cannot be read.
pub fn golden() -> Result<Vec<Golden>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../fixtures/requests");
    let mut paths: Vec<PathBuf> =
        fs::read_dir(folder)?.map(|it| Ok(it?.path())).collect::<Result<_>>()?;
    paths.retain(|it| !it.to_string_lossy().ends_with(".answer.json"));
    paths.sort();
    let read = |path: PathBuf| {
        let request = fs::read(&path)?;
        let answer = kumomori_module::answer(&request).trim_end().to_owned();
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        Ok(Golden { name, request, answer })
    };
    paths.into_iter().map(read).collect()
}

/// A text as JSON.
///
/// # Errors
/// It is none.
pub fn json(text: &[u8]) -> Result<Value> {
    serde_json::from_slice(text).context("JSON")
}

/// Asks a host every request, twice each, and reports it. Hosts that hand over bytes must give the
/// same bytes; those that read the answer, the same values.
///
/// # Errors
/// An answer is another one.
pub fn ask(host: &str, how: How, mut answer: impl FnMut(&[u8]) -> Result<Given>) -> Result<()> {
    let all = golden()?;
    let mut spent = Duration::ZERO;
    let mut is_bytes = true;
    for it in &all {
        for _ in 0..2 {
            let start = Instant::now();
            let given = answer(&it.request).with_context(|| it.name.clone())?;
            spent += start.elapsed();
            match given {
                Given::Bytes(bytes) => ensure!(bytes == it.answer.as_bytes(), "{}", it.name),
                Given::Value(value) => {
                    is_bytes = false;
                    ensure!(value == json(it.answer.as_bytes())?, "{}", it.name);
                }
            }
        }
    }
    let equal = if is_bytes { "bytes" } else { "values" };
    report(host, how, all.len() * 2, equal, spent)
}

/// An answer, as a host hands it over.
pub enum Given {
    Bytes(Vec<u8>),
    Value(Value),
}

/// Whether the host itself ran, or its calls were issued in its order.
#[derive(Clone, Copy)]
pub enum How {
    Real,
    Replay,
}

/// Notes a row of the table that `cargo xtask test hosts` prints.
fn report(host: &str, how: How, n_calls: usize, equal: &str, spent: Duration) -> Result<()> {
    let Ok(folder) = std::env::var("KUMOMORI_HOSTS") else { return Ok(()) };
    let how = if matches!(how, How::Real) { "real" } else { "replay" };
    let ms = spent.as_millis();
    let row = format!("{host}\t{how}\t{n_calls}\t{equal}\t{ms}\n");
    fs::write(Path::new(&folder).join(host.replace([' ', '/'], "-")), row)?;
    Ok(())
}
