// Every way out of a page that we know. Each is tried in the page with the address of somebody who
// listens; `stay` are those that leave the page where it is, `leave` those that go elsewhere.

const append = (name, attributes) => `
  const element = document.createElement(${JSON.stringify(name)});
  for (const [key, value] of Object.entries(${attributes})) element.setAttribute(key, value);
  document.body.append(element);
`;
const styled = (property) => `document.body.style.setProperty(${JSON.stringify(property)}, \`url("\${url}")\`);`;
const svg = (name) => `
  const picture = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const part = document.createElementNS("http://www.w3.org/2000/svg", ${JSON.stringify(name)});
  part.setAttribute("href", url + "#a");
  picture.append(part);
  document.body.append(picture);
`;
const worker = (body) => `new Worker(URL.createObjectURL(new Blob([${"`"}${body}${"`"}], { type: "text/javascript" })));`;

export const stay = {
  "fetch": "await fetch(url);",
  "fetch-no-cors": 'await fetch(url, { mode: "no-cors" });',
  "fetch-keepalive": 'await fetch(url, { method: "POST", mode: "no-cors", keepalive: true, body: "a" });',
  "fetch-later": "fetchLater(url, { activateAfter: 0 });",
  "xml-http-request": 'const request = new XMLHttpRequest(); request.open("GET", url); request.send();',
  "send-beacon": 'navigator.sendBeacon(url, "a");',
  "web-socket": 'new WebSocket(url.replace("http", "ws"));',
  "event-source": "new EventSource(url);",
  "web-transport": 'await new WebTransport(url.replace("http:", "https:")).ready;',
  "image": "new Image().src = url;",
  "image-element": append("img", "{ src: url }"),
  "image-set": append("img", '{ srcset: url + " 1x" }'),
  "input-image": append("input", '{ type: "image", src: url }'),
  "body-background": 'document.body.setAttribute("background", url);',
  "style-background": styled("background-image"),
  "style-list": 'document.body.style.display = "list-item";' + styled("list-style-image"),
  "style-border": 'document.body.style.border = "1px solid";' + styled("border-image-source"),
  "style-mask": styled("mask-image"),
  "style-cursor": styled("cursor"),
  "style-element": 'const style = document.createElement("style"); style.textContent = `@import "${url}";`; document.head.append(style);',
  "style-adopted": "const sheet = new CSSStyleSheet(); sheet.replaceSync(`body::after { content: url(\"${url}\"); }`); document.adoptedStyleSheets = [sheet];",
  "style-sheet": append("link", '{ rel: "stylesheet", href: url }'),
  "font": 'const font = new FontFace("a", `url("${url}")`); document.fonts.add(font); await font.load();',
  "prefetch": append("link", '{ rel: "prefetch", href: url }'),
  "preload": append("link", '{ rel: "preload", as: "image", href: url }'),
  "module-preload": append("link", '{ rel: "modulepreload", href: url }'),
  "preconnect": append("link", '{ rel: "preconnect", href: bare }'),
  "icon": append("link", '{ rel: "icon", href: url }'),
  "manifest": 'document.querySelector("link[rel=manifest]")?.remove();' + append("link", '{ rel: "manifest", href: url }'),
  "script": append("script", "{ src: url }"),
  "module": append("script", '{ type: "module", src: url }'),
  "import": "await import(url);",
  "frame": append("iframe", "{ src: url }"),
  "frame-document": "const frame = document.createElement('iframe'); frame.srcdoc = `<img src=\"${url}\">`; document.body.append(frame);",
  "frame-blank": append("iframe", "{}") + "await element.contentWindow.fetch(url);",
  "frame-of-the-site": append("iframe", "{ src: location.pathname }") + "element.onload = () => element.contentWindow.fetch(url); await new Promise((done) => setTimeout(done, 1500));",
  "object": append("object", "{ data: url }"),
  "embed": append("embed", "{ src: url }"),
  "video": append("video", '{ src: url, preload: "auto" }'),
  "poster": append("video", "{ poster: url }"),
  "audio": append("audio", '{ src: url, preload: "auto" }'),
  "track": 'const video = document.createElement("video"); const track = document.createElement("track"); Object.assign(track, { default: true, kind: "captions", src: url }); video.append(track); document.body.append(video); track.track.mode = "showing";',
  "svg-image": svg("image"),
  "svg-use": svg("use"),
  "worker": "new Worker(url);",
  "shared-worker": "new SharedWorker(url);",
  "worker-of-a-blob": worker("fetch('${url}')"),
  "worker-of-a-blob-socket": worker("new WebSocket('${url}'.replace('http', 'ws'))"),
  "worker-of-a-blob-import": worker("importScripts('${url}')"),
  "service-worker": "await navigator.serviceWorker.register(url);",
  "notification": 'new Notification("a", { icon: url });',
  "html": "document.body.insertAdjacentHTML('beforeend', `<img src=\"${url}\">`);",
  "document": "document.implementation.createHTMLDocument().body.innerHTML = `<img src=\"${url}\">`; const parsed = new DOMParser().parseFromString(`<img src=\"${url}\">`, 'text/html'); document.body.append(parsed.querySelector('img'));",
  "base": 'const base = document.createElement("base"); base.href = url; document.head.append(base); new Image().src = "base";',
  "speculation": 'const rules = document.createElement("script"); rules.type = "speculationrules"; rules.textContent = JSON.stringify({ prefetch: [{ source: "list", urls: [url], eagerness: "immediate" }] }); document.head.append(rules); await new Promise((done) => setTimeout(done, 1500));',
  "stun": 'const peer = new RTCPeerConnection({ iceServers: [{ urls: stun }] }); peer.createDataChannel("a"); await peer.setLocalDescription(await peer.createOffer()); await new Promise((done) => setTimeout(done, 1500));',
  "turn": 'const peer = new RTCPeerConnection({ iceServers: [{ urls: turn, username: "a", credential: "b" }] }); peer.createDataChannel("a"); await peer.setLocalDescription(await peer.createOffer()); await new Promise((done) => setTimeout(done, 1500));',
};

export const leave = {
  "location": "location.href = url;",
  "location-replace": "location.replace(url);",
  "window-open": "window.open(url);",
  "link": append("a", "{ href: url }") + "element.click();",
  "link-elsewhere": append("a", '{ href: url, target: "_blank" }') + "element.click();",
  "link-download": append("a", '{ href: url, download: "a" }') + "element.click();",
  "link-ping": append("a", '{ href: "#/", ping: url }') + "element.click();",
  "form": append("form", "{ action: url }") + "element.submit();",
  "form-post": append("form", '{ action: url, method: "post" }') + "element.submit();",
  "form-elsewhere": append("form", '{ action: url, target: "_blank" }') + "element.submit();",
  "refresh": 'const meta = document.createElement("meta"); meta.httpEquiv = "refresh"; meta.content = `0;url=${url}`; document.head.append(meta);',
  "navigation": "navigation.navigate(url);",
};
