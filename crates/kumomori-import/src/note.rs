//! What could not be read out of a file, and where.

use alloc::string::String;

/// One thing that a reader of the document should know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// Where in the file.
    pub place: Place,
    /// What it is.
    pub reason: Reason,
}

/// A place in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The line, from 1.
    pub line: usize,
    /// The value, such as `[3].location`; empty for the whole file.
    pub path: String,
}

macro_rules! reasons {
    ($($(#[$doc:meta])* $name:ident $({ $($(#[$field_doc:meta])* $field:ident: $type:ty,)* })?
        = $code:literal;)*) => {
        /// What could not be read out, or is not quite what the file says.
        ///
        /// Texts that come from the file are cut and free of control characters.
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub enum Reason {
            $($(#[$doc])* $name $({ $($(#[$field_doc])* $field: $type,)* })?,)*
        }

        impl Reason {
            /// All codes, in the order in which `docs/import.md` lists them.
            pub const CODES: &[&str] = &[$($code),*];

            /// The name of the reason; never reused or changed.
            pub fn code(&self) -> &'static str {
                match self {
                    $(Self::$name { .. } => $code,)*
                }
            }
        }
    };
}

reasons! {
    /// The file lists nothing.
    Empty = "nothing-listed";
    /// A value is not there that the tool prints when it is asked for it.
    NotThere {
        /// The field that is left out.
        field: &'static str,
        /// The value that is not there.
        value: &'static str,
    } = "not-there";
    /// A value is not as the tool prints it.
    Unreadable {
        /// The field that is left out; empty when it is the whole entry.
        field: &'static str,
        /// What stands there.
        found: String,
    } = "unreadable";
    /// A resource or an object of another kind; it is passed over.
    OtherResource {
        /// Its type.
        found: String,
    } = "other-resource";
    /// A command of the listing failed.
    CommandFailed {
        /// The field that is left out.
        field: &'static str,
        /// The command.
        command: &'static str,
        /// The code of the error; empty when it said nothing.
        code: String,
    } = "command-failed";
    /// A region or location that is not in the table of countries.
    UnknownRegion {
        /// The region.
        region: String,
    } = "unknown-region";
    /// A location that is not in one country.
    SeveralCountries {
        /// The location.
        location: String,
    } = "several-countries";
    /// A bucket without default encryption: each object may be encrypted or not.
    NoDefaultEncryption = "no-default-encryption";
    /// An encryption that is not in the table of ciphers.
    UnknownCipher {
        /// The name of the encryption.
        found: String,
    } = "unknown-cipher";
    /// Encryption that the provider documents and the file does not tell.
    EncryptionByProvider = "encryption-by-provider";
    /// What stands in the file does not decide whether anyone can read the bucket.
    PublicUnclear = "public-unclear";
    /// Deletion rules cover some objects only.
    RetentionPartial = "retention-partial";
    /// A shortest period is set, and nothing deletes after it.
    RetentionMinimum = "retention-minimum";
    /// Protocols were not tested, so the lowest or highest accepted is not known.
    ProtocolsUnclear {
        /// The field that is left out.
        field: &'static str,
        /// The protocols, in testssl.sh's names.
        protocols: String,
    } = "protocols-unclear";
    /// No protocol was found.
    NoProtocol = "no-protocol";
    /// Weak groups of cipher suites were not tested, and none of the others is accepted.
    CiphersUnclear {
        /// The ids of their findings.
        findings: String,
    } = "ciphers-unclear";
    /// Suites with CBC are accepted and not counted as weak.
    CbcNotCounted = "cbc-not-counted";
    /// The scan does not tell whether the certificate is trusted.
    TrustUnclear {
        /// The ids of the findings that do not tell.
        findings: String,
    } = "trust-unclear";
    /// The scan could not be done.
    ScanProblem {
        /// What testssl.sh says.
        found: String,
    } = "scan-problem";
    /// The scan was interrupted, so the last endpoints may be missing.
    ScanInterrupted = "scan-interrupted";
    /// A value was given for a field that every entry of the file already has.
    GivenUnused {
        /// The field.
        field: &'static str,
    } = "given-unused";
}
