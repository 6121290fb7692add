//! What the site knows: the policies, the assessment, what follows from it, and what is shown.

use crate::boot::Boot;
use crate::dom::{View, text};
use crate::reactive::prelude::*;
use crate::routes::{Route, here};
use kumomori_core::assessment::{Answer, Assessment, LibraryStamp};
use kumomori_core::control_result::ControlResult;
use kumomori_core::date::Date;
use kumomori_core::evaluation::{Evaluation, evaluate};
use kumomori_core::id::ControlId;
use kumomori_core::ladder::Level;
use kumomori_core::library::Library;
use kumomori_core::role::Role;
use kumomori_core::testimony::Hearing;
use kumomori_core::text::{Lang, TextId, Texts};
use kumomori_report::names::Names;
use kumomori_report::table::Topic;
use kumomori_report::words;
use kumomori_report::words::Words;
use std::sync::Arc;

mod commands;
mod document;
mod history;
mod notice;

pub(crate) use document::{Document, Form};
pub(crate) use history::History;
pub(crate) use notice::{Incoming, Notice, Saving};

/// Everything that pages read; a handle, copied freely.
#[derive(Debug, Clone, Copy)]
pub(crate) struct State {
    /// The policies.
    pub(crate) library: &'static Library,
    /// The titles in the language of the start.
    titles: Texts<'static>,
    /// All texts of the policies, by language as far as they were fetched.
    kept: RwSignal<[Option<Texts<'static>>; 2]>,
    /// The same, as the page reads it.
    texts: Memo<[Option<Texts<'static>>; 2]>,
    /// The language asked for last; the one that is shown follows once its texts are here.
    pub(crate) wanted: StoredValue<Lang>,
    /// Version and hash of the policies.
    pub(crate) stamp: &'static LibraryStamp,
    /// The day of the evaluation.
    pub(crate) today: Date,
    /// Whether this tab may change what is kept.
    pub(crate) is_writer: bool,
    /// The language that is shown, to be changed.
    pub(crate) spoken: RwSignal<Lang>,
    /// The same, as the page reads it.
    pub(crate) lang: Memo<Lang>,
    /// The page that is shown.
    pub(crate) route: RwSignal<Route>,
    /// The assessment, once there is one.
    pub(crate) work: RwSignal<Option<Assessment>>,
    /// How it was before each change.
    pub(crate) history: RwSignal<History<Assessment>>,
    /// Evidence files beside it.
    pub(crate) documents: RwSignal<Vec<Document>>,
    /// The form that is open.
    pub(crate) form: RwSignal<Option<Form>>,
    /// How many files are being asked.
    pub(crate) asking: RwSignal<u32>,
    /// What follows from it.
    pub(crate) evaluation: Memo<Option<Arc<Evaluation<'static>>>>,
    /// Whether the assessment is kept.
    pub(crate) saving: RwSignal<Saving>,
    /// What was kept and could not be read; empty where it could not even be had.
    pub(crate) unreadable: RwSignal<Option<String>>,
    /// What to tell about the file that was opened last.
    pub(crate) notice: RwSignal<Option<Notice>>,
    /// An assessment that waits for the present one to be given up.
    pub(crate) incoming: RwSignal<Option<Incoming>>,
    /// The figure that is being explained.
    pub(crate) question: RwSignal<Option<Topic>>,
}

impl State {
    /// The state at the start, with nothing opened yet.
    pub(crate) fn new(boot: Boot, today: Date) -> Self {
        let library = boot.library;
        let work = RwSignal::new(None::<Assessment>);
        let documents = RwSignal::new(Vec::<Document>::new());
        let evaluation = Memo::new(move |_| {
            let work = work.read();
            let said: Vec<_> = documents.read().iter().filter_map(Document::testimony).collect();
            let hearing = Hearing { testimonies: &said, checks: None };
            work.as_ref().map(|it| Arc::new(evaluate(library, it, hearing, today)))
        });
        let kept = RwSignal::new([None; 2]);
        let spoken = RwSignal::new(boot.language);
        Self {
            library,
            titles: boot.titles,
            kept,
            texts: Memo::new_with_compare(move |_| kept.get(), |_, _| true),
            wanted: StoredValue::new(boot.language),
            stamp: Box::leak(Box::new(boot.stamp)),
            today,
            is_writer: boot.is_writer,
            spoken,
            lang: Memo::new(move |_| spoken.get()),
            route: RwSignal::new(here()),
            work,
            history: RwSignal::new(History::default()),
            documents,
            form: RwSignal::new(None),
            asking: RwSignal::new(0),
            evaluation,
            saving: RwSignal::new(Saving::Idle),
            unreadable: RwSignal::new(None),
            notice: RwSignal::new(None),
            incoming: RwSignal::new(None),
            question: RwSignal::new(None),
        }
    }

    /// The state as one page reads it: what reads it there is forgotten with the page.
    ///
    /// A memo keeps whoever read it once, gone or not, and each change asks all of them. So pages
    /// read memos of their own.
    pub(crate) fn of_page(self) -> Self {
        Self {
            texts: relayed(self.texts),
            lang: relayed(self.lang),
            evaluation: relayed(self.evaluation),
            ..self
        }
    }

    /// The names of the library in the language that is shown.
    pub(crate) fn names(self) -> Names<'static> {
        let lang = self.lang.get();
        let texts = self.texts_of(lang).unwrap_or(self.titles);
        Names { library: self.library, checks: None, texts, lang }
    }

    fn texts_of(self, lang: Lang) -> Option<Texts<'static>> {
        let [ja, en] = self.texts.get();
        if lang == Lang::Ja { ja } else { en }
    }

