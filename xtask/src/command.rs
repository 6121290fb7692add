//! What the arguments ask for.

use std::path::PathBuf;

use anyhow::{Context, Result, bail};

/// The port that `serve` and `start` take when none is given.
pub(crate) const DEFAULT_PORT: u16 = 8017;

/// How many inputs `fuzz` makes for each target when nothing is said.
const DEFAULT_INPUTS: u64 = 1_000_000;

/// What is printed for `help` and under a usage error.
pub(crate) const USAGE: &str = "\
usage: cargo xtask <command>

  start [--port N]              fetch what is missing, build the site, serve it
  test [STEP] [--full]          everything that runs before a change is taken, or one step of it:
                                fmt, lint, core, policies, generated, house, doc, web,
                                hosts
  build web|site-zip|module|cli [--overlay FILE]
                                the site into dist/; the same as target/kumomori-site.zip with the
                                settings for hosts, its inventory (SBOM) and its hashes; the policy
                                module into target/module/; the command line; each under an
                                organization's own policy, if one is given (docs/overlay.md)
  serve [--port N] [--dist DIR] [--ancestors ORIGINS]
                                serve a built site with its security headers; the origins, such as
                                https://portal.example, may show the page below embed/ in a frame
  generate [--check]            write the generated files, or say which are stale
  fmt-policies [--check]        write the policies in their canonical form, or say which are not
  bench [core|checks|hosts|size|breakdown|web]
                                measure, and write target/bench/NAME.json
  fuzz [TARGET] [--inputs N] [--seed S]
                                feed the readers with damaged inputs, all or one of json,
                                expression, pack, evidence, envelope, assessment
  tools                         fetch what the other commands need
  help                          this text";

/// What can be built.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Product {
    /// The site, into `dist/`.
    Web,
    /// The site, as `target/kumomori-site.zip`.
    SiteZip,
    /// The policy module, into `target/module/`.
    Module,
    /// The command line.
    Cli,
}

/// One command with its options.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Command {
    /// Print the usage.
    Help,
    /// Run all steps, or those of one group.
    Test {
        /// The name of a step or of a group of steps.
        only: Option<String>,
        /// Whether tests run in their long form.
        is_full: bool,
    },
    /// Build something.
    Build {
        /// What is built.
        product: Product,
        /// An organization's own policy on top of the policies.
        overlay: Option<PathBuf>,
    },
    /// Serve a built site.
    Serve {
        /// The port on the loopback address.
        port: u16,
        /// Another folder than `dist/`.
        dist: Option<PathBuf>,
        /// Who may show the page below `embed/` in a frame; nobody when none is given.
        ancestors: Option<String>,
    },
    /// Build the site and serve it.
    Start {
        /// The port on the loopback address.
        port: u16,
    },
    /// Write the generated files.
    Generate {
        /// Whether to compare only.
        is_check: bool,
    },
    /// Write the policies in their canonical form.
    FormatPolicies {
        /// Whether to compare only.
        is_check: bool,
    },
    /// Measure.
    Bench {
        /// What is measured.
        name: String,
    },
    /// Feed readers with damaged inputs.
    Fuzz {
        /// The name of a target, or `all`.
        target: String,
        /// How many inputs for each.
        inputs: u64,
        /// The number of the first input.
        seed: u64,
    },
    /// Fetch the tools.
    Tools,
}

impl Command {
    /// Reads the arguments after the name of the program.
    ///
    /// # Errors
    /// A word that no command knows, or an option without its value.
    pub(crate) fn parse(arguments: &[String]) -> Result<Self> {
        let mut words = Words(arguments.to_vec());
        let command = words.next().unwrap_or_else(|| "help".to_owned());
        let parsed = match command.as_str() {
            "help" | "--help" | "-h" => Self::Help,
            "test" => Self::Test { is_full: words.take_flag("--full"), only: words.next() },
            "build" => {
                let overlay = words.take_option("--overlay")?.map(PathBuf::from);
                Self::Build { product: words.take_product()?, overlay }
            }
            "serve" => {
                let dist = words.take_option("--dist")?.map(PathBuf::from);
                let ancestors = words.take_option("--ancestors")?;
                Self::Serve { port: words.take_port()?, dist, ancestors }
            }
            "start" => Self::Start { port: words.take_port()? },
            "generate" => Self::Generate { is_check: words.take_flag("--check") },
            "fmt-policies" => Self::FormatPolicies { is_check: words.take_flag("--check") },
            "bench" => Self::Bench { name: words.next().unwrap_or_else(|| "core".to_owned()) },
            "fuzz" => {
                let inputs = words.take_number("--inputs", DEFAULT_INPUTS)?;
                let seed = words.take_number("--seed", 1)?;
                Self::Fuzz {
                    inputs,
                    seed,
                    target: words.next().unwrap_or_else(|| "all".to_owned()),
                }
            }
            "tools" => Self::Tools,
            other => bail!("there is no command `{other}`\n\n{USAGE}"),
        };
        match words.next() {
            Some(word) => bail!("`{command}` does not take `{word}`\n\n{USAGE}"),
            None => Ok(parsed),
        }
    }
}

