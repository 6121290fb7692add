//! The whole library as a book of plain HTML: a page for each framework edition and each domain,
//! one for everything else, and an index.
//!
//! Every requirement and every control is a section with its id as anchor, so that it can be
//! linked to; controls and requirements are linked both ways. The pages need no script.

mod domain;
mod frame;
mod framework;
mod guides;
mod index;
mod leaf;
mod part;
mod selection;

use crate::html::Html;
use crate::names::Names;
use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use leaf::Leaf;

/// One page of the book.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// The name of its file, such as `domain-access.en.html`.
    pub name: String,
    /// What stands in the file.
    pub text: String,
}

/// The style sheet that every page names.
pub const STYLE: &str = include_str!("book/refs.css");

/// The name of its file.
pub const STYLE_NAME: &str = "refs.css";

/// All pages in one language, in reading order.
pub fn pages(names: &Names<'_>) -> Vec<Page> {
    let leaves = Leaf::all(names);
    let page = |idx: usize, leaf: &Leaf<'_>| {
        let before = idx.checked_sub(1).and_then(|it| leaves.get(it));
        let around = [before, leaves.get(idx + 1)];
        let text = frame::page(names, leaf, around, content(names, leaf)).as_str().to_owned();
        Page { name: leaf.file(names.lang), text: format!("<!doctype html>\n{text}") }
    };
    leaves.iter().enumerate().map(|(idx, leaf)| page(idx, leaf)).collect()
}

fn content(names: &Names<'_>, leaf: &Leaf<'_>) -> Html {
    match leaf {
        Leaf::Index => index::content(names),
        Leaf::Framework(it) => framework::content(names, it),
        Leaf::Domain(it) => domain::content(names, it),
        Leaf::Guides => guides::content(names),
    }
}

#[cfg(test)]
mod tests;
