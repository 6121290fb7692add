//! How the status of a requirement came about.

use super::{dimension::four, rule};
use crate::document::Document;
use crate::names::Names;
use crate::number::reading;
use crate::sentence;
use crate::table::{Cell, Table, Topic};
use crate::words::{self, Words};
use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec;
use alloc::vec::Vec;
use kumomori_core::assessment::Assessment;
use kumomori_core::attestation::Supported;
use kumomori_core::control::ControlRef;
use kumomori_core::control_result::ControlResult;
use kumomori_core::dimension::{Dimension, Reading};
use kumomori_core::evaluation::Evaluation;
use kumomori_core::framework::{Framework, Requirement, Row};
use kumomori_core::id::{AttestationId, FrameworkRef, RequirementId};
use kumomori_core::requirement::{RequirementResult, RequirementStatus};
use kumomori_core::role::{Role, View};
use kumomori_core::text::Lang;

/// How the status of a requirement came about for each view; `None` when it is not in scope.
pub fn requirement(
    names: &Names<'_>,
    assessment: &Assessment,
    evaluation: &Evaluation<'_>,
    framework: &FrameworkRef,
    id: &RequirementId,
) -> Option<Document> {
    let framework = names.library.framework(framework)?;
    let requirement = framework.requirement(id)?;
    let is_it =
        |it: &&RequirementResult<'_>| it.framework.id == framework.id && it.requirement.id == *id;
    let results: Vec<&RequirementResult<'_>> =
        evaluation.requirements.iter().filter(is_it).collect();
    if results.is_empty() {
        return None;
    }
    let case = Case { names, assessment, evaluation, framework, requirement };
    let mut document = Document::default();
    document.heading(1, format!("{} {id} {}", framework.name, names.prose(requirement.title)));
    document.facts(case.facts());
    document.heading(2, names.words(Words::new("対応する管理策", "Controls that answer it")));
    document.table(case.rows());
    document.list(case.missing());
    for result in results {
        case.conclude(result, &mut document);
    }
    Some(document)
}

struct Case<'a> {
    names: &'a Names<'a>,
    assessment: &'a Assessment,
    evaluation: &'a Evaluation<'a>,
    framework: &'a Framework,
    requirement: &'a Requirement,
}

impl<'a> Case<'a> {
    fn facts(&self) -> Vec<(String, String)> {
        let names = self.names;
        let asks =
            self.requirement.asks.iter().map(|(role, text)| {
                (names.words(words::role(*role)).to_owned(), names.prose(*text))
            });
        let category = self.requirement.category.iter().map(|id| {
            let title = names.category(&self.framework.id, id).to_owned();
            (names.words(Words::new("カテゴリ", "Category")).to_owned(), title)
        });
        let source = names.words(words::confidence(self.requirement.confidence)).to_owned();
        let source = (names.words(Words::new("出どころ", "Source")).to_owned(), source);
        category.chain(asks).chain([source]).collect()
    }

    /// Every row for every role that is judged, with the levels as seen from this requirement.
    fn rows(&self) -> Table {
        let names = self.names;
        let head = [
            Words::new("管理策", "Control"),
            Words::new("関係", "Part"),
            Words::new("観点", "Aspect"),
            words::dimension(Dimension::Design),
            words::assured_operation(),
            Words::new("対応付けの理由", "Why it is named"),
        ];
        let rows = self.requirement.rows.iter().flat_map(|row| self.row(row));
        Table {
            caption: String::new(),
            head: head.iter().map(|it| names.words(*it).to_owned()).collect(),
            rows: rows.collect(),
        }
    }

