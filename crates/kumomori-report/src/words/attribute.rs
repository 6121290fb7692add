//! Words for the attributes of a requirement and how editions correspond.

use super::Words;
use kumomori_core::attribute::{Attribute, AttributeKind};
use kumomori_core::migration::Relation;

/// The name of a kind of attribute.
pub const fn attribute_kind(kind: AttributeKind) -> Words {
    match kind {
        AttributeKind::ControlType => Words::new("管理策の種類", "Control type"),
        AttributeKind::Property => Words::new("情報の特性", "Property"),
        AttributeKind::Concept => Words::new("サイバーセキュリティの概念", "Cybersecurity concept"),
        AttributeKind::Capability => Words::new("運用機能", "Capability"),
        AttributeKind::SecurityDomain => Words::new("セキュリティドメイン", "Security domain"),
    }
}

/// The name of an attribute.
pub const fn attribute(attribute: Attribute) -> Words {
    match attribute {
        Attribute::Preventive => Words::new("予防", "Preventive"),
        Attribute::Detective => Words::new("検知", "Detective"),
        Attribute::Corrective => Words::new("是正", "Corrective"),
        Attribute::Confidentiality => Words::new("機密性", "Confidentiality"),
        Attribute::Integrity => Words::new("完全性", "Integrity"),
        Attribute::Availability => Words::new("可用性", "Availability"),
        Attribute::Identify => Words::new("識別", "Identify"),
        Attribute::Protect => Words::new("防御", "Protect"),
        Attribute::Detect => Words::new("検知", "Detect"),
        Attribute::Respond => Words::new("対応", "Respond"),
        Attribute::Recover => Words::new("復旧", "Recover"),
        Attribute::Governance => Words::new("ガバナンス", "Governance"),
        Attribute::AssetManagement => Words::new("資産管理", "Asset management"),
        Attribute::InformationProtection => Words::new("情報保護", "Information protection"),
        Attribute::HumanResourceSecurity => Words::new("人的資源のセキュリティ", "People"),
        Attribute::PhysicalSecurity => Words::new("物理的セキュリティ", "Physical security"),
        Attribute::SystemAndNetworkSecurity => {
            Words::new("システムとネットワークのセキュリティ", "Systems and networks")
        }
        Attribute::ApplicationSecurity => {
            Words::new("アプリケーションのセキュリティ", "Application security")
        }
        Attribute::SecureConfiguration => {
            Words::new("セキュリティを保つ構成", "Secure configuration")
        }
        Attribute::IdentityAndAccessManagement => {
            Words::new("識別情報とアクセスの管理", "Identity and access")
        }
        Attribute::ThreatAndVulnerabilityManagement => {
            Words::new("脅威と脆弱性の管理", "Threats and vulnerabilities")
        }
        Attribute::Continuity => Words::new("継続", "Continuity"),
        Attribute::SupplierRelationshipsSecurity => {
            Words::new("供給者関係のセキュリティ", "Supplier relationships")
        }
        Attribute::LegalAndCompliance => Words::new("法令と義務", "Law and obligations"),
        Attribute::EventManagement => Words::new("情報セキュリティ事象の管理", "Security events"),
        Attribute::Assurance => Words::new("情報セキュリティの保証", "Assurance"),
        Attribute::GovernanceAndEcosystem => {
            Words::new("ガバナンスとエコシステム", "Governance and ecosystem")
        }
        Attribute::Protection => Words::new("保護", "Protection"),
        Attribute::Defense => Words::new("防衛", "Defense"),
        Attribute::Resilience => Words::new("レジリエンス", "Resilience"),
    }
}

/// How requirements of two editions correspond.
pub const fn relation(relation: Relation) -> Words {
    match relation {
        Relation::SameTopic => Words::new("同じ論点", "Same topic"),
        Relation::Broader => Words::new("範囲が変わった", "Wider or narrower"),
        Relation::Merged => Words::new("統合", "Merged"),
        Relation::Split => Words::new("分割", "Split"),
        Relation::New => Words::new("新設", "New"),
        Relation::Gone => Words::new("なくなった", "Gone"),
    }
}
