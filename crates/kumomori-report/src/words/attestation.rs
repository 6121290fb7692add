//! Words for certificates and auditors' reports.

use super::Words;
use kumomori_core::attestation::{AttestationKind, AttestationState, Refusal};

/// The name of a kind of attestation.
pub const fn attestation_kind(kind: AttestationKind) -> Words {
    match kind {
        AttestationKind::IsoCertificate => Words::new("ISOの認証書", "ISO certificate"),
        AttestationKind::Soc2Type1 => Words::new("SOC 2 Type 1報告書", "SOC 2 Type 1 report"),
        AttestationKind::Soc2Type2 => Words::new("SOC 2 Type 2報告書", "SOC 2 Type 2 report"),
    }
}

/// Whether an attestation is there.
pub const fn attestation_state(state: AttestationState) -> Words {
    match state {
        AttestationState::Held => Words::new("発行済み", "Issued"),
        AttestationState::Planned => Words::new("予定", "Planned"),
        AttestationState::Expired => Words::new("期限切れ", "Expired"),
    }
}

/// Why an attestation gives nothing, as a clause.
pub const fn refusal(refusal: Refusal) -> Words {
    match refusal {
        Refusal::Planned => Words::new("まだ予定の段階である", "it is only planned"),
        Refusal::Expired => Words::new("期限が切れている", "it has expired"),
        Refusal::OtherService => Words::new(
            "対象範囲にこのサービスが明記されていない",
            "its scope does not name this service",
        ),
        Refusal::OutOfDate => Words::new(
            "日付がないか、評価日に有効な期間ではない",
            "its dates are missing or do not reach the day of the evaluation",
        ),
    }
}
