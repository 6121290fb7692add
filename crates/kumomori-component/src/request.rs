//! Requests of the module, made of what the functions are given, and places in them.

use crate::exports::exports::kumomori::policy::assess::{Language, Options, Problem, Role};
use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use kumomori_check::document::{members, place};
use kumomori_core::checks::asking::NotAsked;
use kumomori_core::text::Lang;
use kumomori_report::check::not_asked;
use kumomori_wire::json::{Node, parse};
use kumomori_wire::write;

/// The text of a request. What stands in it as it was given begins on a line of its own.
pub(crate) struct Request {
    text: String,
    /// What was given, and the line on which it begins, in the order of the lines.
    parts: Vec<(String, u32)>,
    line: u32,
}

impl Request {
    /// A request that wants something, with some options.
    ///
    /// # Errors
    ///
    /// Thresholds that are no JSON.
    pub(crate) fn new(wants: &str, options: &Options) -> Result<Self, Vec<Problem>> {
        let mut text = format!(r#"{{"format":"kumomori.request/1","want":[{wants}]"#);
        text += &format!(r#","lang":"{}""#, lang(options).tag());
        let role =
            options.role.map(|it| if it == Role::Customer { "customer" } else { "provider" });
        text.extend(role.map(|it| format!(r#","role":"{it}""#)));
        let mut request = Self { text, parts: Vec::new(), line: 1 };
        let mut wrong = Vec::new();
        request.text += r#","thresholds":{"#;
        for (idx, (name, value)) in options.thresholds.iter().enumerate() {
            let comma = if idx == 0 { "" } else { "," };
            request.text += &format!("{comma}{}:", quoted(name));
            match parse(value) {
                Ok(_) => request.put(format!("thresholds.{name}"), value),
                Err(_) => wrong.push(no_json(lang(options), format!("thresholds.{name}"))),
            }
        }
        request.text.push('}');
        if wrong.is_empty() { Ok(request) } else { Err(wrong) }
    }

    /// Adds a field with a text.
    pub(crate) fn text(&mut self, name: &str, value: &str) {
        self.text += &format!(r#","{name}":{}"#, quoted(value));
    }

    /// Adds a field with JSON as it was given.
    pub(crate) fn json(&mut self, name: &str, value: &str) {
        self.text += &format!(r#","{name}":"#);
        self.put(name.to_owned(), value);
    }

    /// Adds evidence files; one that is not whole is left empty.
    pub(crate) fn evidence(&mut self, files: &[String]) {
        self.text += r#","evidence":["#;
        for (idx, file) in files.iter().enumerate() {
            if idx > 0 {
                self.text.push(',');
            }
            let is_whole = members(file.as_bytes()).is_ok();
            self.put(format!("evidence[{idx}]"), if is_whole { file } else { "{}" });
        }
        self.text.push(']');
    }

    fn put(&mut self, name: String, json: &str) {
        self.parts.push((name, self.line + 1));
        self.text += &format!("\n{json}\n");
        self.line += 2 + u32::try_from(json.matches('\n').count()).unwrap_or(u32::MAX);
    }

    /// What the module answers: `ok`, or what is wrong with what was given.
    pub(crate) fn answer(&mut self) -> Result<Node, Vec<Problem>> {
        self.text.push('}');
        let answer =
            parse(&kumomori_module::answer(self.text.as_bytes())).map_err(|_| Vec::new())?;
        if let Some(found) = answer.get("diagnostics") {
            return Err(found.items().iter().map(|it| self.problem(it)).collect());
        }
        answer.get("ok").cloned().ok_or_else(Vec::new)
    }

    fn problem(&self, found: &Node) -> Problem {
        let line = found.get("line").and_then(Node::whole).unwrap_or(1);
        let part = self.parts.iter().rev().find(|(_, start)| *start <= line);
        let named = found.get("field").and_then(Node::text).unwrap_or_default();
        let field = part.map_or(named, |(name, _)| name.as_str());
        let field = if named.starts_with(field) { named } else { field };
        Problem {
            field: field.to_owned(),
            message: of(found, "message"),
            help: found.get("help").and_then(Node::text).map(ToOwned::to_owned),
            line: self.within(line),
            column: found.get("column").and_then(Node::whole).unwrap_or(1),
        }
    }

    /// The line of what was given that a line of the request is.
    pub(crate) fn within(&self, line: u32) -> u32 {
        let part = self.parts.iter().rev().find(|(_, start)| *start <= line);
        part.map_or(1, |(_, start)| line - start + 1)
    }
}

/// What keeps a text from being read as one JSON object, if anything.
pub(crate) fn broken(lang: Lang, field: String, text: &str) -> Option<Problem> {
    let fault = members(text.as_bytes()).err()?;
    let (line, column) = place(text.as_bytes(), fault.at);
    let message = not_asked(lang, &NotAsked::Broken(fault));
    Some(Problem { field, message, help: None, line: number(line), column: number(column) })
}

fn no_json(lang: Lang, field: String) -> Problem {
    let message =
        if lang == Lang::Ja { "JSONの値が要る" } else { "a value in JSON is needed here" };
    Problem { field, message: message.to_owned(), help: None, line: 1, column: 1 }
}

/// The language of an answer.
pub(crate) fn lang(options: &Options) -> Lang {
    if options.language == Language::Ja { Lang::Ja } else { Lang::En }
}

/// A text of an object of the answer.
pub(crate) fn of(node: &Node, name: &str) -> String {
    node.get(name).and_then(Node::text).unwrap_or_default().to_string()
}

fn quoted(text: &str) -> String {
    write::to_text(&write::text(text)).trim_end().to_owned()
}

fn number(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
