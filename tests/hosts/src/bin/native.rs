//! Writes what the module answers natively into the folder `KUMOMORI_NATIVE`, for hosts that are
//! not written in Rust.

use anyhow::{Context, Result};
use kumomori_hosts::golden;
use std::fs;
use std::path::PathBuf;

fn main() -> Result<()> {
    let folder = PathBuf::from(std::env::var_os("KUMOMORI_NATIVE").context("KUMOMORI_NATIVE")?);
    for it in golden()? {
        fs::write(folder.join(format!("{}.json", it.name)), it.answer)?;
    }
    Ok(())
}