    /// Whether all texts of a language are here.
    pub(crate) fn has_texts(self, lang: Lang) -> bool {
        self.texts_of(lang).is_some()
    }

    /// Keeps the texts of a language.
    pub(crate) fn keep_texts(self, lang: Lang, texts: Texts<'static>) {
        self.kept.update(|[ja, en]| {
            let place = if lang == Lang::Ja { ja } else { en };
            *place = Some(texts);
        });
    }

    /// Words in the language that is shown, following it.
    pub(crate) fn say(self, words: Words) -> View {
        text(move || words.of(self.lang.get()).to_owned())
    }

    /// Words in the language that is shown, as they are now.
    pub(crate) fn word(self, words: Words) -> &'static str {
        words.of(self.lang.get())
    }

    /// A level with its name, in the language that is shown.
    pub(crate) fn level(self, level: Level) -> String {
        [words::level(level), words::level_name(level)].map(|it| self.word(it)).join(" ")
    }

    /// A text of the library in the language that is shown, following it.
    pub(crate) fn tell(self, id: TextId) -> View {
        text(move || self.names().prose(id))
    }

    /// Something read from the assessment; `None` without one.
    pub(crate) fn of_work<T>(self, read: impl FnOnce(&Assessment) -> T) -> Option<T> {
        self.work.read().as_ref().map(read)
    }

    /// The answer about a control for a role; blank when nothing was said.
    pub(crate) fn answer(self, control: &ControlId, role: Role) -> Answer {
        self.of_work(|it| it.answer(control, role).cloned())
            .flatten()
            .unwrap_or_else(|| Answer::blank(control.clone(), role))
    }

    /// What a control amounts to for a role.
    pub(crate) fn result(self, control: &ControlId, role: Role) -> Option<ControlResult<'static>> {
        self.evaluation.read().as_ref().and_then(|it| it.control(control, role)).cloned()
    }
}

/// A memo with the value of another one, which it leaves together with the part that made it.
fn relayed<T: Clone + Send + Sync + 'static>(source: Memo<T>) -> Memo<T> {
    let relay = ArcMemo::new_with_compare(move |_| source.get(), |_, _| true);
    let held = relay.clone();
    on_cleanup(move || {
        let subscriber = held.to_any_subscriber();
        subscriber.clear_sources(&subscriber);
    });
    relay.into()
}

/// The state of the site, as given to every component.
pub(crate) fn use_state() -> State {
    expect_context()
}