    fn row(&self, row: &Row) -> Vec<Vec<Cell>> {
        let ControlRef::Known(idx) = row.control else { return Vec::new() };
        let judged = |role: Role| {
            self.evaluation.requirements.iter().any(|it| {
                it.requirement.id == self.requirement.id
                    && it.framework.id == self.framework.id
                    && it.view == View::of(role)
            })
        };
        let results = self.evaluation.controls.iter().filter(|it| it.control_idx == idx);
        results
            .filter(|it| judged(it.role))
            .map(|result| {
                let topic = Topic::Control(result.control.id.clone());
                let mut cells = vec![
                    Cell::start(self.names.control_of(&result.control.id, result.role))
                        .about(topic),
                    Cell::start(self.names.words(words::part(row.part))),
                    Cell::start(self.names.words(words::aspects(row.aspects))),
                ];
                let seen = result.seen(self.supported(result));
                cells.extend(Dimension::ALL.map(|dimension| {
                    let counts = row.aspects.contains(dimension) && result.is_applicable();
                    let levels = seen.reading(dimension);
                    Cell::start(if counts { reading(levels) } else { "-".to_owned() })
                }));
                cells.push(Cell::start(self.names.prose(row.reason)));
                cells
            })
            .collect()
    }

    /// What of a control the attestations support that speak about this requirement.
    fn supported(&self, result: &ControlResult<'a>) -> Supported {
        let speaks = |id: &AttestationId| {
            let found = self.assessment.attestations.iter().find(|it| it.id == *id);
            found.is_some_and(|it| it.speaks_about(self.framework, self.requirement))
        };
        let of = |dimension| {
            let supporting = self.evaluation.supporting(self.assessment, result, dimension);
            supporting.into_iter().any(speaks)
        };
        Supported { design: of(Dimension::Design), operation: of(Dimension::Operation) }
    }

    fn missing(&self) -> Vec<String> {
        let ids: Vec<String> =
            self.requirement.planned_controls().map(ToString::to_string).collect();
        if ids.is_empty() {
            return Vec::new();
        }
        let ids = sentence::list(self.names, &ids);
        let rule = rule(self.names, "8");
        vec![match self.names.lang {
            Lang::Ja => format!("必要な管理策のうち、まだライブラリにないもの: {ids}{rule}。"),
            Lang::En => format!("Needed and not in the library yet: {ids}{rule}."),
        }]
    }

    fn conclude(&self, result: &RequirementResult<'a>, document: &mut Document) {
        let names = self.names;
        let status = names.words(words::requirement_status(result.status));
        let view = names.words(words::view(result.view));
        document.heading(2, format!("{view}: {status}"));
        document.paragraph(self.why(result));
        for dimension in Dimension::ALL {
            if let Some(minimum) = result.dimension(dimension) {
                self.bearing((result, dimension), minimum, document);
            }
        }
    }

    fn why(&self, result: &RequirementResult<'a>) -> String {
        let names = self.names;
        let meaning = names.words(words::requirement_status_meaning(result.status));
        let target = self.evaluation.target.number();
        let rule = rule(names, "8");
        let judged = matches!(result.status, RequirementStatus::Judged(_));
        match (names.lang, judged, result.view) {
            (Lang::Ja, true, View::Both) => {
                format!("{meaning}利用者と事業者のうち、低い方の値と悪い方の状態をとる{rule}。")
            }
            (Lang::En, true, View::Both) => format!(
                "{meaning} Of customer and provider, the lower values and the worse status count{rule}."
            ),
            (Lang::Ja, true, _) => format!(
                "{meaning}設計と担保済み運用をそれぞれ目標{target}と比べ、悪い方の状態をとる{rule}。"
            ),
            (Lang::En, true, _) => format!(
                "{meaning} Design and assured operation are each held against the target {target}; the worse counts{rule}."
            ),
            (_, false, _) => format!("{meaning}{rule}"),
        }
    }

    fn bearing(
        &self,
        (result, dimension): (&RequirementResult<'a>, Dimension),
        minimum: Reading,
        document: &mut Document,
    ) {
        let names = self.names;
        let status = minimum.status(self.evaluation.target);
        let status = names.words(words::status(status));
        let title = sentence::figures_name(names, dimension);
        document.heading(3, format!("{title}: {status}"));
        let deciding = sentence::controls(names, &self.evaluation.deciding(result, dimension));
        let levels = four(names, minimum);
        document.paragraph(match names.lang {
            Lang::Ja => format!("管理策の最小値をとり、{levels}。決め手は{deciding}。"),
            Lang::En => format!("The lowest of the controls: {levels}. Decided by {deciding}."),
        });
    }
}
