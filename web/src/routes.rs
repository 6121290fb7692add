//! What the address says: which page, and which domain, control or framework on it.
//!
//! Only ids of the library stand in an address, never anything that a user wrote.

use crate::dom::{before_paint, document, on_window, window};
use crate::filter::Filter;
use crate::reactive::prelude::*;
use crate::state::State;
use crate::text;
use kumomori_core::framework::framework_ref;
use kumomori_core::id::{ControlId, DomainId, FrameworkRef};
use kumomori_core::text::Lang;
use std::sync::Arc;
use wasm_bindgen::JsCast;

/// A place in the site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Route {
    /// What the site is, and where to begin.
    Start,
    /// What is judged.
    Scope,
    /// The domains and how far each is answered.
    Assess,
    /// The controls of one domain; the named control is shown first.
    Domain(DomainId, Option<ControlId>),
    /// All answers in one table, as far as the filter leaves them.
    List(Filter),
    /// One control alone, on the way through those that the filter leaves.
    Control(ControlId, Arc<Filter>),
    /// What to judge against: ready-made beginnings, and questions that lead to a target.
    Guide,
    /// Evidence files and what they say.
    Evidence,
    /// The result as a whole.
    Result,
    /// Who closes which gap until when.
    Plan,
    /// The requirements of one framework edition.
    Framework(FrameworkRef),
    /// How the assessment came about.
    History,
    /// What is different since a step.
    Step(u32),
    /// Privacy, limits, guides and glossary.
    About,
}

impl Route {
    /// The route of a fragment such as `#/assess/access`; the start for anything unknown.
    pub(crate) fn from_fragment(fragment: &str) -> Self {
        let fragment = fragment.trim_start_matches(['#', '/']);
        if let Some(filter) = fragment.strip_prefix("list") {
            return Self::List(Filter::from_address(filter.trim_start_matches('/')));
        }
        let mut parts = fragment.splitn(3, '/');
        let head = parts.next().unwrap_or_default();
        let (second, third) = (parts.next(), parts.next());
        match (head, second) {
            ("scope", None) => Self::Scope,
            ("assess", None) => Self::Assess,
            ("assess", Some(domain)) => {
                let control = third.and_then(|it| it.parse().ok());
                domain.parse().map_or(Self::Assess, |domain| Self::Domain(domain, control))
            }
            ("control", Some(id)) => id.parse().map_or(Self::Assess, |id| {
                Self::Control(id, Arc::new(Filter::from_address(third.unwrap_or_default())))
            }),
            ("guide", None) => Self::Guide,
            ("evidence", None) => Self::Evidence,
            ("result", None) => Self::Result,
            ("plan", None) => Self::Plan,
            ("result", Some(name)) => framework(name).map_or(Self::Result, Self::Framework),
            ("history", None) => Self::History,
            ("history", Some(seq)) => seq.parse().map_or(Self::History, Self::Step),
            ("about", None) => Self::About,
            _ => Self::Start,
        }
    }

    /// The fragment that leads here.
    pub(crate) fn href(&self) -> String {
        match self {
            Self::Start => "#/".to_owned(),
            Self::Scope => "#/scope".to_owned(),
            Self::Assess => "#/assess".to_owned(),
            Self::Domain(domain, None) => format!("#/assess/{domain}"),
            Self::Domain(domain, Some(control)) => format!("#/assess/{domain}/{control}"),
            Self::List(filter) => format!("#/list/{}", filter.address()),
            Self::Control(id, filter) if **filter == Filter::default() => format!("#/control/{id}"),
            Self::Control(id, filter) => format!("#/control/{id}/{}", filter.address()),
            Self::Guide => "#/guide".to_owned(),
            Self::Evidence => "#/evidence".to_owned(),
            Self::Result => "#/result".to_owned(),
            Self::Plan => "#/plan".to_owned(),
            Self::Framework(it) => format!("#/result/{}-{}", it.framework, it.edition),
            Self::History => "#/history".to_owned(),
            Self::Step(seq) => format!("#/history/{seq}"),
            Self::About => "#/about".to_owned(),
        }
    }

    /// One control among all.
    pub(crate) fn of_control(id: &ControlId) -> Self {
        Self::Control(id.clone(), Arc::default())
    }

    /// The page without the place on it.
    pub(crate) fn page(&self) -> Self {
        match self {
            Self::Domain(domain, _) => Self::Domain(domain.clone(), None),
            Self::List(_) => Self::List(Filter::default()),
            page => page.clone(),
        }
    }

    /// The page of the menu that this one belongs to.
    pub(crate) fn section(&self) -> Self {
        match self {
            Self::Domain(..) | Self::List(_) | Self::Control(..) => Self::Assess,
            Self::Guide => Self::Start,
            Self::Framework(_) | Self::History | Self::Step(_) => Self::Result,
            page => page.clone(),
        }
    }

