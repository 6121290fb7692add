//! The exported modules of Rego, run by regorus.

use crate::cases::Case;
use kumomori_core::text::Lang;
use kumomori_rego::collecting;
use kumomori_report::export::Export;
use kumomori_report::names::Names;
use regorus::{Engine, Value};

/// A prepared engine with the modules of a case, and one that collects their verdicts.
pub(crate) struct Modules {
    engine: Engine,
}

/// The export of a case.
pub(crate) fn export(case: &Case, use_it: impl FnOnce(Export<'_>)) {
    let policy = case.checks.policy();
    let names = |lang| Names {
        library: kumomori_data::library().unwrap(),
        checks: None,
        texts: kumomori_data::texts(lang).unwrap(),
        lang,
    };
    let (ja, en) = (names(Lang::Ja), names(Lang::En));
    let Case { checks, written, .. } = case;
    use_it(Export { checks, written, policy: &policy, ja, en, lang: Lang::En });
}

impl Modules {
    pub(crate) fn new(case: &Case) -> Self {
        let mut engine = Engine::new();
        engine.set_strict_builtin_errors(false);
        export(case, |it| {
            for file in it.rego().unwrap() {
                engine.add_policy(file.name, file.text).unwrap();
            }
        });
        let checks = case.checks.checks.iter().map(|it| it.id.as_str());
        engine.add_policy("all.rego".to_owned(), collecting(checks)).unwrap();
        Self { engine }
    }

    /// Reads a document.
    pub(crate) fn take(&mut self, document: &str) {
        self.engine.set_input(Value::from_json_str(document).unwrap());
    }

    /// The verdicts on it, as JSON.
    pub(crate) fn verdicts(&mut self) -> String {
        self.engine.eval_rule("data.all.verdicts".to_owned()).unwrap().to_json_str().unwrap()
    }
}
