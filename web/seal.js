// Closes the page once everything is here: from then on it can fetch nothing more, not even from
// where it came, and start no script, no worker and no program. Policies only add up, so nothing on
// the page can take this back. At the end of every page stands how much the browser has closed.

/** What stays: pictures that the page makes itself. */
const POLICY = "default-src 'none'; script-src 'none'; connect-src 'none'; worker-src 'none'; style-src 'none'; img-src data: blob:; manifest-src 'none'";
/** From this version on, Chromium knows Connection-Allowlist. */
const KNOWS_ALLOWLIST = 152;

const words = {
  ja: {
    all: "外への通信は、ブラウザがすべて遮断しています",
    rest: "外への通信は、ページの移動とWebRTCを除き、ブラウザが遮断しています",
  },
  en: {
    all: "The browser blocks every way out",
    rest: "The browser blocks every way out but navigation and WebRTC",
  },
};

/**
 * Whether this browser knows the header that closes navigation and WebRTC, and whether the page was
 * served with it; asked before the page is closed.
 */
export async function allowlist() {
  const brands = navigator.userAgentData?.brands ?? [];
  const isKnown = brands.some((it) => it.brand === "Chromium" && Number(it.version) >= KNOWS_ALLOWLIST);
  const own = await fetch(location.pathname, { credentials: "omit" });
  return { isKnown, isSent: own.headers.has("connection-allowlist") };
}

/** Closes the page, and says on it how much is closed now. */
export function seal({ isKnown, isSent }) {
  const element = document.createElement("meta");
  Object.assign(element, { httpEquiv: "Content-Security-Policy", content: POLICY });
  document.head.append(element);
  badge(isKnown && isSent ? "all" : "rest");
}

/** Puts the level at the end of the page, in the language of the page. */
function badge(level) {
  const link = document.createElement("a");
  Object.assign(link, { id: "level", href: "#/about" });
  const name = () => { link.textContent = words[document.documentElement.lang === "en" ? "en" : "ja"][level]; };
  name();
  new MutationObserver(name).observe(document.documentElement, { attributeFilter: ["lang"] });
  document.querySelector("footer").append(link);
}
