//! What requests cost, in the fuel of wasmtime: the same on every machine.

use crate::raw::Raw;
use anyhow::{Context, Result};
use kumomori_hosts::golden;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

/// By how many percent a request may cost more than noted before it must be looked at.
const SLACK: u64 = 3;

#[test]
fn no_request_costs_more_than_noted() -> Result<()> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuel.tsv");
    let noted = fs::read_to_string(&path).unwrap_or_default();
    let mut raw = Raw::new(true, 1 << 30)?;
    let mut now = String::from("request\tfuel\n");
    let mut more = Vec::new();
    for it in golden()? {
        raw.store.set_fuel(u64::MAX)?;
        raw.ask("kumomori_answer", &it.request)?;
        let fuel = u64::MAX - raw.store.get_fuel()?;
        writeln!(now, "{}\t{fuel}", it.name)?;
        let row = noted.lines().find_map(|row| row.strip_prefix(&format!("{}\t", it.name)));
        let most: u64 = row.map(str::parse).transpose()?.unwrap_or(0);
        if fuel > most + most * SLACK / 100 {
            more.push(format!("{}: {fuel}, noted are {most}", it.name));
        }
    }
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        return fs::write(&path, now).context("fuel.tsv");
    }
    assert!(more.is_empty(), "{}\nUPDATE_EXPECT=1 notes them anew", more.join("\n"));
    Ok(())
}
