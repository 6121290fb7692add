//! What `cargo xtask test` runs, cheapest first.

use std::cell::Cell;
use std::path::Path;
use std::thread::JoinHandle;
use std::time::Instant;

use anyhow::{Result, bail};

use crate::twice::build_again;
use crate::workspace::Workspace;
use crate::{browser, bundle, generate, hosts, house, module, policies, process, site, tools};

/// One thing that must hold before a change is taken.
struct Step {
    /// The word after `cargo xtask test` that runs it, alone or with others of the same word.
    name: &'static str,
    /// What it does.
    what: &'static str,
    /// Does it.
    run: fn(&Run) -> Result<()>,
}

/// What the steps of one run share.
struct Run<'a> {
    workspace: &'a Workspace,
    is_full: bool,
    /// What the test of the hosts needs is compiled beside the steps before it.
    preparing: Cell<Option<JoinHandle<()>>>,
}

const STEPS: &[Step] = &[
    Step { name: "fmt", what: "the code is formatted", run: format },
    Step { name: "house", what: "the house rules hold", run: |run| house::check(run.workspace) },
    Step { name: "lint", what: "clippy finds nothing", run: lint },
    Step { name: "lint", what: "clippy finds nothing in the site", run: lint_site },
    Step { name: "lint", what: "clippy finds nothing in the modules", run: lint_modules },
    Step { name: "core", what: "the tests of the crates pass", run: test_crates },
    Step { name: "policies", what: "the policies are well formed", run: check_policies },
    Step { name: "policies", what: "the policies are formatted", run: check_form },
    Step { name: "generated", what: "generated files are fresh", run: check_generated },
    Step { name: "doc", what: "the documentation builds", run: document },
    Step { name: "doc", what: "the documentation of the site builds", run: document_site },
    Step { name: "web", what: "the site builds and keeps its budgets", run: build_site },
    Step { name: "web", what: "the browser tests pass", run: test_in_browser },
    Step {
        name: "hosts",
        what: "the policy module runs in other people's hosts",
        run: test_in_hosts,
    },
];

/// Runs all steps, or those of one name; goes on after a failure and lists failures at the end.
///
/// # Errors
/// A step failed, or no step has the name.
pub(crate) fn run(workspace: &Workspace, only: Option<&str>, is_full: bool) -> Result<()> {
    let wanted = selected(only)?;
    let preparing = only.is_none().then(|| hosts::prepare(workspace));
    let run = Run { workspace, is_full, preparing: Cell::new(preparing) };
    let mut failures = Vec::new();
    for (at, step) in wanted.iter().enumerate() {
        println!("step {}/{} {}: {}", at + 1, wanted.len(), step.name, step.what);
        let start = Instant::now();
        let result = (step.run)(&run);
        println!("step {}/{} took {} s", at + 1, wanted.len(), start.elapsed().as_secs());
        if let Err(err) = result {
            eprintln!("error: {err:#}");
            failures.push(format!("failed: {} ({}): {err:#}", step.name, step.what));
        }
    }
    for failure in &failures {
        println!("{failure}");
    }
    println!("{}", summary(wanted.len(), failures.len()));
    match failures.as_slice() {
        [] => Ok(()),
        _ => bail!("run a failed step alone with `cargo xtask test NAME`"),
    }
}

fn selected(only: Option<&str>) -> Result<Vec<&'static Step>> {
    let wanted: Vec<&Step> =
        STEPS.iter().filter(|step| only.is_none_or(|name| name == step.name)).collect();
    if wanted.is_empty() {
        let mut names: Vec<&str> = STEPS.iter().map(|step| step.name).collect();
        names.dedup();
        bail!("there is no such step: choose one of {}", names.join(", "));
    }
    Ok(wanted)
}

fn summary(n_steps: usize, n_failed: usize) -> String {
    format!("steps: {} passed, {n_failed} failed", n_steps - n_failed)
}

