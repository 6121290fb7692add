//! What the programs of the site are made of: a `CycloneDX` inventory (SBOM), the same for the same
//! lock file.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::Result;
use cargo_metadata::{DependencyKind, Metadata, Package, PackageId, TargetKind};
use serde_json::{Value, json};

use crate::workspace::{Workspace, read_text};

/// The programs of the site.
const PROGRAMS: [&str; 2] = ["kumomori-web", "kumomori-worker"];
/// What they are compiled for.
pub(crate) const TARGET: &str = "wasm32-unknown-unknown";

/// The inventory as a `CycloneDX` 1.6 document: what the compiler puts into the programs, and, marked
/// as excluded, what only takes part in making them.
///
/// # Errors
/// cargo cannot tell the dependencies.
pub(crate) fn inventory(workspace: &Workspace) -> Result<String> {
    let metadata = workspace.dependencies(Some(TARGET))?;
    let sums = checksums(&read_text(&workspace.root.join("Cargo.lock"))?);
    let graph = Graph::of(&metadata);
    let linked = graph.reached(&metadata, |it| it == DependencyKind::Normal);
    let all = graph.reached(&metadata, |it| it != DependencyKind::Development);
    let packages = metadata.packages.iter().filter(|it| all.contains(&it.id));
    let mut packages: Vec<&Package> = packages.collect();
    packages.sort_by_key(|it| (it.name.to_string(), it.version.clone()));
    let component = |it: &&Package| component(it, linked.contains(&it.id), &sums);
    let edges =
        packages.iter().map(|it| json!({ "ref": name(it), "dependsOn": graph.names(it, &all) }));
    let document = json!({
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": { "component": { "type": "application", "bom-ref": "kumomori-site", "name": "kumomori-site" } },
        "components": packages.iter().map(component).collect::<Vec<_>>(),
        "dependencies": edges.collect::<Vec<_>>(),
    });
    Ok(serde_json::to_string_pretty(&document)? + "\n")
}

/// What the compiler puts into the programs of the site.
pub(crate) fn linked(metadata: &Metadata) -> BTreeSet<PackageId> {
    Graph::of(metadata).reached(metadata, |it| it == DependencyKind::Normal)
}

/// What depends on what.
struct Graph<'a> {
    packages: BTreeMap<&'a PackageId, &'a Package>,
    edges: BTreeMap<&'a PackageId, Vec<(&'a PackageId, Vec<DependencyKind>)>>,
}

impl<'a> Graph<'a> {
    fn of(metadata: &'a Metadata) -> Self {
        let packages = metadata.packages.iter().map(|it| (&it.id, it)).collect();
        let nodes = metadata.resolve.iter().flat_map(|it| &it.nodes);
        let edges = nodes.map(|node| {
            let kinds = |it: &'a cargo_metadata::NodeDep| {
                (&it.pkg, it.dep_kinds.iter().map(|it| it.kind).collect())
            };
            (&node.id, node.deps.iter().map(kinds).collect())
        });
        Self { packages, edges: edges.collect() }
    }

    /// Everything that the programs reach by dependencies of some kinds; procedural macros are run
    /// by the compiler and lead on only where building counts too.
    fn reached(
        &self,
        metadata: &'a Metadata,
        counts: impl Fn(DependencyKind) -> bool,
    ) -> BTreeSet<PackageId> {
        let is_program = |it: &&Package| PROGRAMS.contains(&it.name.as_str());
        let programs = metadata.packages.iter().filter(is_program).map(|it| &it.id);
        let mut waiting: Vec<&PackageId> = programs.collect();
        let mut reached = BTreeSet::new();
        while let Some(id) = waiting.pop() {
            let is_macro = self.packages.get(id).is_some_and(|it| is_macro(it));
            if (is_macro && !counts(DependencyKind::Build)) || !reached.insert(id.clone()) {
                continue;
            }
            let next = self.edges.get(id).into_iter().flatten();
            let next = next.filter(|(_, kinds)| kinds.iter().any(|it| counts(*it)));
            waiting.extend(next.map(|(id, _)| *id));
        }
        reached
    }

    /// The names of what a package depends on, as far as it is in the inventory.
    fn names(&self, package: &Package, all: &BTreeSet<PackageId>) -> BTreeSet<String> {
        let next = self.edges.get(&package.id).into_iter().flatten();
        let next =
            next.filter(|(_, kinds)| kinds.iter().any(|it| *it != DependencyKind::Development));
        let next = next.filter(|(id, _)| all.contains(*id));
        next.filter_map(|(id, _)| self.packages.get(id)).map(|it| name(it)).collect()
    }
}

