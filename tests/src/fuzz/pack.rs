//! Packed blobs: the library, the checks and the chapters of texts.

use super::{Target, is_sampled, seeds};
use kumomori_core::checks::asking::Questions;
use kumomori_core::pack;
use kumomori_core::text::{Chapter, Lang, TextId, Texts};

pub(super) fn target() -> Target {
    let chapters = Lang::ALL.into_iter().flat_map(kumomori_data::chapters);
    let mut smallest: Vec<Vec<u8>> = chapters.map(|(_, blob)| blob.to_vec()).collect();
    smallest.sort_by_key(Vec::len);
    smallest.truncate(4);
    let blobs = [kumomori_data::LIBRARY.to_vec(), kumomori_data::CHECKS.to_vec()];
    let examples = seeds::examples();
    Target {
        name: "pack",
        seeds: blobs.into_iter().chain(smallest).collect(),
        words: &["\u{0}", "\u{1}", "\u{7f}", "km\u{0}\u{2}"],
        most_memory: 64 << 20,
        read: Box::new(move |input, of| match of {
            0 => library(input),
            1 => checks(input, &examples),
            _ => chapter(input),
        }),
    }
}

fn library(blob: &[u8]) -> bool {
    let Some(library) = pack::read(blob) else { return false };
    let again = pack::read(&pack::write(&library));
    assert_eq!(again.as_ref(), Some(&library));
    true
}

/// Whatever programs come out of a blob, they answer.
fn checks(blob: &[u8], examples: &[Vec<u8>]) -> bool {
    let Some(checks) = pack::read_checks(blob) else { return false };
    if is_sampled(blob) {
        let questions = Questions::new(&checks, checks.policy());
        let answers = examples.iter().flat_map(|it| questions.ask(it));
        assert!(answers.count() <= examples.len());
    }
    let written = pack::write_checks(&checks);
    let again = pack::read_checks(&written).map(|it| pack::write_checks(&it));
    assert_eq!(again, Some(written));
    true
}

fn chapter(blob: &[u8]) -> bool {
    let Some(chapter) = Chapter::open(blob) else { return false };
    let chapters = [chapter];
    let texts = Texts::new(&chapters);
    let n: usize = (0..4_000).step_by(53).map(|it| texts.get(TextId(it)).len()).sum();
    for id in [u32::MAX, u32::MAX - 1, 1 << 31] {
        texts.get(TextId(id));
    }
    n > 0
}
