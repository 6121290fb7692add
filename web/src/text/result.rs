//! Words of the result pages.

use kumomori_report::words::Words;

words! {
    TITLE: "結果", "Result";
    AS_OF: "評価日", "As of";
    TARGET: "目標", "Target";
    VIEW: "誰の責務を見るか", "Whose duties";
    AS_TABLE: "図の値を表で見る", "The figures as a table";
    OVERALL: "全体の5つの数値", "The five figures overall";
    GAPS: "はじめに手を付けるところ", "Where to begin";
    GAPS_MORE: "残りのギャップも表示", "Show the remaining gaps";
    TO_PLAN: "担当と期限を決め、工程表を見る", "Say who and until when, and see the schedule";
    FRAMEWORKS: "規格・規準ごとの状態", "Standard by standard";
    DOCUMENTS: "報告書と一覧", "Documents";
    DOCUMENT: "文書", "Document";
    SHOW: "この画面で読む", "Read it here";
    COMPARE: "比較", "Comparison";
    COMPARE_HINT: "以前に保存したファイルを選ぶと、今の評価と並べて違いを示します。回答は変わりません。", "Choose a file that was saved earlier to see it beside the present one. No answer changes.";
    COMPARE_WITH: "比べるファイルを選ぶ", "Choose a file to compare with";
    SERVICES: "サービスの比較", "Services side by side";
    SERVICES_HINT: "候補ごとに保存した評価ファイルを1つずつ選ぶと、今の評価をAとして、4つまで並べます。関門、リスク、数値の幅、順位の安定性、まだ尋ねることを示します。回答は変わりません。", "Choose the files of the other candidates one by one: they stand beside the present one, A, up to four in all, with gates, risks, bounds of the figures, how stable the order is and what is still to be asked. No answer changes.";
    SERVICES_ADD: "並べるファイルを選ぶ", "Choose a file to set beside it";
    SERVICES_CLEAR: "並べるのをやめる", "Take them away";
    PRINT: "印刷・PDF", "Print or PDF";
    BACK: "結果の全体", "The whole result";
    REFERENCE: "要求事項と対応する管理策の一覧(印刷用)", "Its requirements and the controls that answer them, to read and print";
    TO_ANSWER: "この管理策の回答を見る", "Go to its answers";
    EXPLANATION: "この数値の根拠", "How this figure comes about";
}
