//! The shape of an evaluation file.

use crate::assessment::LIBRARY;
use crate::shape::{Case, Doc, Field, Shape};
use crate::word::Worded;
use kumomori_core::attestation::Refusal;
use kumomori_core::checks::Severity;
use kumomori_core::control_result::{Applies, Flag};
use kumomori_core::dimension::Dimension;
use kumomori_core::evidence::Discount;
use kumomori_core::gap::GapKind;
use kumomori_core::ladder::Rung;
use kumomori_core::requirement::RequirementStatus;
use kumomori_core::risk::RiskStatus;
use kumomori_core::role::{Role, View};
use kumomori_core::sample::SampleRule;
use kumomori_core::testimony::{LeftOut, Verdict};

/// The name of the format with its version.
pub const FORMAT: &str = "kumomori.evaluation/1";

const COUNT: Shape = Shape::Integer { min: 0, max: u32::MAX };
const GRADE: Shape = Shape::Integer { min: 0, max: 4 };
const READING: Shape = Shape::Object(&[
    Field::required("low", Shape::LEVEL, "What answers and evidence alone show."),
    Field::required("confirmed", Shape::LEVEL, "What is confirmed by evidence or attested."),
    Field::required("claimed", Shape::LEVEL, "What is said."),
    Field::required("high", Shape::LEVEL, "What is possible if every unknown rung holds."),
]);
const SHARE: Shape = Shape::Object(&[
    Field::required("part", COUNT, "The part of the weight."),
    Field::required("of", COUNT, "The whole weight."),
]);
const CONTROL: Field = Field::required("control", Shape::Id, "The control.");
const ROLE: Field = Field::required("role", Shape::Choice(Role::WORDS), "Whose duty it is.");
const VIEW: Field = Field::required("view", Shape::Choice(View::WORDS), "Whose duties count.");
const FRAMEWORK: Field = Field::required("framework", Shape::Id, "The framework.");
const EDITION: Field = Field::required("edition", Shape::Id, "Its edition.");
const NAMED: Shape = Shape::list(&Shape::Object(&[CONTROL, ROLE]));
const IDS: Shape = Shape::list(&Shape::Id);
const PLANNED: Field =
    Field::required("planned", IDS, "Controls that it needs and the library does not have yet.");

/// The whole file.
pub(crate) static SHAPE: Shape = Shape::Object(&[
    Field::required("format", Shape::Format(FORMAT), "The format and its version."),
    Field::required("as_of", Shape::Date, "The day of the evaluation."),
    Field::required("assessment", Shape::Id, "The id of the assessment."),
    Field::required("library", Shape::Object(LIBRARY), "The library it was judged against."),
    Field::required("target_level", Shape::Integer { min: 0, max: 5 }, "The level to reach."),
    Field::required("roles", Shape::list(&Shape::Choice(Role::WORDS)), "Whose duties are judged."),
    Field::required(
        "groups",
        Shape::list(&Shape::Object(GROUP)),
        "Figures: overall, then by target, then by domain; view by view.",
    ),
    Field::required(
        "requirements",
        Shape::list(&Shape::Object(REQUIREMENT)),
        "Every requirement in scope, by target, in the framework's order.",
    ),
    Field::required(
        "controls",
        Shape::list(&Shape::Object(RESULT)),
        "Every control of the library for every role in scope that has a duty.",
    ),
    Field::required(
        "gaps",
        Shape::list(&Shape::Object(GAP)),
        "Gaps, the one most worth closing first.",
    ),
    Field::required("risks", Shape::list(&Shape::Object(RISK)), "Risks, in the library's order."),
    Field::required(
        "attestations",
        Shape::list(&Shape::Object(ATTESTATION)),
        "What each attestation gives, in the assessment's order.",
    ),
    Field::required(
        "evidence",
        Shape::list(&Shape::Object(DOCUMENT)),
        "What each evidence document counts for, in the order in which they were given.",
    ),
    Field::required(
        "wanted",
        Shape::list(&Shape::Object(WANTED)),
        "Checks that could show what nothing shows yet, by control.",
    ),
    Field::required("warnings", Shape::list(&WARNING), "What was left out of the figures and why."),
]);

