//! Words of the page of evidence files.

use kumomori_report::words::Words;

words! {
    TITLE: "証拠文書", "Evidence documents";
    LEAD: "ツールの出力や設定の一覧を自動チェックに読ませ、回答を裏づけるか、反証するかを確かめます。", "Let checks read what tools print, and see whether it supports your answers or contradicts them.";
    PRIVACY: "ファイルはこのブラウザの中で読みます。どこにも送信しません。内容は回答と同じく暗号化してこのブラウザに保存され、保存用のファイルには入りません。", "Files are read in this browser and sent nowhere. Like your answers they are kept in this browser, encrypted; they do not go into the file that you save.";
    ADD: "証拠文書を選ぶ", "Choose evidence files";
    DROP: "ここにファイルをドロップすることもできます(JSON、複数可)。", "Or drop files here (JSON, several at once).";
    ASKING: "読んでいます。", "Reading.";
    NOT_ASKED: "このブラウザでは自動チェックを動かせませんでした。ページを読み込み直して、もう一度選んでください", "the checks could not be run in this browser; reload the page and choose the file again";
    REFUSED: "読めませんでした", "Could not be read";
    WHOSE: "だれについての証拠か", "Whose evidence it is";
    WHOSE_OPEN: "選んでください", "Please choose";
    TAKE_BACK: "取り下げる", "Take back";
    NONE: "まだ証拠文書がありません。", "There are no evidence documents yet.";
}
