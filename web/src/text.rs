//! What the site says in its own words, in both languages.
//!
//! Words of the field (statuses, levels, roles) come from the report crate, texts of the policies
//! from the library; what stands here is only about the pages themselves.

use kumomori_report::words::Words;

macro_rules! words {
    ($($name:ident: $ja:literal, $en:literal;)*) => {
        $(pub(crate) const $name: Words = Words::new($ja, $en);)*
    };
}

pub(crate) mod about;
pub(crate) mod assess;
pub(crate) mod evidence;
pub(crate) mod file;
pub(crate) mod guide;
pub(crate) mod list;
pub(crate) mod past;
pub(crate) mod plan;
pub(crate) mod result;
pub(crate) mod scope;
pub(crate) mod start;

words! {
    SITE: "雲守 Kumomori", "Kumomori";
    SKIP: "本文へ移動", "Skip to content";
    PAGES: "ページ", "Pages";
    LANGUAGE: "表示言語", "Language";
    NAV_START: "はじめに", "Start";
    NAV_SCOPE: "対象と目標", "Scope";
    NAV_ASSESS: "回答", "Answers";
    NAV_EVIDENCE: "証拠文書", "Evidence";
    NAV_RESULT: "結果", "Result";
    NAV_PLAN: "改善計画", "Plan";
    NAV_ABOUT: "このサイトについて", "About";
    SAVED: "保存済み", "Saved";
    SAVING: "保存中", "Saving";
    NOT_SAVED: "保存できません", "Not saved ";
    READ_ONLY: "閲覧のみ", "Read only";
    OTHER_TAB: "別のタブで同じ評価を開いているため、このタブは閲覧のみです。ここで編集すると、もう一方のタブは内容を保存してから閲覧のみになります。", "Another tab has this assessment open, so this one is read only. If you edit here, the other tab keeps its work and becomes read only.";
    TAKE_OVER: "このタブで編集する", "Edit here";
    REASON_CONFLICT: "別のタブで新しい内容が保存されています。この内容をファイルに保存してから読み込み直してください", "another tab has saved something newer; save this to a file, then reload";
    REASON_QUOTA: "ブラウザの保存領域が足りません。ファイルに保存してください", "the browser has no room left; save to a file";
    REASON_MEMORY: "保存しない設定です。タブを閉じると消えます", "nothing is kept in this tab; it is gone once the tab is closed";
    REASON_NEWER: "このサイトのより新しい版が保存した内容があり、この版では開けません。サイトのタブをすべて閉じてから開き直してください。保存した内容には触れていません", "a newer version of this site has kept something that this one cannot open; close every tab of the site and open it again. What is kept was not touched";
    REASON_UNREADABLE: "保存されている内容を読み取れないか、見つかりません。上書きはしていません。「履歴」から戻せることがあります", "what was kept here cannot be read, or is gone; it was not overwritten, and the history may have it";
    REASON_CLOSED: "このブラウザでは保存領域を使えません。ファイルに保存してください", "this browser does not allow storing; save to a file";
    LOADING: "読み込んでいます。", "Loading.";
    NO_TEXTS: "文章を読み込めませんでした", "The texts could not be loaded";
    NO_TEXTS_HINT: "通信を確かめて、もう一度読み込んでください。回答はそのまま残っています。", "Check the connection and load them again. Your answers are untouched.";
    NO_TEXTS_AGAIN: "もう一度読み込む", "Load again";
    UNDO: "元に戻す", "Undo";
    REDO: "やり直す", "Redo";
    CLOSE: "閉じる", "Close";
    CANCEL: "取り消す", "Cancel";
    REMOVE: "削除", "Remove";
    WHY: "なぜ?", "Why?";
    NOTHING_YET: "まだ評価がありません", "There is no assessment yet";
    NOTHING_YET_HINT: "新しく始めるか、ファイルまたは例を開いてください。", "Start a new one, or open a file or an example.";
    TO_START: "はじめに戻る", "Back to the start";
}