const GROUP: &[Field] = &[
    Field::required("group", GROUP_KEY, "What the figures are about."),
    VIEW,
    Field::required("not_applicable", SHARE, "Weight that is not applicable."),
    Field::required(
        "thin",
        Shape::Boolean,
        "Whether so much is not applicable that the rest says little.",
    ),
    Field::required(
        "design",
        Shape::Nullable(&FIGURES),
        "Figures of design; null when nothing in the group applies.",
    ),
    Field::required(
        "operation",
        Shape::Nullable(&FIGURES),
        "Figures of assured operation; null when nothing in the group applies.",
    ),
];

const GROUP_KEY: Shape = Shape::Tagged {
    tag: "kind",
    doc: Doc::of("The kind of group."),
    cases: &[
        Case { tag: "overall", fields: &[] },
        Case { tag: "framework", fields: &[FRAMEWORK, EDITION] },
        Case { tag: "domain", fields: &[Field::required("domain", Shape::Id, "The domain.")] },
    ],
};

static FIGURES: Shape = Shape::Object(&[
    Field::required(
        "group_level",
        READING,
        "The level that key controls and most of the weight reach.",
    ),
    Field::required(
        "mean",
        Shape::Object(&[
            Field::required("low", MEAN, "Of the low levels."),
            Field::required("confirmed", MEAN, "Of the confirmed levels."),
            Field::required("claimed", MEAN, "Of the claimed levels."),
            Field::required("high", MEAN, "Of the high levels."),
        ]),
        "The weighted means of the levels.",
    ),
    Field::required(
        "floor",
        Shape::Nullable(&FLOOR),
        "The lowest key controls; null when there is no key control.",
    ),
    Field::required("coverage", SHARE, "Answered weight of applicable weight."),
    Field::required(
        "provisional",
        Shape::Boolean,
        "Whether too little is answered to rely on the rest.",
    ),
    Field::required("evidence", SHARE, "Weight with strong fresh evidence."),
    Field::required(
        "lift",
        Shape::Nullable(&LIFT),
        "What would lift the group level by one; null at level 5.",
    ),
]);

const MEAN: Shape = Shape::Object(&[
    Field::required("sum", COUNT, "Sum of weight times level."),
    Field::required("weight", COUNT, "Sum of weights."),
    Field::required("value", Shape::Decimal, "The quotient, rounded half up."),
]);

static FLOOR: Shape = Shape::Object(&[
    Field::required("level", Shape::LEVEL, "Their confirmed level."),
    Field::required("controls", NAMED, "All key controls that have it."),
]);

static LIFT: Shape = Shape::Object(&[
    Field::required("to", Shape::LEVEL, "The level that each must reach."),
    Field::required("needed", COUNT, "How many controls there are in all."),
    Field::required("controls", NAMED, "The first of them, at most ten."),
]);

const REQUIREMENT: &[Field] = &[
    FRAMEWORK,
    EDITION,
    Field::required("requirement", Shape::Id, "The requirement."),
    VIEW,
    Field::required("status", Shape::Choice(RequirementStatus::WORDS), "The conclusion."),
    Field::required("design", Shape::Nullable(&BEARING), "Design, where a row asks for it."),
    Field::required(
        "operation",
        Shape::Nullable(&BEARING),
        "Assured operation, where a row asks for it.",
    ),
    PLANNED,
];

static BEARING: Shape = Shape::Object(&[
    Field::required("reading", READING, "The minimum over the controls."),
    Field::required(
        "deciding",
        NAMED,
        "The contradicted controls, or those whose confirmed level is that minimum.",
    ),
]);