    /// The id of the element that a reader who comes here should be at.
    fn landing(&self) -> String {
        match self {
            Self::Domain(_, Some(control)) => heading_id(control),
            _ => TITLE_ID.to_owned(),
        }
    }
}

/// The id of a page's first heading.
pub(crate) const TITLE_ID: &str = "page-title";

/// The id of a control's heading on its domain's page.
pub(crate) fn heading_id(control: &ControlId) -> String {
    format!("control-{control}")
}

/// The index of the reference pages, which are plain files beside the program.
pub(crate) fn reference_index(lang: Lang) -> String {
    format!("refs/index.{lang}.html")
}

/// What a security department wants to know, beside the program.
pub(crate) fn statement(lang: Lang) -> String {
    format!("refs/security.{lang}.html")
}

/// The reference page of a framework edition.
pub(crate) fn reference_page(id: &FrameworkRef, lang: Lang) -> String {
    format!("refs/{}-{}.{lang}.html", id.framework, id.edition)
}

fn framework(name: &str) -> Option<FrameworkRef> {
    let (framework, edition) = name.rsplit_once('-')?;
    framework_ref(framework, edition)
}

/// The route of the address as it is now.
pub(crate) fn here() -> Route {
    Route::from_fragment(&window().location().hash().unwrap_or_default())
}

/// Goes to a route.
pub(crate) fn go(route: &Route) {
    // Setting a fragment fails only for a detached window, where there is nothing to show.
    window().location().set_hash(&route.href()).unwrap_or_default();
}

/// Follows the address: shows the page, names the window and moves the focus to its heading.
pub(crate) fn follow(state: State) {
    on_window("hashchange", move |_| {
        let before = state.route.get_untracked();
        state.route.set(here());
        before_paint(move || {
            let route = state.route.get_untracked();
            // Whoever filters a list stays where the filters are.
            if !(matches!(route, Route::List(_)) && route.page() == before.page()) {
                land(&route);
            }
        });
    });
    Effect::new(move |_| {
        let title = title(state, &state.route.read());
        let site = state.word(text::SITE);
        document().set_title(&format!("{title} - {site}"));
    });
}

/// What the window is called: the page, or what of the library is on it.
fn title(state: State, route: &Route) -> String {
    let names = state.names();
    let page = match route {
        Route::Domain(id, _) => return names.domain(id).to_owned(),
        Route::Control(id, _) => return names.control(id).to_owned(),
        Route::Framework(id) => return names.framework(id),
        Route::Start => text::start::TITLE,
        Route::Scope => text::scope::TITLE,
        Route::Assess => text::assess::TITLE,
        Route::List(_) => text::list::TITLE,
        Route::Guide => text::guide::TITLE,
        Route::Evidence => text::evidence::TITLE,
        Route::Result => text::result::TITLE,
        Route::Plan => text::plan::TITLE,
        Route::History => text::past::TITLE,
        Route::Step(seq) => return text::past::step(state.lang.get(), *seq),
        Route::About => text::about::TITLE,
    };
    state.word(page).to_owned()
}

/// Moves focus and view to where a reader should be.
fn land(route: &Route) {
    let Some(element) = document().get_element_by_id(&route.landing()) else { return };
    if matches!(route, Route::Domain(_, Some(_))) {
        element.scroll_into_view();
    } else {
        window().scroll_to_with_x_and_y(0.0, 0.0);
    }
    if let Ok(element) = element.dyn_into::<web_sys::HtmlElement>() {
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(true);
        element.focus_with_options(&options).unwrap_or_default();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_route_leads_back_to_itself() {
        let domain = || "access".parse().unwrap();
        let routes = [
            Route::Start,
            Route::Scope,
            Route::Assess,
            Route::Domain(domain(), None),
            Route::Domain(domain(), "limit-admins".parse().ok()),
            Route::List(Filter::default()),
            Route::List(Filter::from_address("gap/provider/access/soc2-2017")),
            Route::of_control(&"limit-admins".parse().unwrap()),
            Route::from_fragment("#/control/limit-admins/key/provider/any/any"),
            Route::Guide,
            Route::Evidence,
            Route::Result,
            Route::Plan,
            Route::Framework(framework_ref("iso27017", "2015").unwrap()),
            Route::History,
            Route::Step(12),
            Route::About,
        ];
        for route in routes {
            assert_eq!(Route::from_fragment(&route.href()), route);
        }
    }

    #[test]
    fn an_unknown_address_leads_to_the_start() {
        for fragment in ["", "#", "#/", "#/nowhere", "#/scope/more", "#/<script>"] {
            assert_eq!(Route::from_fragment(fragment), Route::Start, "{fragment}");
        }
    }

    #[test]
    fn a_malformed_id_leads_to_the_page_above_it() {
        assert_eq!(Route::from_fragment("#/assess/a b"), Route::Assess);
        assert_eq!(Route::from_fragment("#/result/iso27017"), Route::Result);
    }
}
