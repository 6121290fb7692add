//! Words of the first page.

use kumomori_report::words::Words;

words! {
    TITLE: "クラウドサービスとAIサービスのセキュリティ自己評価", "A security self-assessment for cloud and AI services";
    LEAD: "使いたいサービスや自社のサービスを、ISO/IEC 27017とSOC 2に照らして自分で評価するための道具です。「何をしているか」を管理策ごとに一度答えると、それぞれの規格・規準で見た状態と、次に手を付けるべきことがわかります。", "Judge a cloud or AI service that you want to use, or your own, against ISO/IEC 27017 and SOC 2. Say once, control by control, what is done; see where that leaves you in each of them, and what to do next.";
    IDEAS: "見方", "How it looks at things";
    IDEA_DESIGN: "設計と運用を分けて見る", "Design and operation apart";
    IDEA_DESIGN_TEXT: "決まりが正しいことと、そのとおりに行われていることは別の問いです。混ぜずに並べ、その開きを示します。", "That a rule is right and that it is followed are two questions. They stand side by side, and the distance between them shows.";
    IDEA_PROOF: "申告と確認済みを分けて見る", "Claimed and confirmed apart";
    IDEA_PROOF_TEXT: "証拠のない回答は「申告」にとどまり、証拠が裏づけたところまでが「確認済み」になります。", "An answer without evidence stays a claim. What the evidence bears out is confirmed.";
    IDEA_UNKNOWN: "わからないことを隠さない", "What is unknown stays visible";
    IDEA_UNKNOWN_TEXT: "わからない項目は0にも満点にもせず、結果の幅として残します。", "An unknown is neither a zero nor a pass; it widens the range of the result.";
    IDEA_VERDICT: "合否は判定しない", "No verdict";
    IDEA_VERDICT_TEXT: "認証や監査報告書に代わるものではありません。どこまで準備ができ、何がまだわからないかを、理由とともに示します。", "It does not stand in for a certificate or an auditor's report. It says what is ready, what is not and what is unknown, and why.";
    PRIVACY: "回答はどこにも送られません", "Nothing is sent anywhere";
    PRIVACY_TEXT: "計算はすべてこのブラウザの中で行います。確かめるには、ページを開いたあとに通信を切って、そのまま使い続けてみてください。ブラウザの開発者ツールで通信の記録を見ることもできます。", "Everything is computed in this browser. To check it, cut the connection once the page is open and go on working; or watch the network panel of the browser's developer tools.";
    PRIVACY_MORE: "仕組みと限界を読む", "How it works, and its limits";
    ACTIONS: "はじめる", "Begin";
    CONTINUE: "続きから再開する", "Continue where you were";
    NEW: "新しく評価を始める", "Start a new assessment";
    GUIDE: "目標の選び方から始める", "Begin with choosing a target";
    EXAMPLES: "例を開く", "Open an example";
    EXAMPLES_HINT: "架空の会社とサービスの評価です。開いて自由に書き換えられます。", "Assessments of invented companies and services. Open one and change it as you like.";
    EXAMPLE_AI: "例: AI翻訳サービスの導入前評価", "Example: choosing an AI translation service";
    EXAMPLE_AI_TEXT: "公開情報だけで評価した、選ぶ側の例(本文は日本語)", "The choosing side, from published information only (texts in Japanese)";
    EXAMPLE_SAAS: "例: SaaS事業者の自己評価", "Example: a SaaS provider assesses itself";
    EXAMPLE_SAAS_TEXT: "証拠と抜き取りテストのある、提供する側の例(本文は英語)", "The offering side, with evidence and samples (texts in English)";
    SHELF: "このブラウザにある評価", "Assessments in this browser";
    STEPS: "進め方", "The way through";
    STEP_SCOPE: "何を、どの立場で、何を目標に評価するかを決める", "Say what is judged, in which role, against which target";
    STEP_ASSESS: "領域ごとに、設計と運用のレベルを選ぶ。わからないものは後でよい", "Choose the levels of design and operation, domain by domain; leave what you do not know";
    STEP_RESULT: "結果を読み、効果の大きいギャップから手を付ける", "Read the result, and begin with the gap that matters most";
}
