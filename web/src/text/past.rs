//! Words of the history of an assessment.

use kumomori_core::text::Lang;
use kumomori_report::words::Words;

words! {
    TITLE: "履歴", "History";
    LEAD: "回答や範囲を変えるたびに、いつ何を変えたかがこのブラウザの中に残ります。どの時点とも比べられ、その時点に戻せます。", "Every change of an answer or the scope is kept in this browser with its time. Any state can be compared with the present one, and be had back.";
    NAME: "いまの状態に付ける名前", "A name for the present state";
    KEEP: "名前を付けて残す", "Keep under this name";
    STEPS: "これまでの変更", "What was changed";
    ONLY_NAMED: "名前を付けた状態だけ", "Named states only";
    STEP: "記録", "Step";
    WHEN: "日時", "When";
    NAMED: "名前", "Name";
    WHAT: "変わったところ", "What changed";
    WHOLE: "改ざんの確認", "Check for tampering";
    SAVE: "履歴をファイルに保存", "Save the history to a file";
    SAVE_HINT: "保存したファイルは、コマンド kumomori verify で確かめられます。", "The command kumomori verify checks such a file.";
    NONE: "このブラウザには、まだ履歴がありません。", "This browser has no history yet.";
    ERASE: "履歴を消す", "Delete the history";
    ERASE_TEXT: "いまの評価は残り、それまでの変更と名前を付けた状態は戻せなくなります。", "The present assessment stays. Earlier changes and named states cannot be had back.";
    ERASE_DO: "消して、ここから記録し直す", "Delete it and begin again from here";
    BESIDE: "比べる相手", "Compare with";
    PRESENT: "いまの評価", "The present assessment";
    ALL: "すべての変更を見る", "See all changes";
    RESTORE: "この時点に戻す", "Go back to this state";
    RESTORE_HINT: "戻すことも変更の一つとして残り、元に戻せます。証拠文書はそのままです。", "Going back is a change, too, and can be undone. Evidence files stay as they are.";
    SAVE_STATE: "この時点の評価をファイルに保存", "Save this state to a file";
    OF_CONTROL: "回答の履歴", "History of the answers";
}

/// The title of the page of one step.
pub(crate) fn step(lang: Lang, seq: u32) -> String {
    match lang {
        Lang::Ja => format!("記録{seq}からの変化"),
        Lang::En => format!("What changed since step {seq}"),
    }
}