fn is_macro(package: &Package) -> bool {
    package.targets.iter().any(|it| it.kind.contains(&TargetKind::ProcMacro))
}

/// The package URL, which names a package everywhere.
fn name(package: &Package) -> String {
    format!("pkg:cargo/{}@{}", package.name, package.version)
}

fn component(package: &Package, is_linked: bool, sums: &BTreeMap<String, String>) -> Value {
    // Older packages write a slash for a choice.
    let license = package.license.as_ref().map(|it| it.replace('/', " OR "));
    let sum = sums.get(&format!("{} {}", package.name, package.version));
    let fields = [
        ("type", Some(json!("library"))),
        ("bom-ref", Some(json!(name(package)))),
        ("name", Some(json!(package.name.as_str()))),
        ("version", Some(json!(package.version.to_string()))),
        ("scope", Some(json!(if is_linked { "required" } else { "excluded" }))),
        ("purl", Some(json!(name(package)))),
        ("licenses", license.map(|it| json!([{ "expression": it }]))),
        ("hashes", sum.map(|it| json!([{ "alg": "SHA-256", "content": it }]))),
    ];
    let fields = fields.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?)));
    Value::Object(fields.collect())
}

/// The checksums of a lock file, by name and version.
fn checksums(lock: &str) -> BTreeMap<String, String> {
    let field = |block: &str, name: &str| {
        let line = block.lines().find_map(|it| it.strip_prefix(name)?.strip_prefix(" = \""));
        line.map(|it| it.trim_end_matches('"').to_owned())
    };
    let blocks = lock.split("[[package]]").skip(1);
    let found = blocks.filter_map(|block| {
        let name = format!("{} {}", field(block, "name")?, field(block, "version")?);
        Some((name, field(block, "checksum")?))
    });
    found.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn components() -> Vec<Value> {
        let workspace = Workspace::find().unwrap();
        let text = inventory(&workspace).unwrap();
        assert_eq!(text, inventory(&workspace).unwrap(), "the same again");
        let document: Value = serde_json::from_str(&text).unwrap();
        document.get("components").unwrap().as_array().unwrap().clone()
    }

    #[test]
    fn it_lists_what_is_in_the_programs_and_what_only_makes_them() {
        let components = components();
        let scope = |name: &str| {
            let found = components.iter().find(|it| it.get("name").unwrap() == name)?;
            Some(found.get("scope").unwrap().as_str().unwrap().to_owned())
        };
        for linked in ["kumomori-core", "kumomori-web", "reactive_graph", "wasm-bindgen"] {
            assert_eq!(scope(linked).as_deref(), Some("required"), "{linked}");
        }
        for building in ["wasm-bindgen-macro", "syn", "kumomori-library"] {
            assert_eq!(scope(building).as_deref(), Some("excluded"), "{building}");
        }
        for absent in ["proptest", "wasmtime", "regorus", "axum", "reqwest"] {
            assert_eq!(scope(absent), None, "{absent}");
        }
    }

    #[test]
    fn what_comes_from_elsewhere_has_its_hash_and_its_license() {
        for it in components() {
            let is_ours = it.get("name").unwrap().as_str().unwrap().starts_with("kumomori-");
            assert_eq!(it.get("hashes").is_none(), is_ours, "{it}");
            assert!(it.get("licenses").is_some(), "{it}");
        }
    }
}
