//! Just enough HTML to rewrite the pages of this site, which are written by hand.

use anyhow::{Context, Result, bail};

/// One start or end tag with its attributes in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Tag {
    /// The name in lower case, with a leading `/` for an end tag.
    pub(super) name: String,
    /// Names and values; an attribute without a value has an empty one.
    pub(super) attributes: Vec<(String, String)>,
}

/// A page in pieces.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Piece {
    /// Text between tags, as it stands.
    Text(String),
    /// A tag.
    Tag(Tag),
}

impl Tag {
    /// A tag that is not in the page yet.
    pub(super) fn new(name: &str, attributes: &[(&str, &str)]) -> Self {
        let owned = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
        Self { name: name.to_owned(), attributes: attributes.iter().map(owned).collect() }
    }

    /// The value of an attribute.
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|(other, _)| other == name);
        found.map(|(_, value)| value.as_str())
    }

    /// Sets an attribute, in its place if it is there.
    pub(super) fn set(&mut self, name: &str, value: &str) {
        match self.attributes.iter_mut().find(|(other, _)| other == name) {
            Some((_, old)) => value.clone_into(old),
            None => self.attributes.push((name.to_owned(), value.to_owned())),
        }
    }

    /// The tag as HTML.
    pub(super) fn text(&self) -> String {
        let mut text = format!("<{}", self.name);
        for (name, value) in &self.attributes {
            text += &match value.as_str() {
                "" => format!(" {name}"),
                value => format!(" {name}=\"{value}\""),
            };
        }
        text + ">"
    }
}

/// Takes a page apart. Comments are left out.
///
/// # Errors
/// A tag, a comment or a quotation is not closed.
pub(super) fn pieces(html: &str) -> Result<Vec<Piece>> {
    let mut pieces = Vec::new();
    let mut rest = html;
    while let Some((text, after)) = rest.split_once('<') {
        pieces.push(Piece::Text(text.to_owned()));
        if let Some(comment) = after.strip_prefix("!--") {
            rest = comment.split_once("-->").context("a comment is not closed")?.1;
            continue;
        }
        let (tag, tail) = read_tag(after)?;
        pieces.push(Piece::Tag(tag));
        rest = tail;
    }
    pieces.push(Piece::Text(rest.to_owned()));
    Ok(pieces)
}

/// Reads a tag from behind its `<`, and gives what follows its `>`.
fn read_tag(text: &str) -> Result<(Tag, &str)> {
    let (name, mut rest) = read_name(text);
    let mut tag = Tag::new(&name.to_lowercase(), &[]);
    loop {
        rest = rest.trim_start();
        if let Some(tail) = rest.strip_prefix('>') {
            return Ok((tag, tail));
        }
        if rest.is_empty() {
            bail!("the tag `{name}` is not closed");
        }
        let (attribute, after) = read_name(rest);
        if attribute.is_empty() {
            bail!("the tag `{name}` holds something other than attributes");
        }
        let (value, after) = read_value(after)?;
        tag.attributes.push((attribute.to_lowercase(), value.to_owned()));
        rest = after;
    }
}

fn read_name(text: &str) -> (&str, &str) {
    let end = text.find(|c: char| c.is_whitespace() || matches!(c, '=' | '>'));
    text.split_at(end.unwrap_or(text.len()))
}

/// Reads `="value"`; pages of this site always use double quotes.
fn read_value(text: &str) -> Result<(&str, &str)> {
    let Some(quoted) = text.strip_prefix('=') else { return Ok(("", text)) };
    let quoted =
        quoted.strip_prefix('"').context("an attribute's value is not in double quotes")?;
    quoted.split_once('"').context("an attribute's value is not closed")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text_of(pieces: &[Piece]) -> String {
        let text = |piece: &Piece| match piece {
            Piece::Text(text) => text.clone(),
            Piece::Tag(tag) => tag.text(),
        };
        pieces.iter().map(text).collect()
    }

    #[test]
    fn a_page_put_together_again_is_the_same() {
        let html = "<!doctype html>\n<p class=\"a b\" hidden>x &lt; y</p><br>";
        assert_eq!(text_of(&pieces(html).unwrap()), html);
    }

    #[test]
    fn comments_are_left_out() {
        assert_eq!(text_of(&pieces("a<!-- <b> -->c").unwrap()), "ac");
    }

    #[test]
    fn a_value_may_hold_a_greater_than_sign() {
        let parsed = pieces("<link href=\"a>b\">").unwrap();
        assert_eq!(parsed.get(1), Some(&Piece::Tag(Tag::new("link", &[("href", "a>b")]))));
    }

    #[test]
    fn what_is_not_closed_is_refused() {
        for html in ["<p", "<p class=\"a>", "<!-- a", "<p class=a>"] {
            assert!(pieces(html).is_err(), "{html}");
        }
    }
}
