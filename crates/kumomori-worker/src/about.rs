//! What the site says about itself: `about` with `privacy`, `check` or `limits`.

use kumomori_core::text::Lang;
use kumomori_report::document::{Block, Document, to_passed};
use kumomori_report::words::Words;

/// A part of the page about the site, as a document.
pub(crate) fn told(lang: Lang, part: &str) -> Option<String> {
    let paragraphs = match part {
        "privacy" => PRIVACY,
        "check" => CHECK,
        "limits" => LIMITS,
        _ => return None,
    };
    let blocks = paragraphs.iter().map(|it| Block::Paragraph(it.of(lang).into())).collect();
    Some(to_passed(&Document { blocks }))
}

/// What happens to answers.
const PRIVACY: &[Words] = &[
    Words::new(
        "回答は、このブラウザの中で計算され、このブラウザの中に保存されます。サーバーに送る機能はありません。広告、アクセス解析、外部のフォント、Cookieも使っていません。",
        "Answers are computed and kept in this browser. There is no function that sends them to a server. There are no advertisements, no analytics, no fonts from elsewhere and no cookies.",
    ),
    Words::new(
        "保存には、ブラウザが作り、このページにも取り出せない鍵による暗号化(AES-GCM 256ビット)を使います。はじめは鍵も同じブラウザの中にあるため、このブラウザを使える人からは守れません。パスフレーズを設定すると、鍵はパスフレーズからしか得られなくなります。共用の端末では、終わったら消去してください。",
        "What is kept is encrypted (AES-GCM, 256 bits) with a key that the browser made and does not give out, not even to this page. At first the key lies in the same browser, so this does not protect against someone who can use it; once you set a passphrase, only the passphrase gives the key. On a shared machine, erase everything when you are done.",
    ),
    Words::new(
        "「ファイルに保存」で作るファイルは暗号化されていません。人に渡すときや持ち出すときは、「暗号化して保存」を使ってください。",
        "A file made with Save to a file is not encrypted. To hand it on or take it along, use Save encrypted.",
    ),
    Words::new(
        "ブラウザには、このページから外への通信を禁じる指示(Content-Security-Policy、Connection-Allowlist)を、配布時のヘッダーで渡します。後者に対応していないブラウザでは、ページの移動とWebRTCによる通信までは止められません。",
        "The headers that this site is served with tell the browser to block every way out (Content-Security-Policy, Connection-Allowlist). Browsers that do not know the latter cannot block navigation and WebRTC.",
    ),
];

/// How to check that.
const CHECK: &[Words] = &[
    Words::new(
        "ページを開いたあとに通信を切れば、読み込み直しても、回答、結果、ファイルの保存まで、すべて使えます。",
        "Once the page is open, cut the connection and even reload: answers, results and saving to a file still work.",
    ),
    Words::new(
        "開発者ツールのネットワークの記録に、最初の読み込み以外の通信が現れないことを確かめられます。",
        "The network panel of the developer tools shows nothing after the first load.",
    ),
    Words::new(
        "必要なものがすべてそろうと、ページは外への通信を自分で閉じます。配信元のサーバーとの通信も、新しいプログラムの読み込みも、ブラウザが止めます。どこまで閉じているかは、各ページの末尾に表示されます。",
        "Once everything is here, the page closes itself: the browser then refuses every request, even to the server that the page came from, and every further program. At the end of each page stands how much is closed.",
    ),
    Words::new(
        "保存と読み込みを行うプログラム(store.js)は短く、読んで確かめられるように書いてあります。",
        "The program that keeps your answers (store.js) is short and written to be read.",
    ),
];

/// What an assessment of oneself cannot do.
const LIMITS: &[Words] = &[
    Words::new(
        "自分で答えた評価は、良いほうに偏ります。結果は準備の状態であり、認証や監査報告書に代わるものではありません。",
        "Self-answers lean to the bright side. The result says how ready one is; it does not stand in for a certificate or an auditor's report.",
    ),
    Words::new(
        "規格の本文は載せていません。項目の題名と説明は、このプロジェクトの言葉によるものです。判断の際は、規格そのものを参照してください。",
        "The texts of the standards are not reproduced. Titles and descriptions are in this project's own words; for decisions, read the standards themselves.",
    ),
    Words::new(
        "管理策の重み、対応付け、しきい値は判断によるもので、それぞれに理由を添えています。",
        "Weights, mappings and thresholds are judgement, each with its reason beside it.",
    ),
];
