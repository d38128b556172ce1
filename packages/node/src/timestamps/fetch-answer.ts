// Asks an authority for timestamps over HTTP (RFC 3161, section 3.4). The only place in Tocsin that connects to another
// computer, and only to an address that a person has typed for this one act.
import { request as requestHttp, type IncomingMessage, type RequestOptions } from "node:http";
import { request as requestHttps } from "node:https";
import { timestampLimits } from "@tocsin/workspace";
import { TimestampError, type TimestampErrorCode } from "../crypto/timestamps/errors.ts";

export interface FetchAnswerOptions {
  /** http or https; nothing is remembered of it. */
  readonly authority: string;
  readonly signal?: AbortSignal;
  /** Milliseconds for everything together; 30 seconds unless told. */
  readonly timeout?: number;
}

const usualTimeout = 30_000;
const answerType = "application/timestamp-reply";

/**
 * The bytes that came back, unchecked. Throws `timestamps.bad-address`, `timestamps.unreachable`,
 * `timestamps.not-an-authority`, and the reason of `signal`. Redirects are not followed.
 */
export async function fetchAnswer(request: Uint8Array, options: FetchAnswerOptions): Promise<Uint8Array> {
  const address = parseAuthority(options.authority);
  const { signal, timeout = usualTimeout } = options;
  signal?.throwIfAborted();
  const limit = AbortSignal.timeout(timeout);
  const stop = signal === undefined ? limit : AbortSignal.any([signal, limit]);
  try {
    return await readAnswer(await send(address, request, stop));
  } catch (cause) {
    signal?.throwIfAborted();
    if (cause instanceof TimestampError) throw cause;
    const state = limit.aborted ? "it did not answer in time" : "nobody answers there";
    throw problem("unreachable", state, cause);
  }
}

/** Throws `timestamps.bad-address`. */
export function parseAuthority(text: string): URL {
  const address = URL.canParse(text) ? new URL(text) : null;
  if (address === null || (address.protocol !== "http:" && address.protocol !== "https:"))
    throw problem("bad-address", "its address is not one of http or https");
  if (address.username !== "" || address.password !== "")
    throw problem("bad-address", "its address holds a name or a password");
  return address;
}

function send(address: URL, request: Uint8Array, signal: AbortSignal): Promise<IncomingMessage> {
  const open = address.protocol === "https:" ? requestHttps : requestHttp;
  // Nothing but what the protocol needs: no name of a program, no language.
  const headers = {
    "Content-Type": "application/timestamp-query",
    Accept: answerType,
    "Content-Length": request.length,
  };
  const settings: RequestOptions = { method: "POST", headers, signal, agent: false };
  return new Promise((resolve, reject) => {
    const sending = open(address, settings, resolve);
    sending.on("error", reject);
    sending.end(request);
  });
}

async function readAnswer(response: IncomingMessage): Promise<Uint8Array> {
  try {
    const { statusCode = 0, headers } = response;
    if (statusCode >= 300 && statusCode < 400)
      throw problem("not-an-authority", "it points to another address, which is not followed");
    if (statusCode !== 200) throw problem("not-an-authority", `it answers with status ${statusCode}`);
    const [type = ""] = (headers["content-type"] ?? "").split(";");
    if (type.trim().toLowerCase() !== answerType)
      throw problem("not-an-authority", "what it answers is no timestamp");
    const pieces: Uint8Array[] = [];
    let size = 0;
    for await (const piece of response) {
      if (!(piece instanceof Uint8Array)) continue;
      size += piece.length;
      if (size > timestampLimits.answer) throw problem("not-an-authority", "its answer is too large");
      pieces.push(piece);
    }
    return Buffer.concat(pieces);
  } finally {
    response.destroy();
  }
}

function problem(
  code: "bad-address" | "unreachable" | "not-an-authority",
  state: string,
  cause?: unknown,
): TimestampError {
  const full: TimestampErrorCode = `timestamps.${code}`;
  return new TimestampError(full, `Cannot ask authority: ${state}`, { cause });
}
