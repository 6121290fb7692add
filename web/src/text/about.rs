//! Words of the page about the site.

use kumomori_report::words::Words;

words! {
    TITLE: "このサイトについて", "About this site";
    PRIVACY: "回答の扱い", "What happens to your answers";
    PRIVACY_1: "回答は、このブラウザの中で計算され、このブラウザの中に保存されます。サーバーに送る機能はありません。広告、アクセス解析、外部のフォント、Cookieも使っていません。", "Answers are computed and kept in this browser. There is no function that sends them to a server. There are no advertisements, no analytics, no fonts from elsewhere and no cookies.";
    PRIVACY_2: "保存には、ブラウザが作り、このページにも取り出せない鍵による暗号化(AES-GCM 256ビット)を使います。はじめは鍵も同じブラウザの中にあるため、このブラウザを使える人からは守れません。パスフレーズを設定すると、鍵はパスフレーズからしか得られなくなります。共用の端末では、終わったら消去してください。", "What is kept is encrypted (AES-GCM, 256 bits) with a key that the browser made and does not give out, not even to this page. At first the key lies in the same browser, so this does not protect against someone who can use it; once you set a passphrase, only the passphrase gives the key. On a shared machine, erase everything when you are done.";
    PRIVACY_3: "「ファイルに保存」で作るファイルは暗号化されていません。人に渡すときや持ち出すときは、「暗号化して保存」を使ってください。", "A file made with Save to a file is not encrypted. To hand it on or take it along, use Save encrypted.";
    PRIVACY_4: "ブラウザには、このページから外への通信を禁じる指示(Content-Security-Policy、Connection-Allowlist)を、配布時のヘッダーで渡します。後者に対応していないブラウザでは、ページの移動とWebRTCによる通信までは止められません。", "The headers that this site is served with tell the browser to block every way out (Content-Security-Policy, Connection-Allowlist). Browsers that do not know the latter cannot block navigation and WebRTC.";
    CHECK: "自分で確かめる", "Check it yourself";
    CHECK_1: "ページを開いたあとに通信を切れば、読み込み直しても、回答、結果、ファイルの保存まで、すべて使えます。", "Once the page is open, cut the connection and even reload: answers, results and saving to a file still work.";
    CHECK_2: "開発者ツールのネットワークの記録に、最初の読み込み以外の通信が現れないことを確かめられます。", "The network panel of the developer tools shows nothing after the first load.";
    CHECK_3: "保存と読み込みを行うプログラム(store.js)は短く、読んで確かめられるように書いてあります。", "The program that keeps your answers (store.js) is short and written to be read.";
    PROBE_TEXT: "外へ出る道をこのブラウザで一つずつ試し、止められるかを見ることもできます。宛先はだれのものでもない名前(probe.example)で、回答は使いません。", "This browser can also try the ways out one by one and show which of them it refuses. They lead to a name that belongs to nobody (probe.example), and no answer is used.";
    PROBE: "外へ出る道を試す", "Try the ways out";
    LOCK: "パスフレーズによる保護", "Protection with a passphrase";
    FORGET_TITLE: "保存した内容の消去", "Erasing what is kept";
    FORGET: "すべて消去する", "Erase everything";
    FORGET_TEXT: "このブラウザに保存されている評価、証拠文書、設定、暗号鍵を消します。元に戻せません。", "Deletes the assessment, the evidence documents, the settings and the key from this browser. It cannot be undone.";
    FORGET_SURE: "本当に消去しますか", "Erase everything?";
    FORGET_DO: "消去する", "Erase";
    FORGET_FAILED: "消去できませんでした。ほかのタブを閉じてから、もう一度試してください。", "It could not be erased. Close the other tabs, then try again.";
    LIMITS: "評価の限界", "Limits of a self-assessment";
    LIMITS_1: "自分で答えた評価は、良いほうに偏ります。結果は準備の状態であり、認証や監査報告書に代わるものではありません。", "Self-answers lean to the bright side. The result says how ready one is; it does not stand in for a certificate or an auditor's report.";
    LIMITS_2: "規格の本文は載せていません。項目の題名と説明は、このプロジェクトの言葉によるものです。判断の際は、規格そのものを参照してください。", "The texts of the standards are not reproduced. Titles and descriptions are in this project's own words; for decisions, read the standards themselves.";
    LIMITS_3: "管理策の重み、対応付け、しきい値は判断によるもので、それぞれに理由を添えています。", "Weights, mappings and thresholds are judgement, each with its reason beside it.";
    REFERENCE: "読む・印刷する", "To read and print";
    REFERENCE_TEXT: "評価に使う管理策と、規格・規準の要求事項のすべてを、別のページにまとめています。開くときにサーバーに伝わるのはページの名前だけで、回答は送られません。", "All controls that the assessment uses and all requirements of the standards stand on pages of their own. Opening one tells the server the name of the page and no answer.";
    REFERENCE_LINK: "管理策と要求事項の一覧(印刷用)", "All controls and requirements, to read and print";
    GLOSSARY: "用語", "Glossary";
    LIBRARY: "ポリシーの版", "Version of the policies";
    SOURCES: "収録している規格・規準", "Standards in the library";
    ASPECT: "観点", "Aspect";
}
