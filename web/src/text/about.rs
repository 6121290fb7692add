//! Words of the page about the site.

use kumomori_report::words::Words;

words! {
    TITLE: "このサイトについて", "About this site";
    PRIVACY: "回答の扱い", "What happens to your answers";
    CHECK: "自分で確かめる", "Check it yourself";
    PROBE_TEXT: "外へ出る道をこのブラウザで一つずつ試し、止められるかを見ることもできます。宛先はだれのものでもない名前(probe.example)で、回答は使いません。", "This browser can also try the ways out one by one and show which of them it refuses. They lead to a name that belongs to nobody (probe.example), and no answer is used.";
    PROBE: "外へ出る道を試す", "Try the ways out";
    LOCK: "パスフレーズによる保護", "Protection with a passphrase";
    KEPT: "このブラウザに保存した内容", "What is kept in this browser";
    FORGET: "すべて消去する", "Erase everything";
    FORGET_TEXT: "このブラウザに保存されているすべての評価、証拠文書、設定、暗号鍵を消します。元に戻せません。", "Deletes all assessments, the evidence documents, the settings and the keys from this browser. It cannot be undone.";
    FORGET_SURE: "本当に消去しますか", "Erase everything?";
    FORGET_DO: "消去する", "Erase";
    FORGET_FAILED: "消去できませんでした。ほかのタブを閉じてから、もう一度試してください。", "It could not be erased. Close the other tabs, then try again.";
    LIMITS: "評価の限界", "Limits of a self-assessment";
    REFERENCE: "読む・印刷する", "To read and print";
    REFERENCE_TEXT: "評価に使う管理策と、規格・規準の要求事項のすべてを、別のページにまとめています。開くときにサーバーに伝わるのはページの名前だけで、回答は送られません。", "All controls that the assessment uses and all requirements of the standards stand on pages of their own. Opening one tells the server the name of the page and no answer.";
    REFERENCE_LINK: "管理策と要求事項の一覧(印刷用)", "All controls and requirements, to read and print";
    STATEMENT_LINK: "セキュリティ部門向けの説明書(ヘッダー、ハッシュ、確かめ方)", "Statement for a security department: headers, hashes, how to verify";
    GLOSSARY: "用語", "Glossary";
    LIBRARY: "ポリシーの版", "Version of the policies";
    SOURCES: "収録している規格・規準", "Standards in the library";
    ASPECT: "観点", "Aspect";
}
