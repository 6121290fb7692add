// A network of our own with nothing in it but ourselves, where we are asked for every name. What runs in
// it reaches the site that is tested by a pipe, at the same address.

import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const UP = 'import fcntl, socket, struct; fcntl.ioctl(socket.socket(), 0x8914, struct.pack("16sH14x", b"lo", 1))';

/** Peers look for nothing where there is only loopback: a wire to nowhere, if it can be had, has them look. */
const ENTER = `
  ip link set lo up 2>/dev/null || python3 -c '${UP}' || exit 1
  { ip link add wire type veth peer name nowhere && ip addr add 192.0.2.1/24 dev wire && ip link set wire up && ip link set nowhere up; } 2>/dev/null
  for name in resolv.conf nsswitch.conf; do
    if [ -e /etc/$name ]; then mount --bind "$FILES/$name" /etc/$name || exit 1; fi
  done
  exec "$@"
`;

/** What a command gives that runs in there. */
function enter(files, env, ...command) {
  const all = { ...process.env, ...env, FILES: files };
  // A test that is run by a test would report to it.
  delete all.NODE_TEST_CONTEXT;
  return new Promise((resolve) => {
    execFile("unshare", ["-rnm", "sh", "-c", ENTER, "sh", ...command], { env: all, timeout: 200_000 }, (error, out, err) => {
      resolve({ failed: error !== null, said: `${out}${err}`.trim() || String(error ?? "") });
    });
  });
}

const joined = (one, other) => {
  for (const it of [one, other]) it.on("error", () => undefined);
  one.on("close", () => other.destroy()).pipe(other).on("close", () => one.destroy()).pipe(one);
};

/** Listens at one place and hands everything on to another. */
export async function pipe(place, to) {
  const server = createServer((socket) => joined(socket, connect(to)));
  await new Promise((resolve) => server.listen(place, resolve));
  return server;
}

export const portOf = (site) => ({ port: Number(new URL(site).port || 80), host: "127.0.0.1" });

/** Runs a file of tests in there, and says what became of it, or why this machine has no such place. */
export async function alone(name, site) {
  const files = await mkdtemp(join(tmpdir(), "kumomori-"));
  await writeFile(join(files, "resolv.conf"), "nameserver 127.0.0.1\n");
  await writeFile(join(files, "nsswitch.conf"), "hosts: files dns\n");
  const socket = join(files, "site");
  const server = await pipe({ path: socket }, portOf(site));
  try {
    const tried = await enter(files, {}, "true");
    if (tried.failed) return { hindrance: `this machine gives no network of our own: ${tried.said}` };
    const test = [process.execPath, "--test", "--test-reporter=tap", fileURLToPath(new URL(name, import.meta.url))];
    return await enter(files, { KUMOMORI_PIPE: socket }, ...test);
  } finally {
    server.close();
    await rm(files, { recursive: true });
  }
}
