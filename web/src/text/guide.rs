//! Words of the page that leads to a target.

use kumomori_report::words::Words;

words! {
    TITLE: "何に照らして評価するか", "What to judge against";
    LEAD: "よくある始め方から選ぶか、質問に答えて目標を決めます。どちらも後から変えられます。", "Take one of the usual beginnings, or let a few questions lead to a target. Either can be changed later.";
    PROFILES: "よくある始め方", "Usual beginnings";
    START: "これで始める", "Begin with this";
    QUESTIONS: "質問から決める", "Let questions lead";
    QUESTIONS_HINT: "「はい」のものに印を付けると、下に目標と理由が出ます。答えはどこにも保存しません。", "Check what is true; the targets and their reasons appear below. The answers are not kept.";
    TRUE: "当てはまるもの", "What is true";
    PROPOSED: "目標の案", "Proposed targets";
    NOTHING: "まだ目標の案はありません。", "Nothing is proposed yet.";
    START_HERE: "この目標で新しく始める", "Begin anew with these targets";
    APPLY: "今の評価の目標にする(回答は残ります)", "Make them the targets of the present assessment (answers stay)";
}
