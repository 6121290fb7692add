//! Judging an assessment.

use crate::exports::exports::kumomori::policy::assess::{
    Aspect, Evaluation, Gap, Options, Problem, Reading, Requirement, Role,
};
use crate::request::{Request, broken, lang, of};
use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use kumomori_wire::json::Node;

pub(crate) fn evaluate(
    assessment: &str,
    evidence: &[String],
    as_of: &str,
    options: &Options,
) -> Result<Evaluation, Vec<Problem>> {
    let evidence_field = |idx| format!("evidence[{idx}]");
    let files = evidence.iter().enumerate().map(|(idx, file)| (evidence_field(idx), file.as_str()));
    let all = [("assessment".to_owned(), assessment)].into_iter().chain(files);
    let is_broken = |(field, text): (String, &str)| broken(lang(options), field, text);
    let broken: Vec<Problem> = all.filter_map(is_broken).collect();
    if !broken.is_empty() {
        return Err(broken);
    }
    let mut request = Request::new(r#""frameworks","gaps""#, options)?;
    request.text("as_of", as_of);
    request.evidence(evidence);
    request.json("assessment", assessment);
    let ok = request.answer()?;
    let items = |name| ok.get(name).map(Node::items).unwrap_or_default().iter();
    Ok(Evaluation {
        requirements: items("requirements").map(requirement).collect(),
        gaps: items("gaps").map(gap).collect(),
    })
}

fn requirement(it: &Node) -> Requirement {
    Requirement {
        framework: of(it, "framework"),
        edition: of(it, "edition"),
        requirement: of(it, "requirement"),
        view: of(it, "view"),
        status: of(it, "status"),
        design: it.get("design").and_then(reading),
        operation: it.get("operation").and_then(reading),
    }
}

fn gap(it: &Node) -> Gap {
    let number = |name| it.get(name).and_then(Node::whole).unwrap_or(0);
    let nothing = Reading { low: 0, confirmed: 0, claimed: 0, high: 0 };
    let is_design = of(it, "dimension") == "design";
    let is_customer = of(it, "role") == "customer";
    Gap {
        control: of(it, "control"),
        role: if is_customer { Role::Customer } else { Role::Provider },
        aspect: if is_design { Aspect::Design } else { Aspect::Operation },
        kind: of(it, "kind"),
        reading: reading(it).unwrap_or(nothing),
        shortfall: u8::try_from(number("shortfall")).unwrap_or(u8::MAX),
        priority: number("priority"),
    }
}

fn reading(it: &Node) -> Option<Reading> {
    let levels = it.get("reading").filter(|it| !it.members().is_empty())?;
    let level = |name| levels.get(name).and_then(Node::whole).and_then(|it| u8::try_from(it).ok());
    Some(Reading {
        low: level("low")?,
        confirmed: level("confirmed")?,
        claimed: level("claimed")?,
        high: level("high")?,
    })
}
