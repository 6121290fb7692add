//! Expressions as text, with no more parentheses than CEL needs.

use super::{Expr, Function, Macro, Operator};
use std::fmt::{self, Display, Formatter};

impl Display for Expr {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Null => f.write_str("null"),
            Self::Bool(value) => write!(f, "{value}"),
            Self::Int(value) => write!(f, "{value}"),
            Self::Double(value) => write!(f, "{value:?}"),
            Self::Text(text) => f.write_str(&quoted(text)),
            Self::List(items) => {
                let items: Vec<String> = items.iter().map(ToString::to_string).collect();
                write!(f, "[{}]", items.join(", "))
            }
            Self::Policy(name) => write!(f, "policy.{name}"),
            Self::Document(name) | Self::Variable(name) => f.write_str(name),
            // Either way of writing a field; which one does not matter.
            Self::Field(of, name) if name.len() == 2 => {
                write!(f, "{}['{name}']", within(of, MEMBER))
            }
            Self::Field(of, name) => write!(f, "{}.{name}", within(of, MEMBER)),
            Self::Has(of, name) => write!(f, "has({}.{name})", within(of, MEMBER)),
            Self::Index(list, at) => write!(f, "{}[{at}]", within(list, MEMBER)),
            Self::Not(of) => write!(f, "!{}", within(of, UNARY)),
            Self::Minus(of) => write!(f, "-{}", within(of, UNARY)),
            Self::Two(operator, a, b) if operator.is_called() => {
                write!(f, "{}.{}({b})", within(a, MEMBER), operator.word())
            }
            Self::Two(operator, a, b) => {
                let level = operator.level();
                write!(f, "{} {} {}", within(a, level), operator.word(), within(b, level + 1))
            }
            Self::Choice(condition, yes, no) => {
                write!(f, "{} ? {} : {no}", within(condition, OR), within(yes, OR))
            }
            Self::Call(function, of) => write!(f, "{}({of})", function.word()),
            Self::Macro(which, list, variable, body) => {
                write!(f, "{}.{}({variable}, {body})", within(list, MEMBER), which.word())
            }
        }
    }
}

const OR: u8 = 1;
const UNARY: u8 = 6;
const MEMBER: u8 = 7;

/// An expression where only those of some level may stand bare.
fn within(expr: &Expr, level: u8) -> String {
    if expr.level() < level { format!("({expr})") } else { expr.to_string() }
}

impl Expr {
    /// How tightly it holds together, from `?:` to what needs no parentheses anywhere.
    fn level(&self) -> u8 {
        match self {
            Self::Choice(..) => 0,
            Self::Two(operator, ..) => operator.level(),
            Self::Not(_) | Self::Minus(_) => UNARY,
            Self::Int(value) if *value < 0 => UNARY,
            Self::Double(value) if value.is_sign_negative() => UNARY,
            _ => MEMBER,
        }
    }
}

impl Operator {
    fn is_called(self) -> bool {
        matches!(self, Self::StartsWith | Self::EndsWith | Self::Contains)
    }

    fn level(self) -> u8 {
        match self {
            Self::Or => OR,
            Self::And => 2,
            Self::Equal
            | Self::NotEqual
            | Self::In
            | Self::Less
            | Self::LessOrEqual
            | Self::Greater
            | Self::GreaterOrEqual => 3,
            Self::Add | Self::Subtract => 4,
            Self::Multiply | Self::Divide | Self::Remainder => 5,
            Self::StartsWith | Self::EndsWith | Self::Contains => MEMBER,
        }
    }

    fn word(self) -> &'static str {
        match self {
            Self::Or => "||",
            Self::And => "&&",
            Self::Equal => "==",
            Self::NotEqual => "!=",
            Self::Less => "<",
            Self::LessOrEqual => "<=",
            Self::Greater => ">",
            Self::GreaterOrEqual => ">=",
            Self::In => "in",
            Self::Add => "+",
            Self::Subtract => "-",
            Self::Multiply => "*",
            Self::Divide => "/",
            Self::Remainder => "%",
            Self::StartsWith => "startsWith",
            Self::EndsWith => "endsWith",
            Self::Contains => "contains",
        }
    }
}

impl Function {
    fn word(self) -> &'static str {
        match self {
            Self::Size => "size",
            Self::Timestamp => "timestamp",
            Self::Duration => "duration",
            Self::Version => "version",
        }
    }
}

impl Macro {
    fn word(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Exists => "exists",
            Self::ExistsOne => "exists_one",
            Self::Filter => "filter",
            Self::Map => "map",
        }
    }
}

fn quoted(text: &str) -> String {
    let mut quoted = String::from("'");
    for char in text.chars() {
        match char {
            '\'' | '\\' => quoted.extend(['\\', char]),
            '\n' => quoted.push_str("\\n"),
            _ => quoted.push(char),
        }
    }
    quoted + "'"
}
