//! Which of our crates may depend on which.

use cargo_metadata::{DependencyKind, Metadata};

use super::Finding;
use super::tree::Tree;

/// What one crate may see of the others.
struct Row {
    name: &'static str,
    normal: &'static [&'static str],
    build: &'static [&'static str],
}

/// The table of ARCHITECTURE.md.
const TABLE: &[Row] = &[
    Row { name: "kumomori-check", normal: &[], build: &[] },
    Row { name: "kumomori-core", normal: &["kumomori-check"], build: &[] },
    Row { name: "kumomori-library", normal: &["kumomori-check", "kumomori-core"], build: &[] },
    Row {
        name: "kumomori-data",
        normal: &["kumomori-core"],
        build: &["kumomori-core", "kumomori-library"],
    },
    Row { name: "kumomori-crypto", normal: &[], build: &[] },
    Row { name: "kumomori-wire", normal: &["kumomori-core"], build: &[] },
    Row {
        name: "kumomori-import",
        normal: &["kumomori-check", "kumomori-core", "kumomori-wire"],
        build: &[],
    },
    Row {
        name: "kumomori-report",
        normal: &["kumomori-check", "kumomori-core", "kumomori-import", "kumomori-wire"],
        build: &[],
    },
    Row {
        name: "kumomori-cli",
        normal: &[
            "kumomori-check",
            "kumomori-core",
            "kumomori-crypto",
            "kumomori-data",
            "kumomori-import",
            "kumomori-library",
            "kumomori-module",
            "kumomori-report",
            "kumomori-wire",
        ],
        build: &[],
    },
    Row {
        name: "kumomori-worker",
        normal: &[
            "kumomori-check",
            "kumomori-core",
            "kumomori-import",
            "kumomori-report",
            "kumomori-wire",
        ],
        build: &[],
    },
    Row {
        name: "kumomori-module",
        normal: &[
            "kumomori-check",
            "kumomori-core",
            "kumomori-data",
            "kumomori-import",
            "kumomori-report",
            "kumomori-wire",
        ],
        build: &[],
    },
    Row { name: "kumomori-guest", normal: &[], build: &[] },
    Row { name: "kumomori-opa", normal: &["kumomori-guest", "kumomori-module"], build: &[] },
    Row { name: "kumomori-raw", normal: &["kumomori-guest", "kumomori-module"], build: &[] },
    Row { name: "kumomori-wapc", normal: &["kumomori-guest", "kumomori-module"], build: &[] },
    Row { name: "kumomori-extism", normal: &["kumomori-guest", "kumomori-module"], build: &[] },
    Row {
        name: "kumomori-component",
        normal: &[
            "kumomori-check",
            "kumomori-core",
            "kumomori-module",
            "kumomori-report",
            "kumomori-wire",
        ],
        build: &[],
    },
    Row { name: "kumomori-rego", normal: &[], build: &[] },
    Row { name: "kumomori-engine", normal: &["kumomori-check", "kumomori-core"], build: &[] },
    Row {
        name: "kumomori-web",
        normal: &["kumomori-core", "kumomori-data", "kumomori-report", "kumomori-wire"],
        build: &[],
    },
    Row {
        name: "kumomori-tests",
        normal: &["kumomori-check", "kumomori-core", "kumomori-data", "kumomori-wire"],
        build: &[],
    },
    Row { name: "xtask", normal: &["kumomori-wire"], build: &[] },
];

/// One dependency of one of our crates on another.
#[derive(Debug)]
struct Arrow {
    from: String,
    to: String,
    kind: DependencyKind,
    manifest: String,
}

/// Every arrow that the table does not have. Dependencies of tests are free.
pub(super) fn findings(metadata: &Metadata, tree: &Tree) -> Vec<Finding> {
    let wrong = arrows(metadata).into_iter().filter_map(|arrow| {
        let message = complaint(&arrow)?;
        let line = tree.get(&arrow.manifest).map_or(1, |file| file.line_of(&arrow.to));
        Some(Finding { file: arrow.manifest, line, message })
    });
    wrong.collect()
}

fn arrows(metadata: &Metadata) -> Vec<Arrow> {
    let ours: Vec<_> = metadata.workspace_packages();
    let is_ours = |name: &str| ours.iter().any(|package| package.name == name);
    let mut arrows = Vec::new();
    for package in &ours {
        let manifest = package.manifest_path.strip_prefix(&metadata.workspace_root);
        let manifest = manifest.map_or_else(|_| package.name.to_string(), ToString::to_string);
        for dependency in package.dependencies.iter().filter(|other| is_ours(&other.name)) {
            arrows.push(Arrow {
                from: package.name.to_string(),
                to: dependency.name.clone(),
                kind: dependency.kind,
                manifest: manifest.clone(),
            });
        }
    }
    arrows
}

fn complaint(arrow: &Arrow) -> Option<String> {
    let Arrow { from, to, .. } = arrow;
    let Some(row) = TABLE.iter().find(|row| row.name == from) else {
        return Some(format!("`{from}` is not in the table of arrows: decide what it may see"));
    };
    let allowed = match arrow.kind {
        DependencyKind::Normal => row.normal,
        DependencyKind::Build => row.build,
        _ => return None,
    };
    (!allowed.contains(&to.as_str()))
        .then(|| format!("`{from}` must not see `{to}`: move the code to where both may see it"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn complaint_about(from: &str, to: &str, kind: DependencyKind) -> Option<String> {
        let (from, to) = (from.to_owned(), to.to_owned());
        complaint(&Arrow { from, to, kind, manifest: String::new() })
    }

    #[test]
    fn an_arrow_that_points_upwards_is_found() {
        for (from, to) in [
            ("kumomori-core", "kumomori-wire"),
            ("kumomori-web", "kumomori-library"),
            ("kumomori-report", "kumomori-cli"),
            ("kumomori-data", "kumomori-library"),
        ] {
            assert!(complaint_about(from, to, DependencyKind::Normal).is_some(), "{from} -> {to}");
        }
    }

    #[test]
    fn the_policies_may_be_packed_while_building() {
        let arrow = ("kumomori-data", "kumomori-library");
        assert_eq!(complaint_about(arrow.0, arrow.1, DependencyKind::Build), None);
    }

    #[test]
    fn tests_may_see_everything() {
        let kind = DependencyKind::Development;
        assert_eq!(complaint_about("kumomori-core", "kumomori-library", kind), None);
    }

    #[test]
    fn a_crate_without_a_row_is_named() {
        let text = complaint_about("kumomori-new", "kumomori-core", DependencyKind::Normal);
        assert!(text.unwrap().starts_with("`kumomori-new` is not in the table"));
    }
}
