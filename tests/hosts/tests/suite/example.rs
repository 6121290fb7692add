//! The example in Rust, which is built here, because wasmtime is already.

use std::path::PathBuf;
use std::process::{Command, Output};

use anyhow::{Context, Result, ensure};

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../examples/rust-wasmtime")
}

fn gaps(given: &[&str]) -> Result<Output> {
    let mut example = Command::new(env!("CARGO_BIN_EXE_gaps"));
    example.args(given).current_dir(folder()).output().context("the example")
}

#[test]
fn it_prints_what_its_page_says() -> Result<()> {
    let output = gaps(&["assessment.json", "2026-10-01", "tls.json"])?;
    let said = String::from_utf8(output.stderr)?;
    ensure!(output.status.success(), "{said}");
    let printed = String::from_utf8(output.stdout)?;
    let page = std::fs::read_to_string(folder().join("README.md"))?;
    let block = page.split("```text\n").nth(1).and_then(|it| it.split("```").next());
    for line in block.context("a block of what is printed")?.lines() {
        ensure!(printed.lines().any(|it| it == line), "`{line}` is not in\n{printed}");
    }
    let mut fuel = printed.lines().filter_map(|it| it.strip_prefix("fuel: "));
    let spent = fuel.next().and_then(|it| it.split(' ').next()).context("fuel")?;
    ensure!((1_000_000..1_000_000_000).contains(&spent.parse::<u64>()?), "{spent}");
    Ok(())
}

#[test]
fn what_is_wrong_is_said() -> Result<()> {
    for (given, said) in [
        (["assessment.json", "soon"], "as_of: "),
        (["tls.json", "2026-10-01"], "assessment"),
        (["Cargo.toml", "2026-10-01"], "Cargo.toml"),
    ] {
        let output = gaps(&given)?;
        assert_eq!(output.status.code(), Some(2));
        let printed = String::from_utf8(output.stderr)?;
        assert!(printed.contains(said), "{printed}");
    }
    Ok(())
}

#[test]
fn its_wasmtime_is_the_one_that_is_tested() -> Result<()> {
    let version = |text: &str| -> Option<String> {
        let entry = text.split("[[package]]").find(|it| it.contains("\nname = \"wasmtime\"\n"))?;
        entry.lines().find(|it| it.starts_with("version = ")).map(str::to_owned)
    };
    let example = std::fs::read_to_string(folder().join("Cargo.lock"))?;
    let ours = std::fs::read_to_string(folder().join("../../tests/hosts/Cargo.lock"))?;
    assert_eq!(version(&example).context("wasmtime")?, version(&ours).context("wasmtime")?);
    Ok(())
}
