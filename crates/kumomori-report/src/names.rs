//! Titles and texts of the library in one language, by id.

use crate::words;
use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use kumomori_core::checks::{Check, Checks};
use kumomori_core::control::{Control, Criterion};
use kumomori_core::dimension::Dimension;
use kumomori_core::figures::GroupKey;
use kumomori_core::framework::{Group, Requirement};
use kumomori_core::id::{
    CategoryId, CheckId, ControlId, DomainId, FrameworkRef, MeasureId, RequirementId, RiskId,
};
use kumomori_core::ladder::Level;
use kumomori_core::library::Library;
use kumomori_core::role::Role;
use kumomori_core::text::{Lang, TextId, Texts};

/// A library with its texts in one language.
///
/// What the library does not have is called by its id.
#[derive(Debug, Clone, Copy)]
pub struct Names<'a> {
    /// The library.
    pub library: &'a Library,
    /// Its checks, where they are at hand.
    pub checks: Option<&'a Checks>,
    /// Its texts in `lang`.
    pub texts: Texts<'a>,
    /// The language.
    pub lang: Lang,
}

impl<'a> Names<'a> {
    /// A text as it stands in the library, without line breaks at its end.
    pub fn text(&self, id: TextId) -> &'a str {
        self.texts.get(id).trim_end()
    }

    /// A text on one line: its sentences joined as the language does it.
    pub fn prose(&self, id: TextId) -> String {
        let lines: Vec<&str> = self.text(id).lines().map(str::trim).collect();
        lines.join(self.between_sentences())
    }

    /// What stands between two sentences.
    pub fn between_sentences(&self) -> &'static str {
        match self.lang {
            Lang::Ja => "",
            Lang::En => " ",
        }
    }

    /// The title of a control.
    pub fn control<'b>(&self, id: &'b ControlId) -> &'b str
    where
        'a: 'b,
    {
        self.library.control(id).map_or(id.as_str(), |it| self.named(it.title, id.as_str()))
    }

    /// The title of a domain.
    pub fn domain<'b>(&self, id: &'b DomainId) -> &'b str
    where
        'a: 'b,
    {
        self.library.domain(id).map_or(id.as_str(), |it| self.named(it.title, id.as_str()))
    }

    /// The published designation of a framework edition.
    ///
    /// An edition that the library does not have is called after another edition of the same
    /// framework, and `framework:edition` when there is none.
    pub fn framework(&self, id: &FrameworkRef) -> String {
        if let Some(known) = self.library.framework(id) {
            return known.name.clone();
        }
        let mut relatives =
            self.library.frameworks.iter().filter(|it| it.id.framework == id.framework);
        let renamed = |name: &str, edition: &str| {
            name.contains(edition).then(|| name.replace(edition, id.edition.as_str()))
        };
        relatives
            .find_map(|it| renamed(&it.name, it.id.edition.as_str()))
            .unwrap_or_else(|| id.to_string())
    }

    /// The title of a category of a framework.
    pub fn category<'b>(&self, framework: &FrameworkRef, id: &'b CategoryId) -> &'b str
    where
        'a: 'b,
    {
        let categories = self
            .library
            .framework(framework)
            .map(|it| it.categories.as_slice())
            .unwrap_or_default();
        let found = categories.iter().find(|it| it.id == *id);
        found.map_or(id.as_str(), |it| self.named(it.title, id.as_str()))
    }

    /// The title of a requirement.
    pub fn requirement<'b>(&self, framework: &FrameworkRef, id: &'b RequirementId) -> &'b str
    where
        'a: 'b,
    {
        let found = self.find_requirement(framework, id);
        found.map_or(id.as_str(), |it| self.named(it.title, id.as_str()))
    }

    /// The title of a risk.
    pub fn risk<'b>(&self, id: &'b RiskId) -> &'b str
    where
        'a: 'b,
    {
        let found = self.library.risks.iter().find(|it| it.id == *id);
        found.map_or(id.as_str(), |it| self.named(it.title, id.as_str()))
    }

    /// How a published measure is announced.
    pub fn measure<'b>(&self, id: &'b MeasureId) -> &'b str
    where
        'a: 'b,
    {
        let found = self.library.measures.iter().find(|it| it.id == *id);
        found.map_or(id.as_str(), |it| self.named(it.title, id.as_str()))
    }

    /// The title of a check.
    pub fn check<'b>(&self, id: &'b CheckId) -> &'b str
    where
        'a: 'b,
    {
        self.find_check(id).map_or(id.as_str(), |it| self.named(it.title, id.as_str()))
    }

    /// The check with this id, if the checks are at hand.
    pub fn find_check(&self, id: &CheckId) -> Option<&'a Check> {
        self.checks?.checks.iter().find(|it| it.id == *id)
    }

    /// The title of a kind of evidence.
    pub fn evidence_kind<'b>(&self, id: &'b str) -> &'b str
    where
        'a: 'b,
    {
        let found = self.checks.and_then(|it| it.kinds.get(it.kind(id)?));
        found.map_or(id, |it| self.named(it.title, id))
    }

    /// The name of a group of figures.
    pub fn group(&self, key: &GroupKey) -> String {
        match key {
            GroupKey::Overall => self.words(words::Words::new("全体", "Overall")).to_owned(),
            GroupKey::Framework(id) => self.framework(id),
            GroupKey::Domain(id) => self.domain(id).to_owned(),
        }
    }

    /// A heading of a framework with its id.
    pub(crate) fn heading(&self, group: &Group) -> String {
        format!("{} {}", group.id, self.text(group.title))
    }

    /// A word in the language.
    pub fn words(&self, words: words::Words) -> &'static str {
        words.of(self.lang)
    }

    /// A title between the quotation marks of the language.
    pub fn quoted(&self, title: &str) -> String {
        match self.lang {
            Lang::Ja => format!("「{title}」"),
            Lang::En => format!("\"{title}\""),
        }
    }

    /// A control's title with the role, such as `Backup (provider)`.
    pub fn control_of(&self, control: &ControlId, role: Role) -> String {
        let role = self.words(words::role(role));
        match self.lang {
            Lang::Ja => format!("{}({role})", self.control(control)),
            Lang::En => format!("{} ({})", self.control(control), role.to_ascii_lowercase()),
        }
    }

    /// The criteria of one rung of a control.
    pub fn criteria(
        &self,
        control: &ControlId,
        dimension: Dimension,
        rung: Level,
    ) -> Vec<&'a Criterion> {
        let found = self.library.control(control);
        found.into_iter().flat_map(|it| it.criteria_of(dimension, rung.number())).collect()
    }

    /// What must hold on one rung of a control, on one line; empty when the library does not say.
    pub fn criterion(&self, control: &ControlId, dimension: Dimension, rung: Level) -> String {
        let criteria = self.criteria(control, dimension, rung);
        self.joined(criteria.iter().map(|it| self.prose(it.text)))
    }

    /// What would show one rung of a control, on one line; empty when the library does not say.
    pub fn criterion_evidence(
        &self,
        control: &ControlId,
        dimension: Dimension,
        rung: Level,
    ) -> String {
        let criteria = self.criteria(control, dimension, rung);
        let separator = self.words(words::Words::new("、", "; "));
        let texts: Vec<String> = criteria.iter().map(|it| self.prose(it.evidence)).collect();
        texts.join(separator)
    }

    /// What a control asks of a role, on one line, if it asks anything.
    pub fn duty(&self, control: &Control, role: Role) -> Option<String> {
        control.duties.iter().find(|it| it.role == role).map(|it| self.prose(it.text))
    }

    /// The requirement with this id, if the library has it.
    pub fn find_requirement(
        &self,
        framework: &FrameworkRef,
        id: &RequirementId,
    ) -> Option<&'a Requirement> {
        self.library.framework(framework).and_then(|it| it.requirement(id))
    }

    fn joined(&self, texts: impl Iterator<Item = String>) -> String {
        texts.collect::<Vec<_>>().join(self.between_sentences())
    }

    fn named<'b>(&self, title: TextId, id: &'b str) -> &'b str
    where
        'a: 'b,
    {
        let title = self.text(title);
        if title.is_empty() { id } else { title }
    }
}
