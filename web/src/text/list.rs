//! Words of the list of answers and of the page of one control.

use crate::filter::Show;
use kumomori_core::text::Lang;
use kumomori_report::words::Words;

words! {
    TITLE: "管理策の一覧", "All controls";
    LEAD: "絞り込み、並べ替え、その場で答えられます。題名を選ぶと、1件ずつ答えるページに移ります。", "Filter, sort, and answer in place. A title leads to the page of that control alone.";
    SEARCH: "探す(管理策の名前・目的・担当・メモ)", "Search in names, objectives, owners and notes";
    STATE: "状態", "State";
    ROLE: "役割", "Role";
    DOMAIN: "領域", "Domain";
    FRAMEWORK: "規格・規準", "Standard";
    RISK: "リスク", "Risk";
    OWNER: "担当", "Owner";
    NO_OWNER: "担当なし", "Nobody yet";
    ORDER: "並び順", "Order";
    ORDER_LIBRARY: "領域の順", "By domain";
    ORDER_GAPS: "埋める効果の大きい順", "Most worth closing first";
    ANY: "すべて", "All";
    CONTROL: "管理策", "Control";
    RESULT: "判定", "Status";
    NONE: "当てはまる管理策はありません。", "No control is left.";
    NO_ANSWER: "未回答", "No answer";
    BULK: "表示中のものにまとめて答える", "Answer all that are listed at once";
    BULK_HINT: "一度に答えても、あとで1件ずつ直せます。まとめて元に戻すこともできます。", "Each can be corrected afterwards, and all of it be undone in one step.";
    ASPECT: "何に答えるか", "What to answer";
    LEVEL: "レベル", "Level";
    ONLY_OPEN: "まだ答えていないものだけ", "Only where nothing is answered yet";
    BULK_DO: "まとめて答える", "Answer them";
    SHEET: "表計算ソフトで答える(CSV)", "Answer in a spreadsheet (CSV)";
    SHEET_HINT: "評価範囲の管理策を役割ごとに1行ずつ書き出します。書き込んだファイルは、管理策IDと役割で突き合わせて読み込みます。空欄は元のまま、「-」は取り消しになります。", "Writes one row for each control in scope and role. A file that comes back is matched by control id and role. An empty cell leaves what is there; a dash takes it away.";
    EXPORT: "CSVを書き出す", "Write CSV";
    IMPORT: "CSVを読み込む", "Read CSV";
    TAKE: "この変更を取り込む", "Take these changes";
    LEAVE: "取り込まない", "Leave it";
    QUICK: "クイックチェック(10分ほど)", "Quick check (about ten minutes)";
    QUICK_TEXT: "キー管理策だけに答えます。答えはそのまま残り、後から残りに進めます。", "Answer the key controls only. The answers stay when you go deeper.";
    ONE_BY_ONE: "1件ずつ答える", "Answer one by one";
    ONE_BY_ONE_TEXT: "まだ答えていない最初の管理策から始めます。", "Begins with the first control that is not answered.";
    LIST_TEXT: "絞り込み、検索、まとめて回答。慣れた人向け。", "Filters, search, many answers at once; for those who know the controls.";
    PREVIOUS: "前の管理策", "Previous control";
    NEXT: "次の管理策", "Next control";
    NEXT_OPEN: "次の未回答", "Next without an answer";
    NOT_IN_SCOPE: "この管理策は評価範囲にありません。", "This control is not in scope.";
}

/// What a state is called.
pub(crate) fn show(show: Show) -> Words {
    match show {
        Show::All => ANY,
        Show::Key => Words::new("キー管理策", "Key controls"),
        Show::Open => Words::new("回答が済んでいない", "Not answered in full"),
        Show::Gap => Words::new("目標に届いていない", "Below the target"),
        Show::Contradicted => Words::new("証拠と食い違う", "Contradicted by evidence"),
        Show::Excluded => Words::new("適用しない", "Said not to apply"),
        Show::Marked => Words::new("見直しの印がある", "Marked to be looked at again"),
    }
}

/// What was answered rung by rung, from the lowest to the highest level that it can mean.
pub(crate) fn by_rungs(lang: Lang, low: u8, high: u8) -> String {
    let levels = if low == high { low.to_string() } else { format!("{low}-{high}") };
    match lang {
        Lang::Ja => format!("段ごと({levels})"),
        Lang::En => format!("By rungs ({levels})"),
    }
}

/// How many are listed.
pub(crate) fn count(lang: Lang, n: usize) -> String {
    match (lang, n) {
        (Lang::Ja, _) => format!("{n}件"),
        (Lang::En, 1) => "1 answer".to_owned(),
        (Lang::En, _) => format!("{n} answers"),
    }
}

/// What answering all that are listed would change.
pub(crate) fn would_change(lang: Lang, n: usize, first: &[String]) -> String {
    let listed = first.join(if lang == Lang::Ja { "、" } else { ", " });
    match (lang, n, n > first.len()) {
        (Lang::Ja, 0, _) => "変わる回答はありません。".to_owned(),
        (Lang::En, 0, _) => "No answer would change.".to_owned(),
        (Lang::Ja, _, true) => format!("{n}件の回答が変わります: {listed}ほか。"),
        (Lang::Ja, _, false) => format!("{n}件の回答が変わります: {listed}。"),
        (Lang::En, 1, _) => format!("1 answer would change: {listed}."),
        (Lang::En, _, true) => format!("{n} answers would change: {listed} and others."),
        (Lang::En, _, false) => format!("{n} answers would change: {listed}."),
    }
}

/// Which of all controls this is.
pub(crate) fn place(lang: Lang, place: usize, all: usize) -> String {
    match lang {
        Lang::Ja => format!("管理策 {place} / {all}"),
        Lang::En => format!("Control {place} of {all}"),
    }
}
