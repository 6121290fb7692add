//! What the program of the site is made of: bytes by crate and by function, as it is linked, before
//! the optimizer and the compression.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::fs;

use anyhow::{Context, Result};
use rustc_demangle::demangle;
use wasmparser::{KnownCustom, Name, Parser, Payload, TypeRef};

use super::{Measurement, in_bytes};
use crate::site;
use crate::workspace::Workspace;

/// How many crates and how many functions are listed.
const SHOWN: usize = 30;
/// What data goes by, among the crates.
const DATA: &str = "data";

/// The parts of a module that take room.
#[derive(Debug, Default)]
struct Parts {
    /// Bytes of each function with its name, those without a name by their place.
    functions: Vec<(String, u64)>,
    /// Bytes of data.
    data: u64,
}

/// Builds the program with the names of its functions and tells what takes how much room.
pub(super) fn breakdown(workspace: &Workspace) -> Result<Vec<Measurement>> {
    println!("bench breakdown: compiling the site with names");
    let built = site::compile_with_names(workspace)?;
    let bytes = fs::read(&built).with_context(|| format!("cannot read {}", built.display()))?;
    let parts = parts(&bytes)?;
    let crates = by_crate(&parts);
    let all: u64 = crates.iter().map(|(_, bytes)| bytes).sum();
    println!("{all:>9} bytes in all, by crate");
    for (name, bytes) in crates.iter().take(SHOWN) {
        println!("{bytes:>9} {:>4} %  {name}", bytes * 100 / all.max(1));
    }
    println!("the largest functions");
    for (name, bytes) in largest(&parts).into_iter().take(SHOWN) {
        println!("{bytes:>9}  {name}");
    }
    crates.into_iter().map(|(name, bytes)| in_bytes(name, bytes)).collect()
}

fn parts(module: &[u8]) -> Result<Parts> {
    let mut parts = Parts::default();
    let (mut n_imported, mut names) = (0, BTreeMap::new());
    for payload in Parser::new(0).parse_all(module) {
        match payload? {
            Payload::ImportSection(section) => {
                for import in section.into_imports() {
                    n_imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                }
            }
            Payload::CodeSectionEntry(body) => {
                let range = body.range();
                parts.functions.push((String::new(), range.end - range.start));
            }
            Payload::DataSection(section) => {
                for data in section {
                    parts.data += u64::try_from(data?.data.len())?;
                }
            }
            Payload::CustomSection(section) => {
                if let KnownCustom::Name(section) = section.as_known() {
                    for part in section {
                        let Name::Function(part) = part? else { continue };
                        for it in part {
                            let it = it?;
                            names.insert(it.index, format!("{:#}", demangle(it.name)));
                        }
                    }
                }
            }
            _ => {}
        }
    }
    for (place, (name, _)) in (n_imported..).zip(&mut parts.functions) {
        *name = names.remove(&place).unwrap_or_else(|| format!("function {place}"));
    }
    Ok(parts)
}

fn by_crate(parts: &Parts) -> Vec<(String, u64)> {
    let mut crates: BTreeMap<&str, u64> = BTreeMap::from([(DATA, parts.data)]);
    for (name, bytes) in &parts.functions {
        *crates.entry(crate_of(name)).or_default() += bytes;
    }
    let mut crates: Vec<_> = crates.into_iter().map(|(name, it)| (name.to_owned(), it)).collect();
    crates.sort_by_key(|(_, bytes)| Reverse(*bytes));
    crates
}

/// The crate that a function is of, such as `core` of `<core::str::Chars as ...>::next`; of what is
/// made for a type of another crate, that crate.
fn crate_of(name: &str) -> &str {
    let inner = ["core::ptr::drop_in_place<", "core::ops::function::FnOnce::call_once<"]
        .into_iter()
        .find_map(|it| name.strip_prefix(it))
        .unwrap_or(name);
    let start = inner.find(|it: char| it.is_alphanumeric() || it == '_').unwrap_or(0);
    let inner = inner.get(start..).unwrap_or_default();
    let inner = inner.strip_prefix("dyn ").or(inner.strip_prefix("mut ")).unwrap_or(inner);
    match inner.split_once("::") {
        Some((head, _)) if !head.contains([' ', '<', '(']) => head,
        _ => "other",
    }
}

fn largest(parts: &Parts) -> Vec<(&str, u64)> {
    let mut functions: Vec<(&str, u64)> =
        parts.functions.iter().map(|(name, bytes)| (name.as_str(), *bytes)).collect();
    functions.sort_by_key(|(_, bytes)| Reverse(*bytes));
    functions
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_function_is_of_the_crate_that_its_type_comes_from() {
        for (name, of) in [
            ("core::fmt::write", "core"),
            ("<kumomori_web::pages::list::List as core::fmt::Debug>::fmt", "kumomori_web"),
            ("<&mut alloc::string::String as core::fmt::Write>::write_str", "alloc"),
            ("core::ptr::drop_in_place<reactive_graph::owner::Owner>", "reactive_graph"),
            ("<dyn core::any::Any>::type_id", "core"),
            ("memcpy", "other"),
        ] {
            assert_eq!(crate_of(name), of, "{name}");
        }
    }

    #[test]
    fn functions_and_data_of_a_module_add_up() {
        let module = b"\0asm\x01\0\0\0\
            \x01\x04\x01\x60\x00\x00\
            \x03\x02\x01\x00\
            \x05\x03\x01\x00\x01\
            \x0a\x04\x01\x02\x00\x0b\
            \x0b\x08\x01\x00\x41\x00\x0b\x02hi\
            \x00\x0b\x04name\x01\x04\x01\x00\x01f";
        let parts = parts(module).unwrap();
        assert_eq!((parts.functions, parts.data), (vec![("f".to_owned(), 2)], 2));
    }
}
