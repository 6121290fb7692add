//! Runs the policy module in the hosts of other people.

use std::path::Path;
use std::process::{Command, Stdio};
use std::thread::{self, JoinHandle};

use anyhow::{Result, bail};

use crate::twice::build_again;
use crate::workspace::{Workspace, empty_folder, files_below, read_text};
use crate::{browser, module, process, tools};

/// Begins to compile what testing the hosts needs, in the background and with what other processes
/// leave of the processors. Tools that other steps fetch too are fetched first. What goes wrong here
/// is told by the test itself.
pub(crate) fn prepare(workspace: &Workspace) -> JoinHandle<()> {
    drop(tools::ensure_policy_module_tools(workspace));
    let mut rust = in_rust(workspace, "test");
    rust.arg("--no-run").current_dir(workspace.hosts());
    let module = std::env::current_exe().map(|it| {
        let mut module = Command::new(it);
        module.args(["build", "module"]).current_dir(&workspace.root);
        module
    });
    let commands: Vec<Command> = [rust].into_iter().chain(module.ok()).collect();
    thread::spawn(move || {
        for command in &commands {
            let mut idle = process::idle(command);
            drop(idle.stdout(Stdio::null()).stderr(Stdio::null()).status());
        }
    })
}

/// Builds the modules, in full twice, runs the tests of every host against them, and prints what each host did.
/// Tests find the modules in the environment: `KUMOMORI_MODULE` is their folder. They note what
/// they did in the folder `KUMOMORI_HOSTS`; `KUMOMORI_NATIVE` has what the module answers natively,
/// and `KUMOMORI_PYTHON` is the interpreter that has the hosts in Python.
///
/// # Errors
/// A module does not build, a host cannot be installed, or a test failed.
pub(crate) fn test(workspace: &Workspace, is_full: bool) -> Result<()> {
    let python = tools::ensure_hosts(workspace)?;
    let modules = module::build(workspace)?;
    if is_full {
        build_again(workspace, "module", Path::new("target/module/SHA256SUMS"))?;
    }
    let notes = workspace.target.join("hosts-run");
    empty_folder(&notes)?;
    let native = workspace.target.join("hosts-native");
    empty_folder(&native)?;
    let mut rust = in_rust(workspace, "test");
    if is_full {
        rust.env("KUMOMORI_FULL", "1");
    }
    let suites = [in_rust(workspace, "run"), rust, in_node(workspace)?, in_python(&python)];
    let mut failed = Vec::new();
    for mut suite in suites {
        suite.current_dir(workspace.hosts());
        suite.env("KUMOMORI_MODULE", &modules).env("KUMOMORI_HOSTS", &notes);
        suite.env("KUMOMORI_NATIVE", &native).env("KUMOMORI_PYTHON", &python);
        failed.extend(process::run(&mut suite).err().map(|it| format!("{it:#}")));
    }
    println!("{}", table(&notes)?);
    if failed.is_empty() { Ok(()) } else { bail!("{}", failed.join("\n")) }
}

/// Hosts that are crates; they have a workspace of their own, because they are large. What runs in
/// it writes the native answers down.
fn in_rust(workspace: &Workspace, verb: &str) -> Command {
    let mut cargo = process::cargo(&workspace.root);
    cargo.args([verb, "--quiet", "--locked"]);
    cargo.arg("--target-dir").arg(workspace.target.join("hosts"));
    cargo
}

/// Hosts that are npm packages, or Node itself.
fn in_node(workspace: &Workspace) -> Result<Command> {
    let files = files_below(&workspace.hosts())?;
    let tests = files.iter().filter(|it| it.ends_with(".test.mjs") && !it.contains('/'));
    let mut node = Command::new("node");
    node.args(["--test", "--test-concurrency=1", browser::TIMEOUT, "--test-reporter=spec"])
        .args(tests);
    Ok(node)
}

/// Hosts that are Python packages.
fn in_python(python: &Path) -> Command {
    let mut command = Command::new(python);
    command.args(["-B", "-m", "unittest", "test_python"]);
    command
}

/// What each host did, a line each: its name, whether it is the host itself, how many requests it
/// was asked, what of its answers is equal to the native ones, and the time that took.
fn table(notes: &Path) -> Result<String> {
    let mut rows = Vec::new();
    for name in files_below(notes)? {
        let row = read_text(&notes.join(&name))?;
        let [host, how, n_calls, equal, ms] =
            *row.trim_end().split('\t').collect::<Vec<_>>().as_slice()
        else {
            bail!("{name} is no row of a host")
        };
        rows.push(format!("{host:<34} {how:<8} {n_calls:>8} {equal:<8} {ms:>8} ms"));
    }
    rows.sort();
    let head =
        format!("{:<34} {:<8} {:>8} {:<8} {:>11}", "host", "how", "requests", "equal", "time");
    Ok(format!("{head}\n{}", rows.join("\n")))
}
