//! What people read: words, sentences, tables, charts and whole documents, in Japanese and English.
//!
//! Everything here is derived from a library, an assessment and its evaluation by pure functions.
//! Library texts are read through [`names::Names`]; the words of this crate stand in [`words`].
//! A [`document::Document`] is data: a page renders it as elements, the command line as text.
//!
//! Nothing here reads a file or draws on a screen, and nothing here gives a verdict of its own on
//! conformity or certification.

#![no_std]
#![forbid(unsafe_code)]

extern crate alloc;

pub mod answers;
pub mod book;
pub mod chart;
pub mod check;
pub mod csv;
pub mod diagnostic;
pub mod document;
mod domain;
pub mod explain;
pub mod export;
pub mod form;
pub mod heard;
pub mod history;
pub mod html;
pub mod import;
mod layout;
pub mod markdown;
pub mod merge;
pub mod names;
mod number;
pub mod part;
pub mod reference;
pub mod report;
pub mod sentence;
pub mod summary;
pub mod table;
pub mod topic;
pub mod words;

#[cfg(test)]
mod support;
