//! The page of a domain: its controls.

use super::leaf::Leaf;
use super::part::{contents, link_to, page_title, paragraph, place, section, set};
use crate::document::Document;
use crate::html::Html;
use crate::names::Names;
use crate::reference::control_body;
use kumomori_core::control::Control;
use kumomori_core::library::Domain;

/// What stands on the page.
pub(super) fn content(names: &Names<'_>, domain: &Domain) -> Html {
    let leaf = Leaf::Domain(domain);
    let entry = |it: &Control| link_to(it.id.as_str(), &names.prose(it.title));
    Html::join([
        page_title(names, &leaf),
        paragraph(Some("lead"), &names.prose(domain.description)),
        contents(names, controls(names, domain).map(entry)),
        Html::join(controls(names, domain).map(|it| control(names, &leaf, it))),
    ])
}

/// The controls of a domain, in the order of their ids.
pub(super) fn controls<'a>(
    names: &Names<'a>,
    domain: &Domain,
) -> impl Iterator<Item = &'a Control> {
    let controls = &names.library.controls;
    controls.iter().filter(move |it| it.domain == domain.id)
}

fn control(names: &Names<'_>, leaf: &Leaf<'_>, control: &Control) -> Html {
    let title = names.prose(control.title);
    let mut document = Document::default();
    control_body(names, control, &mut document);
    let place = place(names, leaf, control.id.as_str());
    section(control.id.as_str(), "h2", &title, [place, set(names, &document, 2, &title)])
}
