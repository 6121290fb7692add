// A plain web server for the built site: no headers of its own, files that can be exchanged, and an
// end that leaves nobody there.

import { createServer } from "node:http";
import { readFile, readdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { extname, join } from "node:path";

const DIST = fileURLToPath(new URL("../../dist", import.meta.url));
const TYPES = {
  ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".json": "application/json",
  ".wasm": "application/wasm", ".svg": "image/svg+xml", ".webmanifest": "application/manifest+json",
};

export const published = (name) => readFile(join(DIST, name));

/** The name of a file of the built site by what it begins with. */
const named = async (start) => (await readdir(DIST)).find((it) => it.startsWith(start) && !it.endsWith(".br"));

/** Has a site neither bring a policy in its page nor close it: the script that would do so is another one. */
export async function unprotected(site) {
  const page = (await published("index.html")).toString();
  const open = page.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/i, "");
  if (open === page) throw new Error("the page has no policy");
  site.exchanged.set("index.html", Buffer.from(open));
  site.exchanged.set(await named("seal."), Buffer.from("// another script\n"));
}

/** Serves the site below a path; `exchanged` has files that take the place of the built ones. */
export async function host(base = "/") {
  const exchanged = new Map();
  const asked = [];
  const server = createServer(async (request, response) => {
    const path = new URL(request.url, "http://host").pathname;
    asked.push(path);
    const name = path.slice(base.length) || "index.html";
    const found = path.startsWith(base) ? exchanged.get(name) ?? (await published(name).catch(() => undefined)) : undefined;
    // Some hosts give the page for what is missing its own status even when it is asked for by name.
    response.writeHead(found && name !== "404.html" ? 200 : 404, { "content-type": TYPES[extname(name)] ?? "application/octet-stream" });
    response.end(found ?? "");
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${server.address().port}${base}`;
  const stop = () => new Promise((resolve) => {
    server.close(resolve);
    server.closeAllConnections();
  });
  return { url, exchanged, asked, stop };
}