const RESULT: &[Field] = &[
    CONTROL,
    ROLE,
    Field::required("domain", Shape::Id, "The domain it stands in."),
    Field::required("weight", COUNT, "Its weight."),
    Field::required("key", Shape::Boolean, "Whether it is a key control."),
    Field::required("in_scope", Shape::Boolean, "Whether a target or a flag brings it in."),
    Field::required(
        "applies",
        Shape::Choice(Applies::WORDS),
        "Whether it applies; unjustified counts as unanswered.",
    ),
    Field::required("design", Shape::Object(DIMENSION), "What its design amounts to."),
    Field::required("operation", Shape::Object(DIMENSION), "What its operation amounts to."),
    Field::required("assured", READING, "The lower of design and operation."),
    Field::required(
        "flag",
        Shape::Nullable(&Shape::Choice(Flag::WORDS)),
        "Which of design and operation runs ahead by two levels or more.",
    ),
    Field::required("sample", Shape::Nullable(&SAMPLE), "What its sample shows."),
];

const DIMENSION: &[Field] = &[
    Field::required(
        "rungs",
        Shape::Array { items: &Shape::Choice(Rung::WORDS), min: 5, max: 5 },
        "The rungs as answered.",
    ),
    Field::required("answered", Shape::Boolean, "Whether at least one rung is known."),
    Field::required("grade", GRADE, "The highest grade that counts."),
    Field::required(
        "strong",
        Shape::Boolean,
        "Whether an entry or supporting check of grade 3 or more is fresh.",
    ),
    Field::required("evidence", Shape::list(&Shape::Object(USE)), "What each entry counts for."),
    Field::required(
        "checks",
        Shape::list(&Shape::Object(CHECK_USE)),
        "What checks on evidence documents say.",
    ),
    Field::required("cap", Shape::LEVEL, "The level that the evidence allows."),
    Field::required("supported_by", IDS, "Attestations that support it."),
    Field::required(
        "held_by",
        Shape::Nullable(&Shape::Id),
        "The attestation whose exception holds it at level 1.",
    ),
    Field::required("reading", READING, "The levels."),
];

const USE: &[Field] = &[
    Field::required("entry", COUNT, "Its place in the answer, from 0."),
    GIVEN,
    COUNTED,
    FRESH,
    BECAUSE,
];

const GIVEN: Field = Field::required("given", GRADE, "The grade it was given.");
const COUNTED: Field = Field::required(
    "counted",
    Shape::Nullable(&GRADE),
    "The grade it counts with; null when it is left out.",
);
const FRESH: Field = Field::required("fresh", Shape::Boolean, "Whether its date is recent enough.");
const BECAUSE: Field = Field::required(
    "because",
    Shape::Nullable(&Shape::Choice(Discount::WORDS)),
    "Why it counts for less than it was given.",
);
const CHECK: Field = Field::required("check", Shape::Id, "The check.");
const KIND: Field = Field::required("kind", Shape::Id, "The kind of evidence.");
const DIMENSION_WORD: Field =
    Field::required("dimension", Shape::Choice(Dimension::WORDS), "The dimension.");

const CHECK_USE: &[Field] = &[
    CHECK,
    Field::required("severity", Shape::Choice(Severity::WORDS), "How much a contradiction weighs."),
    Field::required("verdict", Shape::Choice(Verdict::WORDS), "What the document says."),
    Field::required("document", COUNT, "The document, by its place in `evidence`, from 0."),
    GIVEN,
    COUNTED,
    FRESH,
    BECAUSE,
];

const DOCUMENT: &[Field] = &[
    KIND,
    Field::required(
        "tool",
        Shape::Nullable(&Shape::TEXT),
        "What collected it; null when it was typed in by hand.",
    ),
    Field::required("source", Shape::TEXT, "What it was collected from; may be empty."),
    Field::required("collected", Shape::Nullable(&Shape::Date), "The day it was collected."),
    Field::required(
        "outcome",
        Shape::Tagged {
            tag: "counts",
            doc: Doc::of("Whether it is heard."),
            cases: &[
                Case { tag: "yes", fields: &[ROLE, GIVEN, COUNTED, FRESH, BECAUSE] },
                Case {
                    tag: "no",
                    fields: &[Field::required("because", Shape::Choice(LeftOut::WORDS), "Why.")],
                },
            ],
        },
        "What it counts for.",
    ),
];

