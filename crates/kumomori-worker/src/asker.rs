//! Asks one file after another.

use kumomori_check::document::place;
use kumomori_core::checks::asking::{Asked, NotAsked, Questions};
use kumomori_core::checks::{Checks, EvidenceKind};
use kumomori_core::testimony::Told;
use kumomori_core::text::Lang;
use kumomori_import::form::lacking;
use kumomori_import::given::Given;
use kumomori_import::note::Note;
use kumomori_import::reading::{Reading, read, recognize};
use kumomori_report::check::{not_asked, said};
use kumomori_report::import::notes;

/// The checks, ready to be asked.
pub(crate) struct Asker(Questions<'static>);

/// What a file says, and the evidence file that it was turned into where a tool printed it.
pub(crate) struct Answer {
    pub(crate) told: Told,
    pub(crate) made: Option<String>,
}

impl Asker {
    /// Asks checks with their default thresholds.
    pub(crate) fn new(checks: &'static Checks) -> Self {
        Self(Questions::new(checks, checks.policy()))
    }

    /// What a file says; what a known tool printed is turned into an evidence file first.
    pub(crate) fn ask(&self, file: &[u8]) -> Answer {
        let problem = match self.0.ask(file) {
            Ok(asked) => return Answer { told: told(&asked, file, &[]), made: None },
            Err(problem) => problem,
        };
        let printed = recognize(file).and_then(|it| read(it, file, &Given::default()).ok());
        let Some(Reading { text, notes, .. }) = printed else {
            return Answer { told: refused(file, &problem), made: None };
        };
        let told = match self.0.ask(text.as_bytes()) {
            Ok(asked) => told(&asked, text.as_bytes(), &notes),
            Err(problem) => refused(text.as_bytes(), &problem),
        };
        Answer { told, made: Some(text) }
    }
}

fn told(asked: &Asked<'_>, file: &[u8], unread: &[Note]) -> Told {
    let because = asked.answers.iter().map(|it| (said(Lang::Ja, it), said(Lang::En, it)));
    let [ja, en] = Lang::ALL.map(|lang| notes(lang, unread));
    let is_printed = asked.origin.tool.is_some() && asked.kind.kind.is_list;
    Told::Asked {
        testimony: asked.testimony(),
        because: because.collect(),
        notes: ja.into_iter().zip(en).collect(),
        lacking: if is_printed { names(asked.kind, file) } else { Vec::new() },
    }
}

/// The names of the fields that some element lacks.
fn names(kind: &EvidenceKind, file: &[u8]) -> Vec<String> {
    let Ok(text) = core::str::from_utf8(file) else { return Vec::new() };
    let name = |idx: usize| kind.kind.fields.get(idx).map(|it| it.name.clone());
    lacking(kind, text).into_iter().filter_map(name).collect()
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
        let told = Asker::new(checks).ask(file.as_bytes()).told;
        assert_eq!(read_told(&write_told(&told)), Some(told.clone()), "it comes back as it was");
        told
    }

    #[test]
    fn a_file_is_told_in_both_languages() {
        let told = ask(
            r#"{"kind":"tls-endpoints","role":"provider","collected_at":"2026-06-01","period":{"from":"2026-01-01","to":"2026-06-01"},"document":[{"min_version":"TLS1.0"}]}"#,
        );
        let Told::Asked { testimony, because, .. } = told else { panic!("{told:?}") };
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

    #[test]
    fn what_a_tool_printed_becomes_evidence() {
        let checks = Box::leak(Box::new(kumomori_data::checks().unwrap()));
        let printed = r#"[{"name":"docs","location":"ASIA-NORTHEAST1","default_kms_key":"k"}]"#;
        let Answer { told, made } = Asker::new(checks).ask(printed.as_bytes());
        let Told::Asked { testimony, notes, lacking, .. } = told else { panic!("{told:?}") };
        assert_eq!(testimony.kind, "storage-inventory");
        assert!(lacking.contains(&"data_class".to_owned()), "{lacking:?}");
        assert!(notes.iter().any(|(ja, en)| ja.contains("1行目") && en.contains("line 1")));
        assert!(made.unwrap().contains(r#""key_holder": "customer""#));
    }
}
