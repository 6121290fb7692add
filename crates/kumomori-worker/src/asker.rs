//! Asks one file after another.

use kumomori_check::document::place;
use kumomori_core::checks::Checks;
use kumomori_core::checks::asking::{Asked, NotAsked, Questions};
use kumomori_core::testimony::Told;
use kumomori_core::text::Lang;
use kumomori_report::check::{not_asked, said};

/// The checks, ready to be asked.
pub(crate) struct Asker(Questions<'static>);

impl Asker {
    /// Asks checks with their default thresholds.
    pub(crate) fn new(checks: &'static Checks) -> Self {
        Self(Questions::new(checks, checks.policy()))
    }

    /// What a file says.
    pub(crate) fn ask(&self, file: &[u8]) -> Told {
        match self.0.ask(file) {
            Ok(asked) => told(&asked),
            Err(problem) => refused(file, &problem),
        }
    }
}

fn told(asked: &Asked<'_>) -> Told {
    let because = asked.answers.iter().map(|it| (said(Lang::Ja, it), said(Lang::En, it)));
    Told::Asked { testimony: asked.testimony(), because: because.collect() }
}

fn refused(file: &[u8], problem: &NotAsked) -> Told {
    let at = Some(place(file, problem.at()));
    Told::Refused { why: (not_asked(Lang::Ja, problem), not_asked(Lang::En, problem)), at }
}

#[cfg(test)]
mod tests {
    use super::*;
    use kumomori_core::pack::{read_told, write_told};

    fn ask(file: &str) -> Told {
        let checks = Box::leak(Box::new(kumomori_data::checks().unwrap()));
        let told = Asker::new(checks).ask(file.as_bytes());
        assert_eq!(read_told(&write_told(&told)), Some(told.clone()), "it comes back as it was");
        told
    }

    #[test]
    fn a_file_is_told_in_both_languages() {
        let told = ask(
            r#"{"kind":"tls-endpoints","role":"provider","collected_at":"2026-06-01","period":{"from":"2026-01-01","to":"2026-06-01"},"document":[{"min_version":"TLS1.0"}]}"#,
        );
        let Told::Asked { testimony, because } = told else { panic!("{told:?}") };
        let floor = testimony.statements.iter().position(|it| it.check.as_str() == "tls-floor");
        let (ja, en) = &because[floor.unwrap()];
        assert_eq!(ja, &["`[0].min_version`はTLS1.0。>= TLS1.2が必要"]);
        assert_eq!(en, &["`[0].min_version` is TLS1.0, needed is >= TLS1.2"]);
    }

    #[test]
    fn a_file_that_cannot_be_asked_says_where() {
        let told = ask("{\"kind\":\"tls-endpoints\",\n\"証拠\":?}");
        let Told::Refused { why: (_, en), at } = told else { panic!("{told:?}") };
        assert_eq!((en.as_str(), at), ("it is not JSON: a value should stand here", Some((2, 6))));
    }
}