const WANTED: &[Field] = &[
    CONTROL,
    ROLE,
    DIMENSION_WORD,
    CHECK,
    KIND,
    Field::required(
        "insufficient",
        Shape::Boolean,
        "Whether a document was asked and lacks what is needed; otherwise there is none.",
    ),
];

static SAMPLE: Shape = Shape::Object(&[
    Field::required("population", Shape::Nullable(&COUNT), "All items; null when unknown."),
    Field::required("tested", COUNT, "Items tested."),
    Field::required("deviations", COUNT, "Items found bad."),
    Field::required("automated", Shape::Boolean, "Whether the control is automated."),
    Field::required(
        "unchanged_since",
        Shape::Nullable(&Shape::Date),
        "The day since which it has not been changed.",
    ),
    Field::required("confidence", COUNT, "The confidence asked for, in permille."),
    Field::required("tolerable", COUNT, "The tolerable share of deviations, in permille."),
    Field::required(
        "bound",
        COUNT,
        "The worst share of deviations that fits the sample, in parts per million.",
    ),
    Field::required("rule", Shape::Choice(SampleRule::WORDS), "By which rule it was judged."),
    Field::required("passed", Shape::Boolean, "Whether it passes."),
]);

const GAP: &[Field] = &[
    CONTROL,
    ROLE,
    DIMENSION_WORD,
    Field::required("kind", Shape::Choice(GapKind::WORDS), "Why it is below the target."),
    Field::required("reading", READING, "The levels as they stand."),
    Field::required("shortfall", Shape::LEVEL, "Target minus confirmed, at least 0."),
    Field::required("reach", COUNT, "How many requirements' statuses it decides."),
    Field::required("priority", COUNT, "Weight times shortfall times one more than reach."),
    Field::required("key", Shape::Boolean, "Whether the control is key."),
    Field::required("effort", COUNT, "The control's effort, 1 to 5."),
];

const RISK: &[Field] = &[
    Field::required("risk", Shape::Id, "The risk."),
    Field::required("status", Shape::Choice(RiskStatus::WORDS), "The conclusion."),
    Field::required("deciding", NAMED, "The controls whose status is the conclusion."),
    PLANNED,
];

const ATTESTATION: &[Field] = &[
    Field::required("attestation", Shape::Id, "The attestation."),
    Field::required(
        "outcome",
        Shape::Tagged {
            tag: "counts",
            doc: Doc::of("Whether it gives anything."),
            cases: &[
                Case {
                    tag: "yes",
                    fields: &[
                        Field::required(
                            "operation",
                            Shape::Boolean,
                            "Whether it supports operation beside design.",
                        ),
                        Field::required(
                            "target",
                            Shape::Boolean,
                            "Whether its framework is among the targets.",
                        ),
                    ],
                },
                Case {
                    tag: "no",
                    fields: &[Field::required("because", Shape::Choice(Refusal::WORDS), "Why.")],
                },
            ],
        },
        "What it gives.",
    ),
];

const WARNING: Shape = Shape::Tagged {
    tag: "warning",
    doc: Doc::of("The kind of warning."),
    cases: &[
        Case { tag: "unknown-control", fields: &[CONTROL] },
        Case { tag: "role-out-of-scope", fields: &[CONTROL, ROLE] },
        Case { tag: "no-duty", fields: &[CONTROL, ROLE] },
        Case { tag: "unjustified", fields: &[CONTROL, ROLE] },
        Case {
            tag: "discounted",
            fields: &[
                CONTROL,
                ROLE,
                Field::required("entry", COUNT, "Its place in the answer, from 0."),
                Field::required("because", Shape::Choice(Discount::WORDS), "Why."),
            ],
        },
        Case {
            tag: "unknown-attestation",
            fields: &[
                CONTROL,
                ROLE,
                Field::required("attestation", Shape::Id, "The name it gives."),
            ],
        },
        Case { tag: "unknown-target", fields: &[FRAMEWORK, EDITION] },
    ],
};
