//! Expressions.

/// An expression. Its `Display` is the text that the engine compiles.
#[derive(Debug, Clone, PartialEq)]
pub enum Expr {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A whole number.
    Int(i64),
    /// Any other number.
    Double(f64),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Expr>),
    /// `policy.name`.
    Policy(String),
    /// The document, by the name under which checks see it.
    Document(String),
    /// The variable of a macro.
    Variable(String),
    /// `of.name`.
    Field(Box<Expr>, String),
    /// `has(of.name)`.
    Has(Box<Expr>, String),
    /// `list[at]`.
    Index(Box<Expr>, Box<Expr>),
    /// `!a`.
    Not(Box<Expr>),
    /// `-a`.
    Minus(Box<Expr>),
    /// `a + b`.
    Two(Operator, Box<Expr>, Box<Expr>),
    /// `a ? b : c`.
    Choice(Box<Expr>, Box<Expr>, Box<Expr>),
    /// `size(a)`.
    Call(Function, Box<Expr>),
    /// `list.all(variable, body)`.
    Macro(Macro, Box<Expr>, String, Box<Expr>),
}

/// What stands between two expressions, or is called on one with the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "they are named as they are written")]
pub enum Operator {
    Or,
    And,
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    In,
    Add,
    Subtract,
    Multiply,
    Divide,
    Remainder,
    StartsWith,
    EndsWith,
    Contains,
}

/// A function of one value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "they are named as they are written")]
pub enum Function {
    Size,
    Timestamp,
    Duration,
    Version,
}

/// What is asked of the elements of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "they are named as they are written")]
pub enum Macro {
    All,
    Exists,
    ExistsOne,
    Filter,
    Map,
}
