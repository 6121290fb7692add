//! Values of a file that know their place.

use crate::note::{Note, Place, Reason};
use crate::refusal::Refusal;
use alloc::boxed::Box;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use kumomori_check::document::MAX_BYTES;
use kumomori_wire::diagnostic::Diagnostic;
use kumomori_wire::excerpt::shown_char;
use kumomori_wire::json::{Node, Value, parse};

/// The most characters of a text of the file that are repeated.
const MAX_SHOWN: usize = 80;

/// The most characters of a path that are named.
const MAX_PATH: usize = 240;

/// A text of a file, cut and free of what could mislead a screen.
pub(crate) fn shown(text: &str) -> String {
    let text = text.trim();
    let mut out: String = text.chars().take(MAX_SHOWN).map(shown_char).collect();
    if text.chars().nth(MAX_SHOWN).is_some() {
        out.push('…');
    }
    out
}

/// The text of a file, without the byte order mark that some shells write.
pub(crate) fn text(bytes: &[u8]) -> Result<&str, Refusal> {
    if bytes.len() > MAX_BYTES {
        return Err(Refusal::TooLarge { bytes: bytes.len(), limit: MAX_BYTES });
    }
    if bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff") {
        return Err(Refusal::Utf16);
    }
    let text = core::str::from_utf8(bytes)
        .map_err(|error| Refusal::NotUtf8 { at: error.valid_up_to() })?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.trim().is_empty() { Err(Refusal::Blank) } else { Ok(text) }
}

/// The values of a file: one, or one a line.
pub(crate) struct Sheet {
    values: Vec<(Node, Lines)>,
    is_stream: bool,
}

impl Sheet {
    /// Reads a text as one JSON value, or as one object a line.
    pub(crate) fn read(text: &str) -> Result<Self, Refusal> {
        match parse(text) {
            Ok(node) => {
                Ok(Self { values: Vec::from([(node, Lines::new(text))]), is_stream: false })
            }
            Err(_) if is_stream(text) => {
                let lines = (1..).zip(text.lines()).filter(|(_, it)| !it.trim().is_empty());
                let value = |(line, text): (u32, &str)| {
                    let node = parse(text).map_err(|it| not_json(it, line))?;
                    Ok((node, Lines::only(usize::try_from(line).unwrap_or(usize::MAX))))
                };
                let values = lines.map(value).collect::<Result<_, Refusal>>()?;
                Ok(Self { values, is_stream: true })
            }
            Err(diagnostic) => Err(Refusal::NotJson(diagnostic)),
        }
    }

    /// Its values; those of a stream are called as the elements of a list.
    pub(crate) fn values(&self) -> impl Iterator<Item = At<'_>> {
        self.values.iter().enumerate().map(|(idx, (node, lines))| {
            let path = if self.is_stream { format!("[{idx}]") } else { String::new() };
            At { node, path, lines }
        })
    }
}

/// Whether there are several lines and the first is an object by itself.
fn is_stream(text: &str) -> bool {
    let mut lines = text.lines().map(str::trim).filter(|it| !it.is_empty());
    let is_object = |it: &str| it.starts_with('{') && it.ends_with('}');
    lines.next().is_some_and(is_object) && lines.next().is_some()
}

/// A problem of a line of a stream, by the line's own number.
fn not_json(mut diagnostic: Box<Diagnostic>, line: u32) -> Refusal {
    if let Some(place) = &mut diagnostic.place {
        place.line = line;
    }
    Refusal::NotJson(diagnostic)
}

/// Where the lines of a text begin.
pub(crate) struct Lines {
    first: usize,
    breaks: Vec<usize>,
}

impl Lines {
    fn new(text: &str) -> Self {
        Self { first: 1, breaks: text.match_indices('\n').map(|(at, _)| at).collect() }
    }

    /// A text that stands on one line.
    pub(crate) fn only(line: usize) -> Self {
        Self { first: line, breaks: Vec::new() }
    }

    fn line(&self, at: usize) -> usize {
        self.first + self.breaks.partition_point(|it| *it < at)
    }
}

/// A value and its place.
#[derive(Clone)]
pub(crate) struct At<'a> {
    /// The value.
    pub(crate) node: &'a Node,
    /// Its path; empty for the whole file.
    pub(crate) path: String,
    lines: &'a Lines,
}

impl<'a> At<'a> {
    /// A value that was read from a text within another value.
    pub(crate) fn within(node: &'a Node, lines: &'a Lines, path: &str) -> Self {
        Self { node, path: path.into(), lines }
    }

    /// The value of a field, `null` too.
    pub(crate) fn field(&self, name: &str) -> Option<Self> {
        let dot = if self.path.is_empty() { "" } else { "." };
        let path = || format!("{}{dot}{name}", self.path);
        self.node.get(name).map(|node| Self { node, path: path(), lines: self.lines })
    }

    /// The value of a field that is not `null`.
    pub(crate) fn some(&self, name: &str) -> Option<Self> {
        self.field(name).filter(|it| it.node.value != Value::Null)
    }

    /// The value of the first of some fields that is there and not `null`.
    pub(crate) fn some_of(&self, names: &[&str]) -> Option<Self> {
        names.iter().find_map(|it| self.some(it))
    }

    /// The fields of an object.
    pub(crate) fn fields(&self) -> impl Iterator<Item = (&'a str, Self)> {
        let dot = if self.path.is_empty() { "" } else { "." };
        self.node.members().iter().map(move |it| {
            let path = format!("{}{dot}{}", self.path, it.key);
            (it.key.as_str(), Self { node: &it.value, path, lines: self.lines })
        })
    }

    /// The elements of a list.
    pub(crate) fn items(&self) -> impl Iterator<Item = Self> {
        self.node.items().iter().enumerate().map(|(idx, node)| Self {
            node,
            path: format!("{}[{idx}]", self.path),
            lines: self.lines,
        })
    }

    /// The text, if it is one.
    pub(crate) fn text(&self) -> Option<&'a str> {
        self.node.text()
    }

    /// The text of a field, if it is one.
    pub(crate) fn text_of(&self, name: &str) -> Option<&'a str> {
        self.node.get(name)?.text()
    }

    pub(crate) fn is_object(&self) -> bool {
        matches!(self.node.value, Value::Object(_))
    }

    pub(crate) fn is_list(&self) -> bool {
        matches!(self.node.value, Value::Array(_))
    }

    /// Its place.
    pub(crate) fn place(&self) -> Place {
        // Names in a path may come from the file.
        let path = self.path.chars().take(MAX_PATH).map(shown_char).collect();
        Place { line: self.line(), path }
    }

    pub(crate) fn line(&self) -> usize {
        self.lines.line(self.node.span.start)
    }

    /// A note about it.
    pub(crate) fn note(&self, reason: Reason) -> Note {
        Note { place: self.place(), reason }
    }

    /// What stands there, for people.
    pub(crate) fn shown(&self) -> String {
        match &self.node.value {
            Value::Null => "null".into(),
            Value::Bool(value) => format!("{value}"),
            Value::Number(text) | Value::Text(text) => shown(text),
            Value::Array(_) => "[…]".into(),
            Value::Object(_) => "{…}".into(),
        }
    }
}
