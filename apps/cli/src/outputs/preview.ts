// Shows a library that nobody has approved yet, to the browser of this computer alone, out of memory.
import { randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { once } from "node:events";
import { mediaTypeOf } from "@tocsin/library";
import { stringOption, usage, type Call } from "../call.ts";

/** Ends with Ctrl C. */
export async function servePreview(call: Call, files: ReadonlyMap<string, Uint8Array>): Promise<void> {
  const secret = randomBytes(16).toString("hex");
  const server = createServer((request, response) =>
    answer(request, response, { files, secret, port: portOf(server) }),
  );
  server.listen(wantedPort(call), "127.0.0.1");
  await once(server, "listening");
  call.talk(call.translator.t("cli.publish.preview"));
  await call.say(`http://127.0.0.1:${portOf(server)}/${secret}/index.html`);
  if (!call.signal.aborted) await once(call.signal, "abort");
  server.closeAllConnections();
  server.close();
}

function wantedPort(call: Call): number {
  const typed = stringOption(call, "port") ?? "0";
  if (!/^\d{1,5}$/.test(typed) || Number(typed) > 65_535) throw usage("--port takes a number up to 65535");
  return Number(typed);
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === "object" && address !== null ? address.port : 0;
}

interface Served {
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly secret: string;
  readonly port: number;
}

/** Other pages of the browser know neither the address nor the port, and other names for this computer are refused. */
function answer(
  { url = "", headers, method }: IncomingMessage,
  response: ServerResponse,
  { files, secret, port }: Served,
): void {
  const path = pathIn(url);
  const start = `/${secret}/`;
  const isOurs = headers.host === `127.0.0.1:${port}` && method === "GET" && path.startsWith(start);
  const name = path.slice(start.length) || "index.html";
  const bytes = isOurs ? files.get(name) : undefined;
  if (bytes === undefined) {
    response.writeHead(404, { "content-type": "text/plain; charset=utf-8" }).end("404\n");
    return;
  }
  response.writeHead(200, {
    "content-type": mediaTypeOf(name),
    "cache-control": "no-store",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "cross-origin-resource-policy": "same-origin",
  });
  response.end(bytes);
}

/** Empty for an address that is none. */
function pathIn(url: string): string {
  try {
    return decodeURIComponent(url.split(/[?#]/)[0] ?? "");
  } catch {
    return "";
  }
}