/// The arguments that nobody has read yet.
struct Words(Vec<String>);

impl Words {
    fn next(&mut self) -> Option<String> {
        (!self.0.is_empty()).then(|| self.0.remove(0))
    }

    fn take_flag(&mut self, name: &str) -> bool {
        let before = self.0.len();
        self.0.retain(|word| word != name);
        self.0.len() < before
    }

    fn take_option(&mut self, name: &str) -> Result<Option<String>> {
        let Some(at) = self.0.iter().position(|word| word == name) else { return Ok(None) };
        self.0.remove(at);
        if at == self.0.len() {
            bail!("`{name}` needs a value\n\n{USAGE}");
        }
        Ok(Some(self.0.remove(at)))
    }

    fn take_number(&mut self, name: &str, usual: u64) -> Result<u64> {
        let Some(text) = self.take_option(name)? else { return Ok(usual) };
        text.parse().with_context(|| format!("`{text}` is no whole number for `{name}`"))
    }

    fn take_product(&mut self) -> Result<Product> {
        match self.next().as_deref() {
            Some("web") => Ok(Product::Web),
            Some("site-zip") => Ok(Product::SiteZip),
            Some("module") => Ok(Product::Module),
            Some("cli") => Ok(Product::Cli),
            _ => bail!("say what to build: `web`, `site-zip`, `module` or `cli`\n\n{USAGE}"),
        }
    }

    fn take_port(&mut self) -> Result<u16> {
        let Some(text) = self.take_option("--port")? else { return Ok(DEFAULT_PORT) };
        text.parse().with_context(|| format!("`{text}` is not a port (0 to 65535)"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(line: &str) -> Result<Command> {
        Command::parse(&line.split_whitespace().map(str::to_owned).collect::<Vec<_>>())
    }

    #[test]
    fn options_may_stand_before_or_after_the_step() {
        let expected = Command::Test { only: Some("core".to_owned()), is_full: true };
        assert_eq!(parse("test --full core").unwrap(), expected);
        assert_eq!(parse("test core --full").unwrap(), expected);
    }

    #[test]
    fn the_port_is_8017_unless_said() {
        assert_eq!(parse("start").unwrap(), Command::Start { port: 8017 });
        assert_eq!(parse("start --port 9000").unwrap(), Command::Start { port: 9000 });
    }

    #[test]
    fn what_is_built_may_be_under_a_policy() {
        let overlay = None;
        assert_eq!(parse("build web").unwrap(), Command::Build { product: Product::Web, overlay });
        let expected =
            Command::Build { product: Product::SiteZip, overlay: Some("own.yaml".into()) };
        assert_eq!(parse("build site-zip --overlay own.yaml").unwrap(), expected);
        assert!(parse("build --overlay own.yaml").unwrap_err().to_string().starts_with("say what"));
    }

    #[test]
    fn the_policies_are_written_unless_only_checked() {
        let expected = Command::FormatPolicies { is_check: true };
        assert_eq!(parse("fmt-policies --check").unwrap(), expected);
        let expected = Command::FormatPolicies { is_check: false };
        assert_eq!(parse("fmt-policies").unwrap(), expected);
    }

    #[test]
    fn every_target_is_fed_unless_one_is_named() {
        let all = Command::Fuzz { target: "all".to_owned(), inputs: 1_000_000, seed: 1 };
        assert_eq!(parse("fuzz").unwrap(), all);
        let one = Command::Fuzz { target: "json".to_owned(), inputs: 1, seed: 77 };
        assert_eq!(parse("fuzz json --inputs 1 --seed 77").unwrap(), one);
        assert!(parse("fuzz --inputs many").unwrap_err().to_string().contains("no whole number"));
    }

    #[test]
    fn a_port_that_is_no_number_is_named() {
        let err = parse("serve --port many").unwrap_err();
        assert_eq!(err.to_string(), "`many` is not a port (0 to 65535)");
    }

    #[test]
    fn an_option_without_its_value_is_refused() {
        assert!(parse("serve --dist").unwrap_err().to_string().starts_with("`--dist` needs"));
    }

    #[test]
    fn a_word_too_many_is_refused() {
        let err = parse("tools now").unwrap_err();
        assert!(err.to_string().starts_with("`tools` does not take `now`"));
    }
}
