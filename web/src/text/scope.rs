//! Words of the page about what is judged.

use kumomori_core::text::Lang;
use kumomori_report::words::Words;

words! {
    TITLE: "対象と目標", "Scope";
    LEAD: "何を、どの立場で、何を目標に評価するかを決めます。後からいつでも変えられ、回答は残ります。", "What is judged, in which role, against which target. Change it whenever you like; answers stay.";
    SUBJECT: "評価するもの", "What is judged";
    KIND: "種類", "Kind";
    NAME: "名称", "Name";
    ASSESSMENT_TITLE: "評価の題名", "Title of the assessment";
    ROLES: "役割", "Roles";
    ROLES_LEGEND: "どの立場の責務を評価しますか", "Whose duties are judged?";
    ROLES_CUSTOMER: "利用者の責務", "The customer's duties";
    ROLES_CUSTOMER_TEXT: "サービスを使う側として自社が行うこと。SOC 2は事業者だけを対象とするため、この立場では判定しません。", "What you do as the one who uses the service. SOC 2 speaks about the provider only, so it is not judged in this role.";
    ROLES_PROVIDER: "事業者の責務", "The provider's duties";
    ROLES_PROVIDER_TEXT: "サービスを提供する側が行うこと。自社のサービスでも、選ぼうとしている他社のサービスでもよい。", "What the one who offers the service does: you, or the provider that you may choose.";
    ROLES_BOTH: "両方の責務", "The duties of both";
    ROLES_BOTH_TEXT: "サービスを選ぶときは、事業者に求めることと自社で行うことの両方を見ます。", "To choose a service, look at what the provider must do and at what remains for you.";
    CIRCUMSTANCES: "使い方とデータ", "Use and data";
    MODELS: "サービスの形", "Service models";
    FLAGS: "当てはまるもの", "What applies";
    USES_AI: "AIを使う", "AI is used";
    USES_AI_TEXT: "AI利用の管理策が対象に入ります。", "Brings in the controls about the use of AI.";
    PERSONAL_DATA: "個人データを扱う", "Personal data is handled";
    PERSONAL_DATA_TEXT: "個人データの管理策が対象に入ります。", "Brings in the controls about personal data.";
    DATA: "扱うデータの区分", "Classes of data";
    TARGETS: "目標", "Target";
    TARGETS_LEGEND: "照らし合わせる規格・規準", "Judge against";
    MOVE_DO: "この版に移行する", "Move to this edition";
    CATEGORIES: "カテゴリ", "Categories";
    ALWAYS_IN: "必ず含まれる", "always in";
    LEVEL: "目標レベル", "Target level";
    LEVEL_HINT: "3「定着」を目安にします。基幹のサービスや機微なデータでは4を検討します。", "Level 3, established, is the usual aim. Consider 4 for critical services or sensitive data.";
    WINDOW: "観察期間", "Observation window";
    WINDOW_HINT: "運用をいつからいつまでの実績で見るか。SOC 2のType 2では6か月から12か月が一般的です。", "The time whose records show operation. For SOC 2 Type 2, six to twelve months are usual.";
    FROM: "開始日", "From";
    TO: "終了日", "To";
    PERIOD_ORDER: "終了日は開始日以降にしてください。この期間はまだ使われていません。", "The end must not be before the beginning. This period is not used yet.";
    PERIOD_BOTH: "開始日と終了日の両方を入れると使われます。", "It is used once both dates are given.";
    ATTESTATIONS: "認証書と監査報告書", "Certificates and reports";
    ATTESTATIONS_HINT: "評価するサービスについて第三者が出したもの。サービス名が対象範囲に書かれているかを確かめてください。SOC 2は認証ではなく報告書です。", "What others have issued about the service. Check that its scope names the service. SOC 2 is a report, not a certificate.";
    ATTESTATION: "認証書・報告書", "Certificate or report";
    ATTESTATION_ADD: "認証書・報告書を追加", "Add a certificate or report";
    ATTESTATION_NONE: "まだありません。", "None yet.";
    ATTESTATION_KIND: "種類", "Kind";
    ATTESTATION_FRAMEWORK: "規格・規準", "Standard";
    ATTESTATION_STATE: "状態", "State";
    ATTESTATION_PLANNED: "予定のものは、まだ何の裏づけにもなりません。", "What is only planned gives nothing yet.";
    ISSUER: "発行者", "Issuer";
    NAMES_SERVICE: "対象範囲にこのサービスが明記されている", "Its scope names this service";
    EXPECTED: "取得予定日", "Expected on";
    VALID_FROM: "有効期間・対象期間の開始日", "Valid or covering from";
    VALID_TO: "有効期間・対象期間の終了日(Type 1は基準日)", "Valid or covering to (the date of a Type 1)";
    COVERED_CATEGORIES: "報告書が対象とするカテゴリ", "Categories it covers";
    EXCEPTIONS: "例外の指摘を受けた管理策", "Controls with a noted exception";
    EXCEPTIONS_HINT: "報告書に例外(逸脱)が書かれているもの。", "Those for which the report notes an exception.";
    NEXT: "回答に進む", "Go on to the answers";
}

/// What leads to another edition.
pub(crate) fn move_to(lang: Lang, edition: &str) -> String {
    match lang {
        Lang::Ja => format!("{edition}への移行"),
        Lang::En => format!("Move to {edition}"),
    }
}
