//! What is asked, and of which documents.

use kumomori_check::compile::compile;
use kumomori_core::checks::{Check, Checks, Written};
use kumomori_tests::policies::written;
use serde_json::{Value, json};
use std::fmt::Write;

/// Checks of one kind, and a document to ask.
pub(crate) struct Case {
    /// Its name, also of its files.
    pub(crate) name: &'static str,
    /// What is measured.
    pub(crate) way: Way,
    /// The checks, all of one kind.
    pub(crate) checks: Checks,
    /// How each of them is written.
    pub(crate) written: Vec<Written>,
    /// The document, the envelope not around it.
    pub(crate) document: String,
}

/// What of a case is measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Way {
    /// One check of a document that was read before.
    Leaf,
    /// From the bytes of a document to the verdicts as JSON.
    Verdicts,
    /// From the bytes of a document to the verdicts with their reasons as JSON.
    Reasons,
}

impl Way {
    /// The word for the module's host.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Leaf => "leaf",
            Self::Verdicts => "verdicts",
            Self::Reasons => "reasons",
        }
    }
}

/// A leaf alone.
const LEAF: [&str; 1] = ["identity_accounts[0].kind == 'person'"];
/// What a platform engineer asks of a whole inventory.
const OWN: [&str; 3] = [
    "identity_accounts.all(a, a.kind != 'person' || a.mfa)",
    "identity_accounts.all(a, !a.admin || a.origin_restricted)",
    "identity_accounts.exists(a, a.admin)",
];
/// How many checks are asked of the profile.
const MANY: usize = 120;

/// All cases.
pub(crate) fn cases() -> [Case; 4] {
    let account = format!("[{}]", account());
    [
        own("leaf", Way::Leaf, &LEAF, account.clone()),
        library("account", Way::Verdicts, ("identity-accounts", 8), account),
        library("profile", Way::Reasons, ("service-profile", MANY), profile()),
        own("inventory", Way::Verdicts, &OWN, inventory(100_000)),
    ]
}

/// A case of checks that somebody wrote.
fn own(name: &'static str, way: Way, expressions: &[&str], document: String) -> Case {
    let all = kumomori_data::checks().unwrap();
    let place = all.kind("identity-accounts").unwrap();
    let like = all.of_kind(place).next().unwrap();
    let checks = expressions.iter().zip(1..).map(|(text, n)| {
        let kind = &all.kinds.get(place).unwrap().kind;
        let expect = compile(text, kind, &all.policy()).unwrap();
        let id = format!("own-{n}").parse().unwrap();
        let written = Written { check: like.id.clone(), when: None, expect: (*text).to_owned() };
        (Check { id, when: None, expect, ..like.clone() }, written)
    });
    case(name, way, &all, checks.collect(), document)
}

/// A case of the library's checks of a kind, asked again and again until there are so many.
fn library(name: &'static str, way: Way, (kind, n): (&str, usize), document: String) -> Case {
    let (all, written) = (kumomori_data::checks().unwrap(), written());
    let of_kind: Vec<&Check> = all.of_kind(all.kind(kind).unwrap()).collect();
    let checks = of_kind.iter().cycle().take(n).enumerate().map(|(idx, check)| {
        let id = format!("{}-{}", check.id.as_str(), idx / of_kind.len());
        let written = written.iter().find(|it| it.check == check.id).unwrap().clone();
        (Check { id: id.parse().unwrap(), ..(*check).clone() }, written)
    });
    case(name, way, &all, checks.collect(), document)
}

fn case(
    name: &'static str,
    way: Way,
    all: &Checks,
    mut checks: Vec<(Check, Written)>,
    document: String,
) -> Case {
    checks.sort_by(|(a, _), (b, _)| a.id.cmp(&b.id));
    let kind = checks.first().unwrap().0.kind;
    let written =
        checks.iter().map(|(check, it)| Written { check: check.id.clone(), ..it.clone() });
    let written = written.collect();
    let checks = Checks {
        kinds: vec![all.kinds.get(kind).unwrap().clone()],
        thresholds: all.thresholds.clone(),
        checks: checks.into_iter().map(|(it, _)| Check { kind: 0, ..it }).collect(),
    };
    Case { name, way, checks, written, document }
}

/// An account of about 350 bytes, of which every check of the kind can be asked.
fn account() -> Value {
    json!({
        "id": "3f6c0c2e-8a54-4b7e-9d1b-5f0a2c9e7d31", "source": "directory", "kind": "person",
        "enabled": true, "admin": true, "mfa": true,
        "password_login": true, "ssh_key": true, "origin_restricted": true, "employed": true,
        "opened_at": "2024-04-01T00:00:00Z", "last_used_at": "2026-10-30T02:10:00Z",
        "reviewed_at": "2026-10-05T00:00:00Z", "as_of": "2026-11-01T00:00:00Z",
    })
}

/// The profile of a service of about 4 KB that falls short here and there.
fn profile() -> String {
    let law = |n: usize| {
        let year = if n.is_multiple_of(10) { 2024 } else { 2026 };
        json!({
            "name": format!("Duty {n} of the register"), "owner": "legal counsel",
            "reviewed_at": format!("{year}-10-01T00:00:00Z"),
        })
    };
    let document = json!({
        "service": "Example Translate", "role": "provider", "model": "SaaS",
        "as_of": "2026-11-01T00:00:00Z", "data_classes": ["internal", "confidential", "personal"],
        "responsibility": {
            "matrix": true, "unassigned_tasks": 3, "reviewed_at": "2026-09-01T00:00:00Z",
            "last_service_change_at": "2026-08-10T00:00:00Z",
        },
        "contract": {
            "secondary_use_forbidden": false, "incident_notice_hours": 48,
            "availability_percent": 99.9, "reviewed_at": "2026-09-03T00:00:00Z",
        },
        "promised_countries": ["JP"], "storage_countries": ["JP"],
        "processing_countries": ["JP", "US"], "access_countries": ["JP"],
        "assurance": [
            {
                "type": "ISO/IEC 27017", "state": "held", "covers_service": true,
                "current_until": "2028-03-31T00:00:00Z",
            },
            {
                "type": "SOC 2 Type 2", "state": "held", "covers_service": true,
                "current_until": "2027-06-30T00:00:00Z", "period_from": "2025-07-01T00:00:00Z",
                "period_to": "2026-06-30T00:00:00Z", "exceptions_reviewed": true,
                "customer_controls_assigned": true,
            },
        ],
        "laws": (0..29).map(law).collect::<Vec<_>>(),
        "laws_searched_at": "2026-10-01T00:00:00Z",
        "incidents": {
            "plan": true, "roles_without_contact": 0,
            "contacts_checked_at": "2026-09-24T00:00:00Z", "exercised_at": "2026-06-18T00:00:00Z",
        },
    });
    document.to_string()
}

/// Accounts with what the own checks read.
fn inventory(n: usize) -> String {
    let mut text = String::from("[");
    for idx in 0..n {
        let between = if idx == 0 { "" } else { "," };
        write!(
            text,
            "{between}{{\"id\":\"u-{idx:06}\",\"kind\":\"person\",\"admin\":{},\"mfa\":true,\
             \"origin_restricted\":true}}",
            idx == 0,
        )
        .unwrap();
    }
    text + "]"
}
