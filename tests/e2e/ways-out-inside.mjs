// Every way out that we know of code that runs beside the page: in its workers, in the service worker
// and in frames. The code first makes itself a policy for scripts and HTML, as it could: what refuses
// it must be more than the missing policy.

const OWN = "try { trustedTypes.createPolicy('default', { createHTML: (it) => it, createScript: (it) => it, createScriptURL: (it) => it }); } catch {}";

/** The program that tries a way out with the addresses of somebody who listens. */
export const program = (code, at) =>
  `(async ({ url, quic, stun, turn }) => { ${OWN} ${code} })(${JSON.stringify(at)}).then(() => "tried", () => "tried")`;

const append = (name, attributes) => `
  const element = document.createElement(${JSON.stringify(name)});
  for (const [key, value] of Object.entries(${attributes})) element.setAttribute(key, value);
  document.body.append(element);
`;
const peer = (server) => `
  const peer = new RTCPeerConnection({ iceServers: [${server}] });
  peer.createDataChannel("a");
  await peer.setLocalDescription(await peer.createOffer());
  await new Promise((done) => setTimeout(done, 1000));
`;
const nested = (body) => `new Worker(URL.createObjectURL(new Blob([\`${body}\`], { type: "text/javascript" })));`;

const everywhere = {
  "fetch": "await fetch(url);",
  "fetch-post": 'await fetch(url, { method: "POST", body: "a" });',
  "fetch-no-cors": 'await fetch(url, { mode: "no-cors" });',
  "fetch-keepalive": 'await fetch(url, { method: "POST", mode: "no-cors", keepalive: true, body: "a" });',
  "web-socket": 'new WebSocket(url.replace("http", "ws"));',
  "web-socket-stream": 'await new WebSocketStream(url.replace("http", "ws")).opened;',
  "event-source": "new EventSource(url);",
  "web-transport": "new WebTransport(quic).ready.catch(() => undefined);",
  "import": "await import(url);",
  "font": 'const font = new FontFace("a", `url("${url}")`); (self.fonts ?? document.fonts).add(font); await font.load();',
  "cache-add": 'await (await caches.open("a")).add(new Request(url, { mode: "no-cors" }));',
  "cache-add-all": 'await (await caches.open("a")).addAll([url]);',
  "program": "await WebAssembly.compileStreaming(fetch(url));",
};

const peers = {
  "stun": peer("{ urls: stun }"),
  "turn": peer('{ urls: turn, username: "a", credential: "b" }'),
};

const scripts = {
  "xml-http-request": 'const request = new XMLHttpRequest(); request.open("GET", url); request.send();',
  "xml-http-request-sync": 'const request = new XMLHttpRequest(); request.open("GET", url, false); request.send();',
  "worker": "new Worker(url);",
  "worker-of-a-module": 'new Worker(url, { type: "module" });',
  "worker-of-a-blob": nested("fetch('${url}')"),
  "worker-of-a-blob-import": nested("importScripts('${url}')"),
  "worker-of-data": "new Worker(`data:text/javascript,fetch('${url}')`);",
  "send-beacon": 'navigator.sendBeacon(url, "a");',
};

export const inWorker = {
  ...everywhere,
  ...peers,
  ...scripts,
  "import-scripts": "importScripts(url);",
  "notification": 'new Notification("a", { icon: url });',
};

export const inServiceWorker = {
  ...everywhere,
  ...peers,
  "import-scripts": "importScripts(url);",
  "notification": 'await registration.showNotification("a", { icon: url });',
  "background-fetch": 'await registration.backgroundFetch.fetch("a", url);',
  "open-window": "await clients.openWindow(url);",
};

/** What ends the page that the service worker serves. */
export const leaveServiceWorker = {
  "client-navigate": "for (const page of await clients.matchAll()) await page.navigate(url);",
};

export const inFrame = {
  ...everywhere,
  ...scripts,
  "fetch-later": "fetchLater(url, { activateAfter: 0 });",
  "image": "new Image().src = url;",
  "style-sheet": append("link", '{ rel: "stylesheet", href: url }'),
  "prefetch": append("link", '{ rel: "prefetch", href: url }'),
  "html": "document.body.insertAdjacentHTML('beforeend', `<img src=\"${url}\">`);",
  "script": append("script", "{ src: url }"),
  "frame": append("iframe", "{ src: url }"),
  "object": append("object", "{ data: url }"),
  "video": append("video", "{ src: url }"),
  "form-elsewhere": append("form", '{ action: url, target: "_blank" }') + "element.submit();",
  "window-open": "open(url);",
};

/** What ends the frame. */
export const leaveFrame = {
  "form": append("form", "{ action: url }") + "element.submit();",
  "link": append("a", "{ href: url }") + "element.click();",
  "link-ping": append("a", '{ href: "#", ping: url }') + "element.click();",
  "refresh": append("meta", '{ "http-equiv": "refresh", content: "0;url=" + url }'),
  "location": "location.href = url;",
};

/** What ends the page that the frame is in; Chromium ends one that tries a peer where none is allowed. */
export const leavePage = {
  ...peers,
  "parent": "parent.location.href = url;",
};

/** Frames by what is in them; each has a document in which code of the page could run. */
export const frames = {
  "about:blank": "",
  "srcdoc": 'frame.srcdoc = "<p>a";',
  "blob": 'frame.src = URL.createObjectURL(new Blob(["<p>a"], { type: "text/html" }));',
  "data": 'frame.src = "data:text/html,<p>a";',
  "page of the site": 'frame.src = "404.html";',
  "reference page": 'frame.src = "refs/index.en.html";',
};

/** The program that puts a frame into the page and gives it back. */
export const framed = (code) =>
  `(() => { ${OWN} const frame = document.createElement("iframe"); ${code} document.body.append(frame); return frame; })()`;
