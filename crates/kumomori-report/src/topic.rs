//! What can be explained, and how it is named.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use kumomori_core::figures::GroupKey;
use kumomori_core::framework::framework_ref;
use kumomori_core::id::{ControlId, DomainId, FrameworkRef, RequirementId};
use kumomori_core::library::Library;
use kumomori_core::role::View;

/// Something that can be explained down to the answers behind it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Topic {
    /// A control.
    Control(ControlId),
    /// A requirement.
    Requirement(FrameworkRef, RequirementId),
    /// The figures of a group, for a view.
    Figure(GroupKey, View),
}

impl Topic {
    /// The topic in words, as [`Topic::from_words`] reads them.
    pub fn words(&self) -> String {
        match self {
            Self::Control(id) => format!("control {id}"),
            Self::Requirement(of, id) => {
                format!("requirement {} {} {id}", of.framework, of.edition)
            }
            Self::Figure(key, view) => {
                let view = view.word();
                match key {
                    GroupKey::Overall => format!("overall {view}"),
                    GroupKey::Domain(id) => format!("domain {view} {id}"),
                    GroupKey::Framework(of) => {
                        format!("framework {view} {} {}", of.framework, of.edition)
                    }
                }
            }
        }
    }

    /// The topic of some words; `None` for anything else.
    pub fn from_words(words: &str) -> Option<Self> {
        let words: Vec<&str> = words.split(' ').collect();
        Some(match words.as_slice() {
            ["control", id] => Self::Control(id.parse().ok()?),
            ["requirement", framework, edition, id] => {
                Self::Requirement(framework_ref(framework, edition)?, id.parse().ok()?)
            }
            ["overall", of] => Self::Figure(GroupKey::Overall, View::from_word(of)?),
            ["domain", of, id] => {
                Self::Figure(GroupKey::Domain(id.parse().ok()?), View::from_word(of)?)
            }
            ["framework", of, framework, edition] => Self::Figure(
                GroupKey::Framework(framework_ref(framework, edition)?),
                View::from_word(of)?,
            ),
            _ => return None,
        })
    }

    /// What a name that people write stands for: a control (`encrypt-in-transit`), `overall`, a
    /// domain (`access`), a framework (`soc2:2017`), or a requirement by its full name
    /// (`iso27017:2015/6.1.1`), or by its own id where only one framework has it. Figures are those
    /// of a view; without one, no name stands for them.
    pub fn named(library: &Library, name: &str, view: Option<View>) -> Option<Self> {
        let figure = || Some(Self::Figure(figure(library, name)?, view?));
        control(library, name).or_else(figure).or_else(|| requirement(library, name))
    }
}

fn control(library: &Library, name: &str) -> Option<Topic> {
    let id: ControlId = name.parse().ok()?;
    library.control(&id).is_some().then_some(Topic::Control(id))
}

fn figure(library: &Library, name: &str) -> Option<GroupKey> {
    if name == "overall" {
        return Some(GroupKey::Overall);
    }
    if let Some((framework, edition)) = name.split_once(':') {
        let id = framework_ref(framework, edition)?;
        return library.framework(&id).is_some().then_some(GroupKey::Framework(id));
    }
    let id: DomainId = name.parse().ok()?;
    library.domain(&id).is_some().then_some(GroupKey::Domain(id))
}

fn requirement(library: &Library, name: &str) -> Option<Topic> {
    let (first, own) = editions_with(library, name)?;
    let [framework] = first.as_slice() else { return None };
    Some(Topic::Requirement(framework.clone(), own))
}

/// The framework editions that have a requirement which a name may stand for, and its own id.
pub fn editions_with(library: &Library, name: &str) -> Option<(Vec<FrameworkRef>, RequirementId)> {
    let (framework, own) = match name.split_once(['/', ' ']) {
        Some((framework, own)) => (Some(framework), own),
        None => (None, name),
    };
    let own: RequirementId = own.parse().ok()?;
    let fits = |it: &FrameworkRef| framework.is_none_or(|name| it.to_string() == name);
    let found = library.frameworks.iter();
    let found = found.filter(|it| fits(&it.id) && it.requirement(&own).is_some());
    Some((found.map(|it| it.id.clone()).collect(), own))
}