fn build_site(run: &Run) -> Result<()> {
    site::build(run.workspace)?;
    bundle::build(run.workspace)?;
    if run.is_full {
        build_again(run.workspace, "web", Path::new("dist/SHA256SUMS"))
    } else {
        Ok(())
    }
}

fn test_in_browser(run: &Run) -> Result<()> {
    browser::test(run.workspace, run.is_full)
}

fn test_in_hosts(run: &Run) -> Result<()> {
    if let Some(preparing) = run.preparing.take() {
        drop(preparing.join());
    }
    hosts::test(run.workspace, run.is_full)
}

fn format(run: &Run) -> Result<()> {
    for folder in [run.workspace.root.clone(), run.workspace.hosts()] {
        process::run(process::cargo(&folder).args(["fmt", "--all", "--check"]))?;
    }
    Ok(())
}

fn lint(run: &Run) -> Result<()> {
    let mut cargo = process::cargo(&run.workspace.root);
    cargo.args(["clippy", "--quiet", "--workspace", "--exclude", "kumomori-web", "--all-targets"]);
    process::run(cargo.args(["--", "-D", "warnings"]))
}

fn lint_site(run: &Run) -> Result<()> {
    let mut cargo = process::cargo(&run.workspace.root);
    cargo.args(["clippy", "--quiet", "--package", "kumomori-web"]);
    process::run(cargo.args(["--target", "wasm32-unknown-unknown", "--", "-D", "warnings"]))
}

fn lint_modules(run: &Run) -> Result<()> {
    tools::ensure_policy_module_target(run.workspace)?;
    let mut cargo = process::cargo(&run.workspace.root);
    cargo.args(["clippy", "--quiet"]);
    for host in module::HOSTS {
        cargo.arg("--package").arg(format!("kumomori-{host}"));
    }
    process::run(cargo.args(["--target", "wasm32v1-none", "--", "-D", "warnings"]))
}

fn test_crates(run: &Run) -> Result<()> {
    let mut cargo = process::cargo(&run.workspace.root);
    cargo.args(["test", "--workspace", "--no-fail-fast"]);
    if run.is_full {
        cargo.env("KUMOMORI_FULL", "1");
    }
    process::run(&mut cargo)
}

fn check_policies(run: &Run) -> Result<()> {
    let mut kumomori = process::command_line(&run.workspace.root);
    process::run(kumomori.args(["policies", "check", "policies"]))
}

fn check_form(run: &Run) -> Result<()> {
    policies::format(run.workspace, true)
}

fn check_generated(run: &Run) -> Result<()> {
    generate::generate(run.workspace, true)
}

fn document(run: &Run) -> Result<()> {
    let mut cargo = process::cargo(&run.workspace.root);
    cargo.args(["doc", "--quiet", "--workspace", "--exclude", "kumomori-web", "--no-deps"]);
    process::run(cargo.env("RUSTDOCFLAGS", "-D warnings"))
}

/// Apart from the others, because for the browser its dependencies are checked already.
fn document_site(run: &Run) -> Result<()> {
    let mut cargo = process::cargo(&run.workspace.root);
    cargo.args(["doc", "--quiet", "--package", "kumomori-web", "--no-deps"]);
    cargo.args(["--target", "wasm32-unknown-unknown"]);
    process::run(cargo.env("RUSTDOCFLAGS", "-D warnings"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_a_name_every_step_runs() {
        assert_eq!(selected(None).unwrap().len(), STEPS.len());
    }

    #[test]
    fn a_name_selects_all_steps_of_that_name() {
        let names: Vec<&str> = selected(Some("web")).unwrap().iter().map(|s| s.name).collect();
        assert_eq!(names, ["web", "web"]);
    }

    #[test]
    fn an_unknown_name_is_answered_with_those_that_exist() {
        let err = selected(Some("moon")).err().unwrap().to_string();
        assert!(err.contains("fmt, house, lint, core"), "{err}");
    }

    #[test]
    fn the_summary_counts_both() {
        assert_eq!(summary(12, 2), "steps: 10 passed, 2 failed");
    }
}
