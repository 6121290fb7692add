//! From tokens to a tree.

use super::token::{Token, tokens, unsupported};
use super::tree::{Expr, Literal, Node, Operator};
use crate::fault::{Fault, Problem, Span};
use crate::program::{Comparison, Counting};
use alloc::boxed::Box;
use alloc::string::{String, ToString};
use alloc::vec::{self, Vec};
use core::iter::Peekable;

/// The longest expression, in bytes.
pub(crate) const MAX_LEN: usize = 4096;
/// The deepest nesting.
pub(crate) const MAX_DEPTH: usize = 32;

type Parsed<T> = Result<T, Fault>;

/// Reads an expression.
pub(crate) fn parse(text: &str) -> Parsed<Expr> {
    if text.len() > MAX_LEN {
        let span = Span { start: 0, end: text.len() };
        return Err(Fault { problem: Problem::TooLong { limit: MAX_LEN }, span });
    }
    let mut parser = Parser { tokens: tokens(text)?.into_iter().peekable(), depth: 0 };
    let expr = parser.choice()?;
    match parser.next() {
        (Token::End, _) => Ok(expr),
        (token, span) => Err(misplaced(&token, span, "the end of the expression")),
    }
}

struct Parser {
    tokens: Peekable<vec::IntoIter<(Token, Span)>>,
    depth: usize,
}

/// Binary operators by how tightly they bind, the loosest first.
const LEVELS: [&[(&str, Operator)]; 5] = [
    &[("||", Operator::Or)],
    &[("&&", Operator::And)],
    &[
        ("==", Operator::Compare(Comparison::Equal)),
        ("!=", Operator::Compare(Comparison::NotEqual)),
        ("<=", Operator::Compare(Comparison::LessOrEqual)),
        (">=", Operator::Compare(Comparison::GreaterOrEqual)),
        ("<", Operator::Compare(Comparison::Less)),
        (">", Operator::Compare(Comparison::Greater)),
        ("in", Operator::In),
    ],
    &[("+", Operator::Count(Counting::Add)), ("-", Operator::Count(Counting::Subtract))],
    &[
        ("*", Operator::Count(Counting::Multiply)),
        ("/", Operator::Count(Counting::Divide)),
        ("%", Operator::Count(Counting::Remainder)),
    ],
];

impl Parser {
    fn next(&mut self) -> (Token, Span) {
        self.tokens.next().unwrap_or((Token::End, Span::default()))
    }

    fn is_next(&mut self, sign: &str) -> bool {
        match self.tokens.peek() {
            Some((Token::Sign(it), _)) => *it == sign,
            Some((Token::Name(it), _)) => it == sign,
            _ => false,
        }
    }

    fn take(&mut self, sign: &str) -> Option<Span> {
        self.is_next(sign).then(|| self.next().1)
    }

    fn expect(&mut self, sign: &'static str) -> Parsed<Span> {
        if self.is_next(sign) {
            return Ok(self.next().1);
        }
        let (token, span) = self.next();
        Err(misplaced(&token, span, sign))
    }

