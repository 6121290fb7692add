//! Attributes that ISO/IEC 27002:2022 gives its controls, to look at them from several sides.

/// What an attribute is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum AttributeKind {
    /// Whether a control acts before, during or after an incident.
    ControlType,
    /// Which property of information it keeps.
    Property,
    /// Which concept of ISO/IEC TS 27110 it belongs to.
    Concept,
    /// Which practice it belongs to.
    Capability,
    /// Which field of security it belongs to.
    SecurityDomain,
}

impl AttributeKind {
    /// All kinds.
    pub const ALL: [Self; 5] =
        [Self::ControlType, Self::Property, Self::Concept, Self::Capability, Self::SecurityDomain];
}

macro_rules! attributes {
    ($($kind:ident { $($variant:ident $word:literal $doc:literal)* })*) => {
        /// One value of one attribute.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Attribute {
            $($(#[doc = $doc] $variant,)*)*
        }

        impl Attribute {
            /// All values, by kind.
            pub const ALL: &'static [Self] = &[$($(Self::$variant,)*)*];

            /// The kind.
            pub fn kind(self) -> AttributeKind {
                match self { $($(Self::$variant)|* => AttributeKind::$kind,)* }
            }

            /// The word used in files.
            pub fn word(self) -> &'static str {
                match self { $($(Self::$variant => $word,)*)* }
            }
        }
    };
}

attributes! {
    ControlType {
        Preventive "preventive" "Acts before an incident."
        Detective "detective" "Acts when an incident happens."
        Corrective "corrective" "Acts after an incident."
    }
    Property {
        Confidentiality "confidentiality" "Only those see it who may."
        Integrity "integrity" "It is whole and right."
        Availability "availability" "It is there when needed."
    }
    Concept {
        Identify "identify" "Know what there is."
        Protect "protect" "Keep it from harm."
        Detect "detect" "Notice harm."
        Respond "respond" "Act on harm."
        Recover "recover" "Come back from harm."
    }
    Capability {
        Governance "governance" "Governance."
        AssetManagement "asset-management" "Asset management."
        InformationProtection "information-protection" "Information protection."
        HumanResourceSecurity "human-resource-security" "Human resource security."
        PhysicalSecurity "physical-security" "Physical security."
        SystemAndNetworkSecurity "system-and-network-security" "System and network security."
        ApplicationSecurity "application-security" "Application security."
        SecureConfiguration "secure-configuration" "Secure configuration."
        IdentityAndAccessManagement "identity-and-access-management" "Identity and access management."
        ThreatAndVulnerabilityManagement "threat-and-vulnerability-management" "Threat and vulnerability management."
        Continuity "continuity" "Continuity."
        SupplierRelationshipsSecurity "supplier-relationships-security" "Security of supplier relationships."
        LegalAndCompliance "legal-and-compliance" "Law and obligations."
        EventManagement "information-security-event-management" "Management of security events."
        Assurance "information-security-assurance" "Information security assurance."
    }
    SecurityDomain {
        GovernanceAndEcosystem "governance-and-ecosystem" "Governance and ecosystem."
        Protection "protection" "Protection."
        Defense "defense" "Defense."
        Resilience "resilience" "Resilience."
    }
}

impl Attribute {
    /// The attribute of a kind that a word names.
    pub fn from_word(kind: AttributeKind, word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|it| it.kind() == kind && it.word() == word)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_leads_back_to_its_attribute() {
        for it in Attribute::ALL {
            assert_eq!(Attribute::from_word(it.kind(), it.word()), Some(*it));
        }
        assert_eq!(Attribute::from_word(AttributeKind::Concept, "governance"), None);
    }
}
