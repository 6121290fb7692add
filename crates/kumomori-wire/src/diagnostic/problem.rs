//! Everything that can be wrong with a file, each with its code and arguments.

use super::{Expected, Kind, Seems, Severity};
use alloc::string::String;
use alloc::vec::Vec;
use kumomori_core::date::Date;
use kumomori_core::id::{AttestationId, ControlId, FrameworkRef};
use kumomori_core::role::Role;

macro_rules! problems {
    ($($(#[$doc:meta])* $name:ident $({ $($(#[$field_doc:meta])* $field:ident: $type:ty,)* })?
        = $severity:ident $code:literal;)*) => {
        /// What is wrong with a file.
        ///
        /// Texts that come from the file are cut to 80 characters and free of control characters.
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub enum Problem {
            $($(#[$doc])* $name $({ $($(#[$field_doc])* $field: $type,)* })?,)*
        }

        impl Problem {
            /// All codes, in the order in which `docs/formats.md` lists them.
            pub const CODES: &[&str] = &[$($code),*];

            /// The name of the problem; never reused or changed.
            pub fn code(&self) -> &'static str {
                match self {
                    $(Self::$name { .. } => $code,)*
                }
            }

            /// Whether a file with this problem can be used all the same.
            pub fn severity(&self) -> Severity {
                match self {
                    $(Self::$name { .. } => Severity::$severity,)*
                }
            }
        }
    };
}

problems! {
    /// The file is larger than any file of ours may be; nothing of it was read.
    TooLarge {
        /// Its size.
        bytes: usize,
        /// The largest size.
        limit: usize,
    } = Error "too-large";
    /// The file is empty or blank.
    EmptyFile = Error "empty-file";
    /// The file is something else than JSON.
    NotJson {
        /// What it seems to be.
        seems: Seems,
    } = Error "not-json";
    /// The file starts with a byte order mark, which JSON does not allow.
    ByteOrderMark = Error "byte-order-mark";
    /// The text ends too early, as when a file was not copied whole.
    UnexpectedEnd {
        /// What should follow.
        expected: Expected,
    } = Error "unexpected-end";
    /// A character stands where it cannot.
    UnexpectedCharacter {
        /// The character; a blank for one that cannot be shown.
        found: char,
        /// What should stand there.
        expected: Expected,
    } = Error "unexpected-character";
    /// A bare word other than `true`, `false` and `null`.
    UnknownWord {
        /// The word.
        found: String,
    } = Error "unknown-word";
    /// A comma with nothing after it.
    TrailingComma = Error "trailing-comma";
    /// A comment, which JSON does not have.
    Comment = Error "comment";
    /// More text after the document.
    TrailingText = Error "trailing-text";
    /// A backslash with something after it that is no escape.
    MalformedEscape = Error "malformed-escape";
    /// Half of a UTF-16 pair in an escape.
    LoneSurrogate = Error "lone-surrogate";
    /// A control character, such as a line break, inside a text.
    ControlCharacter {
        /// Its number.
        code: u32,
    } = Error "control-character";
    /// Something like a number that is none, such as `01` or `1.`.
    MalformedNumber {
        /// What stands there.
        found: String,
    } = Error "malformed-number";
    /// Lists and objects inside one another beyond what any file of ours needs.
    TooDeep {
        /// The deepest nesting.
        limit: usize,
    } = Error "too-deep";
    /// More values than any file of ours needs.
    TooManyValues {
        /// The largest number.
        limit: usize,
    } = Error "too-many-values";
    /// A field stands twice in one object; `related` is the first.
    DuplicateKey {
        /// Its name.
        name: String,
    } = Error "duplicate-key";

    /// `format` names something else than this format.
    OtherFormat {
        /// What it says.
        found: String,
        /// What it should say.
        expected: &'static str,
    } = Error "other-format";
    /// `format` names a version of this format that this program does not know.
    OtherVersion {
        /// What it says.
        found: String,
        /// What it should say.
        expected: &'static str,
    } = Error "other-version";
    /// A field that the format does not have.
    UnknownField {
        /// Its name.
        name: String,
        /// The closest name that may stand there, if one is close.
        nearest: Option<String>,
    } = Error "unknown-field";
    /// A field that must be there and is not.
    MissingField {
        /// Its name.
        name: &'static str,
    } = Error "missing-field";
    /// A value of another kind than the field takes.
    WrongType {
        /// The kind that the field takes.
        expected: Kind,
        /// The kind that stands there.
        found: Kind,
    } = Error "wrong-type";
    /// A word that is not one of those the field takes.
    UnknownValue {
        /// The word.
        found: String,
        /// Those it takes.
        choices: Vec<&'static str>,
        /// The closest of those, if one is close.
        nearest: Option<String>,
    } = Error "unknown-value";
    /// A whole number outside of what the field takes.
    OutOfRange {
        /// The number.
        found: String,
        /// The smallest that it takes.
        min: u32,
        /// The largest that it takes.
        max: u32,
    } = Error "out-of-range";
    /// A number that is not whole.
    NotWhole {
        /// The number.
        found: String,
    } = Error "not-whole";
    /// A list with too few or too many items.
    WrongLength {
        /// How many it has.
        found: usize,
        /// The fewest it may have.
        min: usize,
        /// The most it may have.
        max: usize,
    } = Error "wrong-length";
    /// An item stands twice in a list; `related` is the first.
    DuplicateItem {
        /// The item.
        item: String,
    } = Error "duplicate-item";
    /// A text that is not a day written as year-month-day.
    MalformedDate {
        /// The text.
        found: String,
    } = Error "malformed-date";
    /// A text that is not a day and a time with its distance from universal time.
    MalformedMoment {
        /// The text.
        found: String,
    } = Error "malformed-moment";
    /// A text that is not 1 to 64 letters, digits, `-` or `.`.
    MalformedId {
        /// The text.
        found: String,
    } = Error "malformed-id";
    /// A text that is not a SHA-256 in 64 lower-case hexadecimal digits.
    MalformedHash {
        /// The text.
        found: String,
    } = Error "malformed-hash";
    /// A text that is not a number with four decimals, such as `3.6000`.
    MalformedDecimal {
        /// The text.
        found: String,
    } = Error "malformed-decimal";
    /// A text that is longer than the field takes.
    TextTooLong {
        /// Its length in characters.
        found: usize,
        /// The longest that it takes.
        limit: usize,
    } = Error "text-too-long";
    /// `level` and `rungs` together: one of them must go.
    LevelAndRungs = Error "level-and-rungs";

    /// The library does not have the framework or not this edition.
    UnknownFramework {
        /// What the file names.
        framework: FrameworkRef,
        /// Those that the library has.
        known: Vec<FrameworkRef>,
    } = Error "unknown-framework";
    /// The framework does not have the category.
    UnknownCategory {
        /// What the file names.
        category: String,
        /// The framework.
        framework: FrameworkRef,
        /// The categories it has; empty when it has none.
        known: Vec<String>,
    } = Error "unknown-category";
    /// A framework edition stands twice among the targets; `related` is the first.
    DuplicateTarget {
        /// The framework edition.
        framework: FrameworkRef,
    } = Error "duplicate-target";
    /// A control is answered twice for one role; `related` is the first.
    DuplicateAnswer {
        /// The control.
        control: ControlId,
        /// The role.
        role: Role,
    } = Error "duplicate-answer";
    /// Two attestations have one id; `related` is the first.
    DuplicateAttestation {
        /// The id.
        attestation: AttestationId,
    } = Error "duplicate-attestation";
    /// An answer relies on an attestation that the file does not have.
    UnknownAttestation {
        /// The name.
        attestation: AttestationId,
        /// The closest that the file has, if one is close.
        nearest: Option<String>,
    } = Error "unknown-attestation";
    /// A time starts after its end.
    DatesReversed {
        /// Its first day.
        from: Date,
        /// Its last day.
        to: Date,
    } = Error "dates-reversed";
    /// More deviations than items tested.
    DeviationsAboveTested {
        /// The deviations.
        deviations: u32,
        /// The items tested.
        tested: u32,
    } = Error "deviations-above-tested";
    /// More items tested than there are.
    TestedAbovePopulation {
        /// The items tested.
        tested: u32,
        /// The items there are.
        population: u32,
    } = Error "tested-above-population";
    /// `unchanged_since` of a sample that is not marked as automated.
    UnchangedWithoutAutomated = Error "unchanged-without-automated";

    /// Evidence or a change dated after today; kept, and left out of the figures until then.
    DateInFuture {
        /// The date.
        date: Date,
        /// The day of reading.
        today: Date,
    } = Warning "date-in-future";
    /// An answer about a control that the library does not have; kept, left out of the figures.
    UnknownControl {
        /// The control.
        control: ControlId,
        /// The closest that the library has, if one is close.
        nearest: Option<String>,
    } = Warning "unknown-control";
    /// An answer about a control that the library will have later; kept, left out of the figures.
    PlannedControl {
        /// The control.
        control: ControlId,
    } = Warning "planned-control";
    /// An exception about a control that the library does not have; kept, without effect.
    UnknownException {
        /// The control.
        control: ControlId,
        /// The closest that the library has, if one is close.
        nearest: Option<String>,
    } = Warning "unknown-exception";
    /// An answer for a role that is not in scope; kept, left out of the figures.
    RoleOutOfScope {
        /// The control.
        control: ControlId,
        /// The role.
        role: Role,
    } = Warning "role-out-of-scope";
    /// An answer for a role of which the control asks nothing; kept, left out of the figures.
    NoDuty {
        /// The control.
        control: ControlId,
        /// The role.
        role: Role,
    } = Warning "no-duty";
    /// Not applicable without a justification or a name: counts as unanswered.
    Unjustified {
        /// The control.
        control: ControlId,
        /// The role.
        role: Role,
    } = Warning "unjustified";
    /// The file was saved with another version of the library, so figures may differ.
    OtherLibrary {
        /// The version it was saved with.
        saved: String,
        /// The version of this library.
        current: String,
    } = Warning "other-library";
    /// The first step of a history does not open an assessment.
    NotOpened = Error "not-opened";
    /// A step of a history does not have the number after that of the step before it.
    OutOfSequence {
        /// Its number.
        found: u32,
        /// The number it should have.
        expected: u32,
    } = Warning "out-of-sequence";
    /// A step of a history does not carry the SHA-256 of the step before it, so one of them was
    /// changed afterwards.
    BrokenChain {
        /// Its number.
        seq: u32,
    } = Warning "broken-chain";
    /// There are more problems than are listed.
    MoreProblems {
        /// How many are not listed.
        n: usize,
    } = Warning "more-problems";
}
