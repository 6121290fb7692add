//! Words about opening and saving files, and about replacing work.

use kumomori_report::words::Words;

words! {
    OPEN: "ファイルを開く", "Open a file";
    SAVE: "ファイルに保存", "Save to a file";
    SAVE_ENCRYPTED: "暗号化して保存", "Save encrypted";
    SAVE_EVALUATION: "評価結果を保存(JSON)", "Save the evaluation (JSON)";
    REFUSED: "ファイルを開けませんでした", "The file could not be opened";
    REFUSED_KEEPS: "いまの評価はそのまま残っています。下の箇所を直してから、もう一度開いてください。", "Your present work is untouched. Correct what is listed, then open the file again.";
    STORED_REFUSED: "このブラウザに保存されている評価を読み取れませんでした", "The assessment stored in this browser could not be read";
    STORED_KEEPS: "保存されている内容は消していません。下のボタンで、そのままファイルに保存できます。", "What is stored was not deleted. The button below saves it to a file as it is.";
    SAVE_RAW: "保存されている内容をファイルに保存", "Save what is stored to a file";
    WARNINGS: "ファイルを開きました。次の点に注意してください", "The file is open. Please note";
    REPLACE: "いまの評価を置き換えますか", "Replace the present assessment?";
    REPLACE_TEXT: "開こうとしているもの:", "About to open:";
    REPLACE_WARNING: "いまの評価は履歴に残り、元に戻せます。証拠文書は外れます。別に残すときは、先にファイルに保存してください。", "The present assessment stays in the history, and this can be undone; evidence files are taken out. To keep a copy, save it to a file first.";
    REPLACE_SAVE: "いまの評価をファイルに保存", "Save the present one to a file";
    REPLACE_DO: "置き換える", "Replace";
    REPLACE_KEEP: "置き換えない", "Keep the present one";
    MERGE_TEXT: "いまの評価と同じ評価から分かれたファイルです。置き換えずに、両方の変更を一つにまとめることもできます。", "The file came of the same assessment as yours. Instead of replacing, the changes of both can be made one.";
    MERGE_FIRST: "まとめる(食い違いはいまの評価を採る)", "Merge, with yours where they contradict";
    MERGE_SECOND: "まとめる(食い違いはファイルを採る)", "Merge, with the file's where they contradict";
    UNREADABLE: "ファイルの中身を読み取れませんでした。", "The browser could not read the file.";
}
