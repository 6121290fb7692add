//! Words of the page of evidence files.

use kumomori_report::words::Words;

words! {
    TITLE: "証拠文書", "Evidence documents";
    LEAD: "ツールの出力や設定の一覧を自動チェックに読ませ、回答を裏づけるか、反証するかを確かめます。", "Let checks read what tools print, and see whether it supports your answers or contradicts them.";
    PRIVACY: "ファイルはこのブラウザの中で読みます。どこにも送信しません。内容は回答と同じく暗号化してこのブラウザに保存され、保存用のファイルには入りません。", "Files are read in this browser and sent nowhere. Like your answers they are kept in this browser, encrypted; they do not go into the file that you save.";
    ADD: "証拠文書を選ぶ", "Choose evidence files";
    DROP: "ここにファイルをドロップすることもできます(JSON、複数可。testssl.sh、AWS CLI、gcloudの出力もそのまま読めます)。", "Or drop files here (JSON, several at once; what testssl.sh, the AWS CLI and gcloud print is read as it is).";
    ASKING: "読んでいます。", "Reading.";
    NOT_ASKED: "このブラウザでは自動チェックを動かせませんでした。ページを読み込み直して、もう一度選んでください", "the checks could not be run in this browser; reload the page and choose the file again";
    KEPT: "前に読み込んだ証拠文書", "Evidence files of before";
    NOT_READ: "このブラウザに保存した証拠文書を読み取れないか、見つかりません。取り下げると、それを破棄し、証拠文書をまた保存できるようになります", "what this browser kept of evidence cannot be read, or is gone; taking this entry back gives it up, and evidence is kept again";
    REFUSED: "読めませんでした", "Could not be read";
    WHOSE: "だれについての証拠か", "Whose evidence it is";
    WHOSE_OPEN: "選んでください", "Please choose";
    TAKE_BACK: "取り下げる", "Take back";
    FORMS: "ファイルがない場合は、フォームに入力できます。", "Without a file, fill in a form.";
    FORM_PROFILE: "サービス概要を入力する", "Fill in a service profile";
    FORM_AI: "AIサービスの条件と利用状況を入力する", "Fill in the terms and use of AI services";
    EDIT: "フォームで直す", "Edit in the form";
    LACKING: "ツールの出力にない項目があり、その項目を使うチェックは「不足」になります。", "The tool does not tell some fields; checks that need them stay insufficient.";
    FILL_OPEN: "全件に共通の値を入力する", "Fill in values that hold for all entries";
    NONE: "まだ証拠文書がありません。", "There are no evidence documents yet.";
}
