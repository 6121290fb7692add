// Somebody who listens on every kind of socket. Every attempt has an address of its own, so that what
// arrives tells which attempt it was.

import { createSocket } from "node:dgram";
import { createServer } from "node:http";
import { createServer as createTcpServer } from "node:net";

/** Hears at addresses that it gives out; `heard` has the names of what arrived. */
export async function listener() {
  const heard = new Set();
  const open = [];
  const listen = (server) => new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(server.address().port)));
  const nameIn = (request) => decodeURIComponent(request.url.split("/")[1].split("?")[0]);
  const http = createServer((request, response) => {
    heard.add(nameIn(request));
    response.writeHead(200, { "access-control-allow-origin": "*" });
    response.end("");
  });
  http.on("upgrade", (request, socket) => {
    heard.add(nameIn(request));
    socket.destroy();
  });
  const port = await listen(http);

  /** Addresses of every kind for one attempt. */
  const address = async (name) => {
    const tcp = createTcpServer((socket) => {
      heard.add(name);
      socket.on("error", () => undefined);
      socket.destroy();
    });
    const udp = createSocket("udp4", () => heard.add(name));
    open.push(tcp, udp);
    const streams = await listen(tcp);
    const datagrams = await new Promise((resolve) => udp.bind(0, "127.0.0.1", () => resolve(udp.address().port)));
    return {
      url: `http://127.0.0.1:${port}/${encodeURIComponent(name)}`,
      bare: `http://127.0.0.1:${streams}/`,
      quic: `https://127.0.0.1:${datagrams}/`,
      turn: `turn:127.0.0.1:${streams}?transport=tcp`,
      stun: `stun:127.0.0.1:${datagrams}`,
    };
  };
  const stop = () => {
    http.close();
    http.closeAllConnections();
    for (const it of open) it.close();
  };
  return { heard, address, stop };
}
