//! Scripts as they are sent.

use anyhow::{Result, bail};

/// A script without the comments that stand on lines of their own; they stay in the repository.
///
/// A template literal must have no line that begins like one.
pub(super) fn without_comments(script: &str) -> String {
    let mut is_inside = false;
    let is_code = |line: &&str| {
        let line = line.trim();
        let is_block = is_inside || line.starts_with("/*");
        is_inside = is_block && !line.ends_with("*/");
        !is_block && !line.starts_with("//")
    };
    script.lines().filter(is_code).flat_map(|line| [line, "\n"]).collect()
}

/// Scripts as one, those that others take from before them: what one takes from another is then there.
///
/// # Errors
/// One takes something in more than one line, which would be left.
pub(super) fn joined(scripts: &[String]) -> Result<String> {
    let is_own = |line: &&str| !(line.starts_with("import ") && line.ends_with(".js\";"));
    let lines = scripts.iter().flat_map(|it| it.lines().filter(is_own));
    let joined: String = lines.flat_map(|line| [line, "\n"]).collect();
    if joined.lines().any(|it| it.starts_with("import ") || it.starts_with("} from ")) {
        bail!("a script of the store takes something from another one in more than one line");
    }
    Ok(joined)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_comments_on_their_own_lines_are_left_out() {
        let script = "// What.\n\n/**\n * How.\n *\n * // Why.\n */\nconst a = 2; // two\n  /** Short. */\nconst b = a\n  * 2;\n";
        let expected = "\nconst a = 2; // two\nconst b = a\n  * 2;\n";
        assert_eq!(without_comments(script), expected);
    }

    #[test]
    fn what_one_script_takes_from_another_is_there_once_they_are_one() {
        let scripts = ["export const a = 1;\n", "import { a } from \"./a.js\";\nconst b = a;\n"];
        let joined = joined(&scripts.map(str::to_owned)).unwrap();
        assert_eq!(joined, "export const a = 1;\nconst b = a;\n");
    }

    #[test]
    fn what_would_be_taken_from_a_file_that_is_not_there_stops_the_build() {
        for script in ["import {\n  a,\n} from \"./a.js\";\n", "import { a } from './a.js';\n"] {
            assert!(joined(&[script.to_owned()]).is_err(), "{script}");
        }
    }
}
