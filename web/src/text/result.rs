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
    FRAMEWORKS: "規格・規準ごとの状態", "Standard by standard";
    DOCUMENTS: "報告書と一覧", "Documents";
    DOCUMENT: "文書", "Document";
    START: "作業を始める日", "Work begins on";
    PEOPLE: "人数(役割ごと)", "People for each role";
    TERMS_WRONG: "日付と、1から99の人数を入れてください。", "Give a day, and a number of people from 1 to 99.";
    SHOW: "この画面で読む", "Read it here";
    COMPARE: "比較", "Comparison";
    COMPARE_HINT: "以前に保存したファイルか、別のサービスの評価ファイルを選ぶと、今の評価と並べて違いを示します。回答は変わりません。", "Choose a file that was saved earlier, or that of another service, to see it beside the present one. No answer changes.";
    COMPARE_WITH: "比べるファイルを選ぶ", "Choose a file to compare with";
    PRINT: "印刷・PDF", "Print or PDF";
    BACK: "結果の全体", "The whole result";
    REFERENCE: "要求事項と対応する管理策の一覧(印刷用)", "Its requirements and the controls that answer them, to read and print";
    TO_ANSWER: "この管理策の回答を見る", "Go to its answers";
    EXPLANATION: "この数値の根拠", "How this figure comes about";
}
