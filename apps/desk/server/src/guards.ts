// Who may talk to the desk: one browser, from this computer, that was given the one-time token.
import { timingSafeEqual } from "node:crypto";
import type { Context, MiddlewareHandler } from "hono";
import { createTranslator, firstWords, negotiateLocale } from "@tocsin/language";
import { getCookie, setCookie } from "hono/cookie";

export interface Gate {
  /** The address to open; the token in it works once. */
  readonly token: string;
  /**
   * Checks Host, Origin, cookie and header of every request, and sets what every answer carries. Pages of a sandbox have no
   * cookie: `isShown` says whether an address holds their secret.
   */
  guard(isShown: (path: string) => boolean): MiddlewareHandler;
}

export interface GateOptions {
  /** Random text, at least 128 bits: for the token and for the cookie. */
  readonly secret: () => string;
  /** Port that the server listens on, known once it listens. */
  readonly port: () => number;
}

const cookieName = "tocsin";

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "frame-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join("; ");

const headers: Readonly<Record<string, string>> = {
  "content-security-policy": policy,
  "cache-control": "no-store",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": "camera=(), microphone=(), geolocation=(), interest-cohort=()",
};

export function createGate({ secret, port }: GateOptions): Gate {
  const token = secret();
  const cookie = secret();
  let spent = false;
  let isKept = false;

  /** The browser that has the cookie may open the address again; nobody else may. */
  const exchange = (context: Context, given: string): Response => {
    if (spent || !isSame(given, token)) return refuse(context, 401, "token");
    spent = true;
    setCookie(context, cookieName, cookie, { httpOnly: true, sameSite: "Strict", path: "/" });
    return context.redirect("/", 303);
  };

  const guardKnown: MiddlewareHandler = async (context, next) => {
    const isKnown = isSame(getCookie(context, cookieName) ?? "", cookie);
    isKept ||= isKnown;
    const given = tokenOf(context);
    if (given !== undefined) return isKnown ? context.redirect("/", 303) : exchange(context, given);
    if (!isKnown) return spent && !isKept ? refuseKeeping(context) : refuse(context, 401, "cookie");
    const problem = context.req.path.startsWith("/api/") ? apiProblem(context, port()) : null;
    return problem === null ? next() : refuse(context, 403, problem);
  };

  const guard: Gate["guard"] = (isShown) => async (context, next) => {
    for (const [name, value] of Object.entries(headers)) context.header(name, value);
    if (!isOurHost(context.req.header("host"), port())) return refuse(context, 421, "host");
    const { method, path } = context.req;
    return method === "GET" && isShown(path) ? next() : guardKnown(context, next);
  };
  return { token, guard };
}

function tokenOf({ req }: Context): string | undefined {
  return req.method === "GET" && req.path === "/" ? req.query("token") : undefined;
}

/** Requests of other pages carry another Origin, and cannot add our header without asking first. */
function apiProblem(context: Context, port: number): string | null {
  const origin = context.req.header("origin");
  if (origin !== undefined && !isOurOrigin(origin, port)) return "origin";
  if (context.req.method !== "GET" && origin === undefined) return "origin";
  const isDownload = context.req.method === "GET" && context.req.path.startsWith("/api/output/");
  return isDownload || context.req.header("x-tocsin") === "1" ? null : "header";
}

function isOurHost(host: string | undefined, port: number): boolean {
  return host === `127.0.0.1:${port}` || host === `localhost:${port}`;
}

function isOurOrigin(origin: string, port: number): boolean {
  return origin === `http://127.0.0.1:${port}` || origin === `http://localhost:${port}`;
}

function isSame(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** The one that had the token came back without the cookie: it keeps none. */
function refuseKeeping(context: Context): Response {
  const wanted = (context.req.header("accept-language") ?? "").split(",", 16);
  const tags = wanted.map((each) => (each.split(";")[0] ?? "").trim());
  const words = createTranslator(negotiateLocale(tags, Object.keys(firstWords)), firstWords);
  return context.text(`Tocsin: ${words.t("desk.no-cookie")}`, 401);
}

function refuse(context: Context, status: 401 | 403 | 421, what: string): Response {
  return context.text(`Tocsin: not allowed (${what}). Open the address that the program printed.`, status);
}
