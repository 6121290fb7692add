//! Words of the result pages.

use kumomori_report::words::Words;

words! {
    TITLE: "結果", "Result";
    AS_OF: "評価日", "As of";
    TARGET: "目標", "Target";
    VIEW: "誰の責務を見るか", "Whose duties";
    PICTURE: "設計と運用", "Design against operation";
    AS_TABLE: "図の値を表で見る", "The figures as a table";
    OVERALL: "全体の5つの数値", "The five figures overall";
    MEANING: "数値の意味", "What the figures mean";
    PROOF_TEXT: "申告と確認済みの開きは、証拠をそろえれば埋まる分です。", "The distance between claimed and confirmed is what evidence would close.";
    GAPS: "はじめに手を付けるところ", "Where to begin";
    GAPS_NONE: "目標に届いていない項目はありません。", "Nothing in scope is below the target.";
    GAPS_MORE: "残りのギャップも表示", "Show the remaining gaps";
    FRAMEWORKS: "規格・規準ごとの状態", "Standard by standard";
    STATUS: "状態", "Status";
    MEASURES: "公表されている対策から読めること", "What published measures answer";
    RISKS_AI: "AI利用のリスク", "Risks of using AI";
    RISKS_CLOUD: "クラウド利用のリスク", "Risks of using the cloud";
    ATTESTATIONS: "認証書と監査報告書", "Certificates and reports";
    DOCUMENTS: "報告書と一覧", "Documents";
    DOCUMENT: "文書", "Document";
    SHOW: "この画面で読む", "Read it here";
    COMPARE: "比較", "Comparison";
    COMPARE_HINT: "以前に保存したファイルか、別のサービスの評価ファイルを選ぶと、今の評価と並べて違いを示します。回答は変わりません。", "Choose a file that was saved earlier, or that of another service, to see it beside the present one. No answer changes.";
    COMPARE_WITH: "比べるファイルを選ぶ", "Choose a file to compare with";
    WARNINGS: "数値に入らなかったもの", "What was left out";
    LIMITS: "この結果の限界", "Limits of this result";
    PRINT: "印刷・PDF", "Print or PDF";
    BACK: "結果の全体", "The whole result";
    REFERENCE: "要求事項と対応する管理策の一覧(印刷用)", "Its requirements and the controls that answer them, to read and print";
    NOT_TARGET: "この規格・規準は目標に選ばれていません。", "This standard is not among the targets.";
    TO_ANSWER: "この管理策の回答を見る", "Go to its answers";
    DETAILS: "値とその範囲を表で見る", "Levels and their range as a table";
    EXPLANATION: "この数値の根拠", "How this figure comes about";
}
