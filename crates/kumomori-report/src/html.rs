//! Markup as text, in which every text has been escaped.
//!
//! There is no way to put markup in by hand: texts come in through [`Html::text`], and names of
//! elements and attributes are the program's own.

mod document;

use crate::chart::{Node, to_svg_text};
use alloc::format;
use alloc::string::String;
pub(crate) use document::list;
pub use document::{Setting, document};

/// A piece of HTML.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Html(
    // INVARIANT: what was text in it has been escaped, and what was opened is closed.
    String,
);

impl Html {
    /// A text, whatever stands in it.
    pub fn text(text: &str) -> Self {
        Self(escaped(text))
    }

    /// A style sheet of the program's own, which never has `</` in it.
    pub(crate) fn style(sheet: &'static str) -> Self {
        Self(["<style>\n", sheet, "</style>\n"].concat())
    }

    /// A picture.
    pub(crate) fn picture(node: &Node) -> Self {
        Self(to_svg_text(node))
    }

    /// Pieces one after the other.
    pub fn join(parts: impl IntoIterator<Item = Self>) -> Self {
        Self(parts.into_iter().map(|it| it.0).collect())
    }

    /// The markup.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<&str> for Html {
    fn from(text: &str) -> Self {
        Self::text(text)
    }
}

/// An element that is being made.
#[derive(Debug, Clone)]
pub struct Tag {
    name: &'static str,
    attributes: String,
    content: String,
}

/// An element without attributes and content.
pub fn el(name: &'static str) -> Tag {
    Tag { name, attributes: String::new(), content: String::new() }
}

/// Elements that have no end tag.
const VOID: &[&str] = &["br", "link", "meta"];

/// Elements within a line, which no line break may follow.
const INLINE: &[&str] = &["a", "b", "br", "span"];

impl Tag {
    /// Sets an attribute.
    #[must_use]
    pub fn set(mut self, name: &'static str, value: &str) -> Self {
        self.attributes.push_str(&format!(" {name}=\"{}\"", escaped(value)));
        self
    }

    /// Sets an attribute if there is a value.
    #[must_use]
    pub fn set_some(self, name: &'static str, value: Option<&str>) -> Self {
        match value {
            Some(value) => self.set(name, value),
            None => self,
        }
    }

    /// Puts a piece into the element, after those that are there.
    #[must_use]
    pub fn with(mut self, part: impl Into<Html>) -> Self {
        self.content.push_str(&part.into().0);
        self
    }

    /// The element as a piece.
    pub fn html(self) -> Html {
        let Self { name, attributes, content } = self;
        let end = if INLINE.contains(&name) { "" } else { "\n" };
        Html(if VOID.contains(&name) {
            format!("<{name}{attributes}>{end}")
        } else {
            format!("<{name}{attributes}>{content}</{name}>{end}")
        })
    }
}

impl From<Tag> for Html {
    fn from(tag: Tag) -> Self {
        tag.html()
    }
}

/// A text in which nothing can be taken for markup, in an element or between double quotes, which
/// stand around every attribute.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            other => escaped.push(other),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOSTILE: &str = "\"><script>alert('x')</script>&lt;";
    const HARMLESS: &str = "&quot;&gt;&lt;script&gt;alert('x')&lt;/script&gt;&amp;lt;";

    #[test]
    fn a_text_cannot_become_markup() {
        let html = el("p").set("title", HOSTILE).with(HOSTILE).html();
        assert_eq!(html.as_str(), format!("<p title=\"{HARMLESS}\">{HARMLESS}</p>\n"));
    }

    #[test]
    fn a_piece_is_not_escaped_again() {
        let html = el("p").with(el("b").with("a & b")).with(Html::text(" <c>")).html();
        assert_eq!(html.as_str(), "<p><b>a &amp; b</b> &lt;c&gt;</p>\n");
    }

    #[test]
    fn an_element_without_content_of_its_kind_has_no_end_tag() {
        assert_eq!(
            el("meta").set("charset", "utf-8").html().as_str(),
            "<meta charset=\"utf-8\">\n"
        );
        assert_eq!(el("td").html().as_str(), "<td></td>\n");
    }
}
