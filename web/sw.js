// Serves the site from this browser once all of it has arrived: exactly the files whose hashes the
// build wrote down, and with the headers that close the browser, whatever the host sends. A newer
// version waits until no tab of this one is open, so that the two never mix. It listens to no
// message, and what is no file of the site is answered here as missing.

const SITE = {};

const KEPT = "kumomori ";
const NAME = KEPT + SITE.version;
const address = (path) => new URL(path, registration.scope).href;

/** The name of a file of the site by its address; undefined for anything else. */
function nameOf(url) {
  const [plain] = url.split(/[?#]/);
  if (!plain.startsWith(registration.scope)) return undefined;
  const name = plain.slice(registration.scope.length);
  return name === "index.html" ? "" : name;
}

/** Fetches a file, which must be the one that was published, whatever status the host gives it. */
const load = (name) => fetch(address(name), { integrity: SITE.files[name].integrity, credentials: "omit" });

/** Keeps every file, or nothing. */
async function keep() {
  const cache = await caches.open(NAME);
  try {
    await Promise.all(Object.keys(SITE.files).map(async (name) => cache.put(address(name), await load(name))));
  } catch (error) {
    await caches.delete(NAME);
    throw error;
  }
}

/** Forgets the versions before this one. */
async function forget() {
  const old = (await caches.keys()).filter((it) => it.startsWith(KEPT) && it !== NAME);
  await Promise.all(old.map((it) => caches.delete(it)));
}

/** Whether who asks is the page for frames, which the host serves itself, because it says who may show it. */
const isFramed = async (id) => nameOf((await clients.get(id))?.url ?? "")?.startsWith("embed/");

async function answer(name, { request, clientId }) {
  // It may be of another version.
  if (!SITE.files[name] && (await isFramed(clientId))) return fetch(request);
  const found = SITE.files[name] ? name : "404.html";
  // A browser short of room may have dropped what was kept.
  const { body } = (await (await caches.open(NAME)).match(address(found))) ?? (await load(found));
  const { type, policy } = SITE.files[found];
  const headers = { ...SITE.headers, "content-type": type, "content-security-policy": SITE.policies[policy] };
  return new Response(body, { status: found === name ? 200 : 404, headers });
}

addEventListener("install", (event) => event.waitUntil(keep()));
addEventListener("activate", (event) => event.waitUntil(forget()));
addEventListener("fetch", (event) => {
  const name = nameOf(event.request.url);
  if (name?.startsWith("embed/")) return;
  const isAsked = event.request.method === "GET" && name !== undefined;
  event.respondWith(isAsked ? answer(name, event) : Response.error());
});
