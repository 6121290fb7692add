//! Words of the page of the plan.

use kumomori_report::words::Words;

words! {
    TITLE: "改善計画", "Plan";
    LEAD: "目標に届いていない管理策を、埋める効果の大きい順に並べています。担当と期限を決め、下の工程表で無理がないかを確かめます。", "Controls below the target, the one most worth closing first. Say who closes each and until when, and see in the schedule below whether it can be done.";
    WHO: "担当と期限", "Who and until when";
    NONE: "目標に届いていない管理策はありません。", "No control is below the target.";
    MORE: "残りも表示", "Show the rest";
    SCHEDULE: "工程表", "Schedule";
    START: "作業を始める日", "Work begins on";
    PEOPLE: "人数(役割ごと)", "People for each role";
    TERMS_WRONG: "日付と、1から99の人数を入れてください。", "Give a day, and a number of people from 1 to 99.";
    STEPS: "6つの段階", "The six steps";
}
