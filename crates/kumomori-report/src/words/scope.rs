//! Words for what an assessment covers.

use super::Words;
use kumomori_core::assessment::{DataClass, ExclusionReason, ServiceModel, SubjectKind};
use kumomori_core::control::CallsFor;
use kumomori_core::merge::Field;
use kumomori_core::role::{Role, View};

/// The name of a field of an assessment.
pub const fn field(field: Field) -> Words {
    match field {
        Field::Title => Words::new("題名", "Title"),
        Field::Subject => Words::new("評価対象", "Subject"),
        Field::Scope => Words::new("対象範囲", "Scope"),
        Field::Window => Words::new("観察期間", "Observation window"),
        Field::Migrations => Words::new("版の移行", "Move to another edition"),
    }
}

/// The name of a role.
pub const fn role(role: Role) -> Words {
    match role {
        Role::Customer => Words::new("利用者", "Customer"),
        Role::Provider => Words::new("事業者", "Provider"),
    }
}

/// What a role is, in one sentence.
pub const fn role_meaning(role: Role) -> Words {
    match role {
        Role::Customer => Words::new(
            "クラウドサービスを利用する組織。",
            "The organization that uses the service.",
        ),
        Role::Provider => Words::new(
            "クラウドサービスを提供する組織。",
            "The organization that offers the service.",
        ),
    }
}

/// The name of a view.
pub const fn view(view: View) -> Words {
    match view {
        View::Customer => role(Role::Customer),
        View::Provider => role(Role::Provider),
        View::Both => Words::new("両方", "Both roles"),
    }
}

/// The name of a kind of subject.
pub const fn subject_kind(kind: SubjectKind) -> Words {
    match kind {
        SubjectKind::Organization => Words::new("組織", "Organization"),
        SubjectKind::Service => Words::new("サービス", "Service"),
    }
}

/// The name of a service model.
pub const fn service_model(model: ServiceModel) -> Words {
    match model {
        ServiceModel::Iaas => Words::new("IaaS(インフラ)", "Infrastructure (IaaS)"),
        ServiceModel::Paas => Words::new("PaaS(プラットフォーム)", "Platform (PaaS)"),
        ServiceModel::Saas => Words::new("SaaS(ソフトウェア)", "Software (SaaS)"),
    }
}

/// The name of a class of data.
pub const fn data_class(class: DataClass) -> Words {
    match class {
        DataClass::Public => Words::new("公開", "Public"),
        DataClass::Internal => Words::new("社内限り", "Internal"),
        DataClass::Confidential => Words::new("秘(関係者限り)", "Confidential"),
        DataClass::Restricted => Words::new("極秘(指名者限り)", "Restricted"),
    }
}

/// The flag of a scope that brings controls in.
pub const fn calls_for(flag: CallsFor) -> Words {
    match flag {
        CallsFor::Ai => Words::new("AIを使う", "AI is used"),
        CallsFor::PersonalData => Words::new("個人データを扱う", "Personal data is handled"),
        CallsFor::Always => Words::new("常に問う", "Always asked"),
    }
}

/// A kind of reason for leaving a control out.
pub const fn exclusion_reason(reason: ExclusionReason) -> Words {
    match reason {
        ExclusionReason::OutOfScope => {
            Words::new("対象となるものがない", "What it is about does not exist here")
        }
        ExclusionReason::BusinessPriority => Words::new("事業上の判断", "Business decision"),
        ExclusionReason::ArchitectureConstraint => {
            Words::new("構成上の制約", "Ruled out by the architecture")
        }
        ExclusionReason::CompensatingControl => {
            Words::new("別の管理策で補っている", "Another control does its work")
        }
        ExclusionReason::Other => Words::new("その他", "Other"),
    }
}
