//! Which pages there are, and where things stand on them.

use crate::names::Names;
use crate::table::Topic;
use crate::words::Words;
use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use kumomori_core::framework::Framework;
use kumomori_core::id::{ControlId, DomainId, FrameworkRef};
use kumomori_core::library::Domain;
use kumomori_core::text::Lang;

/// What a page is about.
#[derive(Debug, Clone, Copy)]
pub(super) enum Leaf<'a> {
    /// The index of everything.
    Index,
    /// One framework edition with its requirements.
    Framework(&'a Framework),
    /// One domain with its controls.
    Domain(&'a Domain),
    /// Guides, glossary, roadmap and selection rules.
    Guides,
}

/// The title of the index, and of the book.
pub(super) const BOOK: Words = Words::new("管理策と要求事項", "Controls and requirements");

const GUIDES: Words = Words::new("手引・用語・進め方", "Guides, glossary and roadmap");

impl<'a> Leaf<'a> {
    /// All of them, in reading order.
    pub(super) fn all(names: &Names<'a>) -> Vec<Self> {
        let library = names.library;
        let frameworks = library.frameworks.iter().map(Self::Framework);
        let domains = library.domains.iter().map(Self::Domain);
        [Self::Index].into_iter().chain(frameworks).chain(domains).chain([Self::Guides]).collect()
    }

    /// The title of the page.
    pub(super) fn title(&self, names: &Names<'_>) -> String {
        match self {
            Self::Index => names.words(BOOK).to_owned(),
            Self::Framework(it) => it.name.clone(),
            Self::Domain(it) => names.prose(it.title),
            Self::Guides => names.words(GUIDES).to_owned(),
        }
    }

    /// The name of its file.
    pub(super) fn file(&self, lang: Lang) -> String {
        match self {
            Self::Index => format!("index.{lang}.html"),
            Self::Framework(it) => framework_file(&it.id, lang),
            Self::Domain(it) => domain_file(&it.id, lang),
            Self::Guides => format!("about.{lang}.html"),
        }
    }
}

fn framework_file(id: &FrameworkRef, lang: Lang) -> String {
    format!("{}-{}.{lang}.html", id.framework, id.edition)
}

fn domain_file(id: &DomainId, lang: Lang) -> String {
    format!("domain-{id}.{lang}.html")
}

/// Where a reader finds what is said of something.
pub(super) fn address(names: &Names<'_>, topic: &Topic) -> Option<String> {
    match topic {
        Topic::Control(id) => control_address(names, id),
        Topic::Requirement(framework, id) => {
            names.find_requirement(framework, id)?;
            Some(format!("{}#{id}", framework_file(framework, names.lang)))
        }
        Topic::Figure(..) => None,
    }
}

/// Where a control stands; `None` if the library does not have it.
pub(super) fn control_address(names: &Names<'_>, id: &ControlId) -> Option<String> {
    let control = names.library.control(id)?;
    Some(format!("{}#{id}", domain_file(&control.domain, names.lang)))
}

/// The other language.
pub(super) fn other(lang: Lang) -> Lang {
    match lang {
        Lang::Ja => Lang::En,
        Lang::En => Lang::Ja,
    }
}

/// What a language calls itself.
pub(super) fn own_name(lang: Lang) -> &'static str {
    match lang {
        Lang::Ja => "日本語",
        Lang::En => "English",
    }
}
