//! Other programs.

use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

/// The cargo that runs this program.
pub(crate) fn cargo(root: &Path) -> Command {
    let program = std::env::var_os("CARGO").unwrap_or_else(|| OsString::from("cargo"));
    let mut command = Command::new(program);
    command.current_dir(root);
    command
}

/// The command line of this checkout, to be given its arguments.
pub(crate) fn command_line(root: &Path) -> Command {
    let mut command = cargo(root);
    command.args(["run", "--quiet", "--package", "kumomori-cli", "--"]);
    command
}

/// The same program with the lowest priority, where the system can say so.
///
/// Linux shares processors among sessions first, and a browser is one of its own: there the program
/// becomes one too, which takes what others leave.
pub(crate) fn idle(command: &Command) -> Command {
    let before: &[&str] = if cfg!(target_os = "linux") {
        &["setsid", "sh", "-c", IDLE_SESSION]
    } else if cfg!(unix) {
        &["nice", "-n", "19"]
    } else {
        &[]
    };
    let itself = [command.get_program()].into_iter().chain(command.get_args());
    let mut words = before.iter().map(OsStr::new).chain(itself);
    let mut idle = Command::new(words.next().unwrap_or(command.get_program()));
    idle.args(words);
    if let Some(folder) = command.get_current_dir() {
        idle.current_dir(folder);
    }
    idle
}

/// Gives its session and itself the lowest priority and becomes the program that its arguments name.
const IDLE_SESSION: &str =
    r#"(echo 19 > /proc/self/autogroup) 2> /dev/null; exec nice -n 19 "$0" "$@""#;

/// Runs a program with its output shown as it comes.
///
/// # Errors
/// It cannot be started, or ends with another code than 0.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    let status = command.status().with_context(|| format!("cannot start {}", line(command)))?;
    if !status.success() {
        bail!("{} ended with {status}", line(command));
    }
    Ok(())
}

/// Runs a program and shows its output only if it fails.
///
/// # Errors
/// It cannot be started, or ends with another code than 0.
pub(crate) fn run_quietly(command: &mut Command) -> Result<()> {
    capture(command).map(|_| ())
}

/// Runs a program and gives what it wrote to its standard output.
///
/// # Errors
/// It cannot be started, ends with another code than 0, or writes no UTF-8.
pub(crate) fn capture(command: &mut Command) -> Result<String> {
    let output = command
        .stdin(Stdio::null())
        .output()
        .with_context(|| format!("cannot start {}", line(command)))?;
    if !output.status.success() {
        eprint!("{}", String::from_utf8_lossy(&output.stdout));
        eprint!("{}", String::from_utf8_lossy(&output.stderr));
        bail!("{} ended with {}", line(command), output.status);
    }
    String::from_utf8(output.stdout).with_context(|| format!("{} wrote no text", line(command)))
}

/// The first of these programs that stands on PATH.
pub(crate) fn find_on_path(names: &[&str]) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    let folders: Vec<PathBuf> = std::env::split_paths(&path).collect();
    names
        .iter()
        .flat_map(|name| folders.iter().map(move |folder| folder.join(name)))
        .find(|candidate| candidate.is_file())
}

/// The command as one would type it.
fn line(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let name = program.file_name().unwrap_or(command.get_program());
    let words = std::iter::once(name).chain(command.get_args());
    let text: Vec<_> = words.map(|word| word.to_string_lossy()).collect();
    format!("`{}`", text.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failure_names_the_command_that_failed() {
        let err = run_quietly(Command::new("cargo").arg("no-such-command")).unwrap_err();
        assert!(err.to_string().starts_with("`cargo no-such-command` ended with"), "{err}");
    }

    #[cfg(unix)]
    #[test]
    fn what_is_idle_leaves_the_processors_to_others() {
        let mut nice = Command::new("nice");
        let said = capture(&mut idle(nice.current_dir("/"))).unwrap();
        assert_eq!(said.trim(), "19");
    }

    #[test]
    fn a_program_that_does_not_exist_is_named() {
        let err = run(&mut Command::new("kumomori-no-such-program")).unwrap_err();
        assert_eq!(err.to_string(), "cannot start `kumomori-no-such-program`");
    }

    #[test]
    fn the_first_name_on_the_path_wins() {
        assert!(find_on_path(&["kumomori-no-such-program"]).is_none());
        let found = find_on_path(&["kumomori-no-such-program", "cargo"]).unwrap();
        assert!(found.ends_with("cargo"));
    }
}