    fn nested<T>(&mut self, parse: impl FnOnce(&mut Self) -> Parsed<T>) -> Parsed<T> {
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            let (_, span) = self.next();
            return Err(Fault { problem: Problem::TooDeep { limit: MAX_DEPTH }, span });
        }
        let parsed = parse(self);
        self.depth -= 1;
        parsed
    }

    fn choice(&mut self) -> Parsed<Expr> {
        self.nested(|parser| {
            let condition = parser.binary(0)?;
            if parser.take("?").is_none() {
                return Ok(condition);
            }
            let yes = parser.binary(0)?;
            parser.expect(":")?;
            let no = parser.choice()?;
            let span = condition.span.to(no.span);
            whole(Node::Choice(Box::new(condition), Box::new(yes), Box::new(no)), span)
        })
    }

    fn binary(&mut self, level: usize) -> Parsed<Expr> {
        let Some(operators) = LEVELS.get(level) else { return self.unary() };
        let mut left = self.binary(level + 1)?;
        while let Some(operator) = self.operator(operators)? {
            let right = self.binary(level + 1)?;
            let span = left.span.to(right.span);
            left = whole(Node::Binary(operator, Box::new(left), Box::new(right)), span)?;
        }
        Ok(left)
    }

    fn operator(&mut self, operators: &[(&str, Operator)]) -> Parsed<Option<Operator>> {
        if let Some((token, span)) = self.tokens.peek()
            && let Some(problem) = foreign_operator(token)
        {
            return Err(Fault { problem, span: *span });
        }
        for (sign, operator) in operators {
            if self.take(sign).is_some() {
                return Ok(Some(*operator));
            }
        }
        Ok(None)
    }

    fn unary(&mut self) -> Parsed<Expr> {
        if let Some(start) = self.take("!") {
            let of = self.nested(Self::unary)?;
            let span = start.to(of.span);
            return whole(Node::Not(Box::new(of)), span);
        }
        let Some(start) = self.take("-") else { return self.member() };
        if let Some((Token::MinInt, end)) = self.tokens.next_if(|(it, _)| *it == Token::MinInt) {
            return whole(Node::Literal(Literal::Int(i64::MIN)), start.to(end));
        }
        let of = self.nested(Self::unary)?;
        let span = start.to(of.span);
        whole(Node::Minus(Box::new(of)), span)
    }

    fn member(&mut self) -> Parsed<Expr> {
        let mut expr = self.primary()?;
        loop {
            expr = if self.take(".").is_some() {
                self.field(expr)?
            } else if self.take("[").is_some() {
                let index = self.choice()?;
                let span = expr.span.to(self.expect("]")?);
                whole(Node::Index(Box::new(expr), Box::new(index)), span)?
            } else {
                return Ok(expr);
            };
        }
    }

    fn field(&mut self, of: Expr) -> Parsed<Expr> {
        let (token, at) = self.next();
        let Token::Name(name) = token else { return Err(misplaced(&token, at, "a field")) };
        if self.take("(").is_none() {
            let span = of.span.to(at);
            return whole(Node::Field(Box::new(of), name, at), span);
        }
        let (arguments, end) = self.arguments(")")?;
        let span = of.span.to(end);
        let target = Some(Box::new(of));
        whole(Node::Call { name, at, target, arguments }, span)
    }

    fn arguments(&mut self, close: &'static str) -> Parsed<(Vec<Expr>, Span)> {
        let mut arguments = Vec::new();
        if let Some(end) = self.take(close) {
            return Ok((arguments, end));
        }
        loop {
            arguments.push(self.choice()?);
            if let Some(end) = self.take(close) {
                return Ok((arguments, end));
            }
            self.expect(",")?;
        }
    }

    fn primary(&mut self) -> Parsed<Expr> {
        let (token, span) = self.next();
        let literal = |it| whole(Node::Literal(it), span);
        match token {
            Token::Int(value) => literal(Literal::Int(value)),
            Token::Double(value) => literal(Literal::Double(value)),
            Token::Text(value) => literal(Literal::Text(value)),
            Token::MinInt => Err(Fault { problem: Problem::BadNumber, span }),
            Token::Name(name) => self.name(name, span),
            Token::Sign("(") => {
                let inner = self.choice()?;
                let span = span.to(self.expect(")")?);
                Ok(Expr { span, ..inner })
            }
            Token::Sign("[") => {
                let (items, end) = self.arguments("]")?;
                whole(Node::List(items), span.to(end))
            }
            Token::Sign("{") => Err(Fault {
                problem: unsupported("maps", "a list, or fields of the document"),
                span,
            }),
            token => Err(misplaced(&token, span, "a value")),
        }
    }

    fn name(&mut self, name: String, at: Span) -> Parsed<Expr> {
        let literal = match name.as_str() {
            "true" => Some(Literal::Bool(true)),
            "false" => Some(Literal::Bool(false)),
            "null" => Some(Literal::Null),
            "not" => {
                return Err(Fault {
                    problem: unsupported("`not`", "`!` before the value"),
                    span: at,
                });
            }
            _ => None,
        };
        if let Some(literal) = literal {
            return whole(Node::Literal(literal), at);
        }
        if self.take("(").is_none() {
            return whole(Node::Name(name), at);
        }
        let (arguments, end) = self.arguments(")")?;
        whole(Node::Call { name, at, target: None, arguments }, at.to(end))
    }
}

/// An expression, if it is not too deep.
fn whole(node: Node, span: Span) -> Parsed<Expr> {
    let expr = Expr::new(node, span);
    if expr.depth > MAX_DEPTH {
        return Err(Fault { problem: Problem::TooDeep { limit: MAX_DEPTH }, span });
    }
    Ok(expr)
}

/// What people write from other languages.
fn foreign_operator(token: &Token) -> Option<Problem> {
    match token {
        Token::Sign("=") => Some(unsupported("assignment", "`==` to compare")),
        Token::Name(name) => match name.as_str() {
            "and" => Some(unsupported("`and`", "`&&`")),
            "or" => Some(unsupported("`or`", "`||`")),
            "is" => Some(unsupported("`is`", "`==`")),
            "matches" => {
                Some(unsupported("regular expressions", "`startsWith`, `endsWith` or `contains`"))
            }
            _ => None,
        },
        _ => None,
    }
}

fn misplaced(token: &Token, span: Span, expected: &'static str) -> Fault {
    let found = match token {
        Token::Name(name) => name.clone(),
        Token::Int(value) => value.to_string(),
        Token::Double(value) => value.to_string(),
        Token::MinInt => "9223372036854775808".into(),
        Token::Text(text) => text.clone(),
        Token::Sign(sign) => (*sign).into(),
        Token::End => "the end".into(),
    };
    Fault { problem: Problem::Unexpected { found, expected }, span }
}
