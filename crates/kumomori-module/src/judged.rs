//! What follows from the assessment of a request.

use crate::asked::{self, All};
use crate::diagnosis::Diagnosis;
use crate::explained::explained;
use crate::request::{Request, Wants};
use alloc::format;
use alloc::vec;
use alloc::vec::Vec;
use kumomori_check::document::Piece;
use kumomori_core::checks::Checks;
use kumomori_core::evaluation::evaluate;
use kumomori_core::library::Library;
use kumomori_core::testimony::{Hearing, Testimony};
use kumomori_core::text::Lang;
use kumomori_report::words::Words;
use kumomori_wire::assessment::read_assessment;
use kumomori_wire::evaluation::part;
use kumomori_wire::json::Node;
use kumomori_wire::write::object;

/// What follows from an assessment only.
pub(crate) const WANTS: [&str; 6] =
    ["controls", "frameworks", "gaps", "risks", "explain", "evaluation"];

/// That something is wanted which follows from an assessment, and there is none.
pub(crate) fn no_assessment(request: &Request<'_>, want: &str) -> Diagnosis {
    let message = match request.lang {
        Lang::Ja => format!("`{want}`には`assessment`が要る"),
        Lang::En => format!("`assessment` is needed for `{want}`"),
    };
    Diagnosis::new(request.bytes, 0, "assessment", message, None)
}

/// The wanted parts of the evaluation of an assessment, with the evidence of the request.
pub(crate) fn judge(
    request: &Request<'_>,
    assessment: &Piece<'_>,
    library: &Library,
    checks: &Checks,
    all: &All<'_>,
) -> Result<Node, Vec<Diagnosis>> {
    let lang = request.lang;
    let Some(as_of) = request.as_of else {
        let message = Words::new("評価日(`as_of`)がない", "the day of the evaluation is missing");
        let message = message.of(lang);
        let help = Some("`\"as_of\": \"2026-06-30\"`".into());
        return Err(vec![Diagnosis::new(request.bytes, assessment.at, "as_of", message, help)]);
    };
    let problems = asked::problems(request, all);
    if !problems.is_empty() {
        return Err(problems);
    }
    let reading = read_assessment(assessment.text.as_bytes(), library, as_of).map_err(|found| {
        let of = |it| Diagnosis::of_assessment(lang, request.bytes, assessment.at, it);
        found.iter().map(of).collect::<Vec<_>>()
    })?;
    let said = all.iter().flatten().map(|it| {
        let said = it.testimony();
        Testimony { role: said.role.or(request.role), ..said }
    });
    let said: Vec<Testimony> = said.collect();
    let heard = Some(checks).filter(|_| !said.is_empty());
    let hearing = Hearing { testimonies: &said, checks: heard };
    let evaluation = evaluate(library, &reading.assessment, hearing, as_of);
    let mut judged = object([]);
    if request.wants.has("explain") {
        let explained = explained(request, library, &reading.assessment, &evaluation)?;
        judged = object([("explain", explained)]);
    }
    Ok(parts(&request.wants).into_iter().fold(judged, |whole, name| {
        whole.followed_by(part(&evaluation, &reading.assessment, name))
    }))
}

/// The parts of an evaluation that are wanted, each once.
fn parts(wants: &Wants) -> Vec<&'static str> {
    let all = wants.has("evaluation");
    let pairs = [
        ("groups", all || wants.has("frameworks")),
        ("requirements", all || wants.has("frameworks")),
        ("controls", all || wants.has("controls")),
        ("gaps", all || wants.has("gaps")),
        ("risks", all || wants.has("risks")),
        ("attestations", all),
        ("evidence", all),
        ("wanted", all || wants.has("gaps")),
        ("warnings", true),
    ];
    pairs.into_iter().filter(|(_, is_wanted)| *is_wanted).map(|(name, _)| name).collect()
}
