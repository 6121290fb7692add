//! A tree as the rules of `policies/README.md` write it.

use super::tree::Node;

/// Keys whose value is one of a few fixed words.
const FIXED_WORDS: &[&str] = &[
    "aspect",
    "calls-for",
    "carry-over",
    "confidence",
    "examination",
    "frequency",
    "ladder",
    "lifecycle",
    "model",
    "part",
    "relation",
    "role",
    "roles",
    "severity",
    "shape",
    "status",
    "subject",
];

/// The kinds of risks; every other kind is a name.
const RISK_KINDS: &[&str] = &["ai", "cloud"];

/// Words that YAML takes for something else when they are not quoted.
const NO_WORDS: &[&str] = &["false", "n", "no", "null", "off", "on", "true", "y", "yes"];

/// How much deeper the parts of a value stand.
const STEP: usize = 2;

/// A whole file.
pub(super) fn document(tree: &Node) -> String {
    match tree {
        Node::Fields(parts) if !parts.is_empty() => fields(parts, 0),
        Node::List(items) if !is_in_line(tree) => list(items, 0),
        _ => format!("{}\n", in_line(tree, "")),
    }
}

fn fields(parts: &[(String, Node)], indent: usize) -> String {
    let lines = parts.iter().map(|(name, value)| {
        format!("{:indent$}{}:{}", "", key(name), after_key(name, value, indent))
    });
    lines.collect()
}

/// What follows the colon, to the end of the value.
fn after_key(name: &str, value: &Node, indent: usize) -> String {
    let deeper = indent + STEP;
    match value {
        Node::Text(text) if is_block(text) => format!(" |\n{}", block(text, deeper)),
        Node::Fields(parts) if !parts.is_empty() => format!("\n{}", fields(parts, deeper)),
        Node::List(items) if !is_in_line(value) => format!("\n{}", list(items, deeper)),
        _ => format!(" {}\n", in_line(value, name)),
    }
}

/// Items below one another, the first line of each after a dash.
fn list(items: &[Node], indent: usize) -> String {
    let deeper = indent + STEP;
    let item = |it: &Node| {
        let text = match it {
            Node::Fields(parts) if !parts.is_empty() => fields(parts, deeper),
            Node::List(parts) if !is_in_line(it) => list(parts, deeper),
            _ => format!("{:deeper$}{}\n", "", in_line(it, "")),
        };
        format!("{:indent$}- {}", "", text.trim_start())
    };
    items.iter().map(item).collect()
}

/// Whether a value stands on the line of its key.
fn is_in_line(value: &Node) -> bool {
    match value {
        Node::Text(_) | Node::Word(_) => true,
        Node::List(items) => items.iter().all(Node::is_scalar),
        Node::Fields(parts) => parts.is_empty(),
    }
}

fn in_line(value: &Node, name: &str) -> String {
    match value {
        Node::Text(text) if is_fixed(name, text) => text.clone(),
        Node::Text(text) => quoted(text),
        Node::Word(word) => word.clone(),
        Node::List(items) => {
            let items: Vec<String> = items.iter().map(|it| in_line(it, "")).collect();
            format!("[{}]", items.join(", "))
        }
        Node::Fields(_) => "{}".to_owned(),
    }
}

/// Whether a text is a fixed word of its key. Types may be two, such as `list string`.
fn is_fixed(name: &str, text: &str) -> bool {
    match name {
        "kind" => RISK_KINDS.contains(&text),
        "type" => text.split(' ').all(is_word),
        _ => FIXED_WORDS.contains(&name) && is_word(text),
    }
}

/// Whether a text is one word in lower case that YAML leaves alone.
fn is_word(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_lowercase())
        && text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
        && !NO_WORDS.contains(&text)
}

fn key(name: &str) -> String {
    if is_word(name) { name.to_owned() } else { quoted(name) }
}

/// Whether a text is prose or an expression: whole lines, with nothing that a block would lose.
/// Only lines after the first may be set in.
fn is_block(text: &str) -> bool {
    let is_plain = |line: &str| {
        !line.is_empty()
            && line.trim_end() == line
            && !line.starts_with('\t')
            && !line
                .chars()
                .any(|c| c.is_control() || matches!(c, '\u{feff}' | '\u{2028}' | '\u{2029}'))
    };
    !text.starts_with(' ')
        && text.strip_suffix('\n').is_some_and(|lines| lines.split('\n').all(is_plain))
}

fn block(text: &str, indent: usize) -> String {
    let mut block = String::new();
    for line in text.lines() {
        block.push_str(&format!("{:indent$}{line}\n", ""));
    }
    block
}

fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for c in text.chars() {
        match c {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            '\t' => quoted.push_str("\\t"),
            c if c.is_control() || matches!(c, '\u{feff}' | '\u{2028}' | '\u{2029}') => {
                quoted.push_str(&format!("\\u{:04x}", u32::from(c)));
            }
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}
