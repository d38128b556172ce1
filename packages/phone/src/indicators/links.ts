// Finds links in text that a person wrote or received: full addresses, bare hosts (`evil.example/abc`), defanged ones
// (`hxxps://evil[.]example`). One pass by index over the text; no regular expression sees more than one character.
import { isBareNumber, isDigit, normaliseHost } from "./hosts.ts";

export interface Link {
  /** Normalised: see `normaliseHost`. */
  readonly host: string;
  /** Digits, or empty. */
  readonly port: string;
  /** Everything after the host and port, as written: starts with `/`, `?`, `#` or is empty. */
  readonly path: string;
  /** Local part, where the text is an address of e-mail and not a link. */
  readonly mailbox: string | null;
}

export interface LinkOptions {
  /** Whether addresses inside the query of another address count: redirectors carry them. */
  readonly embedded: boolean;
}

/** Addresses within addresses are followed so far. */
const maximumEmbedding = 16;
/** A host of DNS with every character written as `%` and two digits. */
const longestEncodedHost = 3 * 254;
/** An address of IPv6 in its brackets. */
const longestBracketed = 48;
const ideographicDots = ["\u3002", "\uFF0E", "\uFF61"];
const defanged = [
  ["[.]", "."],
  ["(.)", "."],
  ["{.}", "."],
  ["[dot]", "."],
  ["(dot)", "."],
  ["[DOT]", "."],
  ["(DOT)", "."],
  ["[:]", ":"],
  ["[://]", "://"],
] as const;

export function scanLinks(text: string, options: LinkOptions): readonly Link[] {
  if (!mayHoldLink(text)) return [];
  const visible = withoutInvisible(text);
  // A browser drops what is invisible, people part words with it: both readings count.
  return visible === text
    ? scanText(text, options)
    : [...scanText(visible, options), ...scanText(text, options)];
}

function scanText(text: string, options: LinkOptions): readonly Link[] {
  const scan: Scan = { text: refang(text), links: [], options, scheme: -1 };
  for (let at = 0; at >= 0;) at = scanNext(scan, at);
  return scan.links;
}

/** The address that `text` as a whole is, and nothing that it carries. */
export function parseLink(text: string): Link | null {
  return scanLinks(text, { embedded: false })[0] ?? null;
}

interface Scan {
  readonly text: string;
  readonly links: Link[];
  readonly options: LinkOptions;
  /** Where the next `://` stands; kept, or each dot would look through the rest of the text for it. */
  scheme: number;
}

function mayHoldLink(text: string): boolean {
  if (text.includes(".") || text.includes("://")) return true;
  return text.includes("dot") || text.includes("DOT") || hasIdeographicDot(text);
}

/** Without soft hyphens, joiners, marks of direction and spaces without width. */
function withoutInvisible(text: string): string {
  let visible = "";
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (!isInvisible(text.charCodeAt(at))) continue;
    visible += text.slice(from, at);
    from = at + 1;
  }
  return from === 0 ? text : visible + text.slice(from);
}

function isInvisible(unit: number): boolean {
  if (unit < 0x200b) return unit === 0xad;
  if (unit <= 0x2064) return unit <= 0x200f || unit >= 0x2060;
  return unit === 0xfeff || (unit >= 0xfe00 && unit <= 0xfe0f);
}

function hasIdeographicDot(text: string): boolean {
  return ideographicDots.some((dot) => text.includes(dot));
}

function refang(text: string): string {
  let plain = text;
  if (text.includes("[") || text.includes("(") || text.includes("{"))
    for (const [from, to] of defanged) if (plain.includes(from)) plain = plain.replaceAll(from, to);
  if (hasIdeographicDot(plain)) for (const dot of ideographicDots) plain = plain.replaceAll(dot, ".");
  return plain;
}

/** Reads what begins at or after `from`; returns where to go on, or -1 at the end. */
function scanNext(scan: Scan, from: number): number {
  const { text } = scan;
  const dot = text.indexOf(".", from);
  if (scan.scheme < from) {
    const found = text.indexOf("://", from);
    scan.scheme = found < 0 ? text.length : found;
  }
  if (scan.scheme < text.length && (dot < 0 || scan.scheme < dot)) return readAddress(scan, scan.scheme + 3);
  return dot < 0 ? -1 : readBare(scan, dot, from);
}

/** An address after its `://`: user information, host, port, path. */
function readAddress(scan: Scan, start: number): number {
  const end = endOfAddress(scan.text, start);
  const hostEnd = keepAddress(scan, start, end);
  if (scan.options.embedded) readEmbedded(scan, scan.text.slice(hostEnd, end), 0);
  return Math.max(end, start);
}

/** Keeps the host of the address that begins at `start`; returns where the host ends. */
function keepAddress(scan: Scan, start: number, end: number): number {
  const pathStart = endOfAuthority(scan.text, start, end);
  let hostStart = pathStart;
  while (hostStart > start && scan.text[hostStart - 1] !== "@") hostStart -= 1;
  const hostEnd = endOfHost(scan.text, hostStart, pathStart);
  const encoded = readEncodedHost(scan.text.slice(hostStart, pathStart), hostEnd - hostStart);
  if (encoded !== null) scan.links.push({ ...encoded, path: scan.text.slice(pathStart, end), mailbox: null });
  // What stands before a `%` is only a part of the host, if the whole is one.
  if (encoded === null || scan.text[hostEnd] !== "%")
    keepHost(scan, { start: hostStart, end: hostEnd, pathStart, pathEnd: end, mailbox: null });
  return hostEnd;
}

/**
 * A host with signs or encoded characters, which browsers take where there is a scheme. `cut` is where the plain
 * characters of the host end.
 */
function readEncodedHost(authority: string, cut: number): Pick<Link, "host" | "port"> | null {
  if (cut >= authority.length || authority[cut] === ":") return null;
  const colon = authority.indexOf(":");
  const raw = colon < 0 ? authority : authority.slice(0, colon);
  const host = raw.length > longestEncodedHost ? null : normaliseHost(decodeHost(raw));
  return host === null ? null : { host, port: readPort(authority, raw.length) };
}

function decodeHost(raw: string): string {
  try {
    return decodeURIComponent(raw);
  } catch {
    return raw;
  }
}

/** A host without a scheme around the dot at `dot`, or an address of e-mail. */
function readBare(scan: Scan, dot: number, from: number): number {
  const { text } = scan;
  let start = dot;
  while (start > from && isHostUnit(text, start - 1)) start -= 1;
  const end = endOfHost(text, dot, text.length);
  const at = endOfMailbox(text, end);
  if (text[at] === "@") return readMailbox(scan, start, at);
  const { pathStart, pathEnd } = tailOf(text, end);
  const raw = trimHost(text.slice(start, end));
  const isInPath = text[start - 1] === "/" && text[start - 2] !== "/" && text[start - 2] !== ":";
  if (isInPath || !raw.includes(".") || isBareNumber(raw)) return pathEnd;
  const isMail = text[start - 1] === "@" && isMailEnd(text, end, pathEnd);
  keepHost(scan, { start, end, pathStart, pathEnd, mailbox: isMail ? mailboxBefore(text, start - 1) : null });
  return pathEnd;
}

function readMailbox(scan: Scan, start: number, at: number): number {
  const { text } = scan;
  const end = endOfHost(text, at + 1, text.length);
  const { pathStart, pathEnd } = tailOf(text, end);
  const mailbox = isMailEnd(text, end, pathEnd) ? text.slice(start, at) : null;
  keepHost(scan, { start: at + 1, end, pathStart, pathEnd, mailbox });
  return Math.max(pathEnd, at + 1);
}

/** No path follows; a subject may, as in `mailto:`, or the mark of a question. */
function isMailEnd(text: string, end: number, pathEnd: number): boolean {
  return pathEnd === end || text[end] === "?";
}

/** What follows a host that has no scheme: a port, then a path if one begins there. */
function tailOf(text: string, end: number): { readonly pathStart: number; readonly pathEnd: number } {
  const port = readPort(text, end);
  const pathStart = port === "" ? end : end + 1 + port.length;
  const hasPath = pathStart < text.length && "/?#".includes(text[pathStart] ?? " ");
  return { pathStart, pathEnd: hasPath ? endOfAddress(text, pathStart) : pathStart };
}

/** Longest part of an address of e-mail before its `@` (RFC 5321). */
const longestMailbox = 64;

/** Where the mailbox that began before `from` ends, if it goes on in characters that hosts lack. */
function endOfMailbox(text: string, from: number): number {
  let at = from;
  while (at < from + longestMailbox && isMailboxUnit(text, at)) at += 1;
  return at;
}

function isMailboxUnit(text: string, at: number): boolean {
  const letter = text[at];
  return letter === "+" || letter === "%" || (letter !== undefined && isHostUnit(text, at));
}

function mailboxBefore(text: string, at: number): string | null {
  let start = at;
  while (start > at - longestMailbox && start > 0 && isMailboxUnit(text, start - 1)) start -= 1;
  return start === at ? null : text.slice(start, at);
}

interface Span {
  readonly start: number;
  readonly end: number;
  readonly pathStart: number;
  readonly pathEnd: number;
  readonly mailbox: string | null;
}

function keepHost(scan: Scan, span: Span): void {
  const { text, links } = scan;
  const raw = trimHost(text.slice(span.start, span.end));
  const host = normaliseHost(raw);
  const port = readPort(text, span.end);
  const path = text.slice(span.pathStart, span.pathEnd);
  if (host !== null) links.push({ host, port, path, mailbox: span.mailbox });
  const other = normaliseHost(latinPart(raw));
  if (other !== null) links.push({ host: other, port, path, mailbox: span.mailbox });
}

/** Emphasis (`_evil.example_`) and dashes stand at the edges of hosts, not in them; a host in brackets is kept. */
function trimHost(raw: string): string {
  let start = 0;
  let end = raw.length;
  while (start < end && isEdge(raw.charCodeAt(start))) start += 1;
  while (end > start && isEdge(raw.charCodeAt(end - 1))) end -= 1;
  return raw.slice(start, end);
}

function isEdge(unit: number): boolean {
  return unit === 0x2d || unit === 0x2e || unit === 0x5f;
}

/**
 * The part in ASCII of a host that is glued to words of a script without capitals, as in Chinese or Arabic text
 * without spaces. Not where a cased letter touches it: `éevil.example` is another host.
 */
function latinPart(raw: string): string {
  const dot = raw.indexOf(".");
  let start = dot;
  let end = dot;
  while (start > 0 && raw.charCodeAt(start - 1) < 0x80) start -= 1;
  while (end < raw.length && raw.charCodeAt(end) < 0x80) end += 1;
  if (dot < 0 || (start === 0 && end === raw.length) || isCased(raw[start - 1]) || isCased(raw[end]))
    return "";
  return trimHost(raw.slice(start, end));
}

function isCased(letter: string | undefined): boolean {
  return letter !== undefined && letter.toLowerCase() !== letter.toUpperCase();
}

/** Digits after a colon that follows the host. */
function readPort(text: string, hostEnd: number): string {
  if (text[hostEnd] !== ":") return "";
  let end = hostEnd + 1;
  while (end < hostEnd + 6 && isDigit(text.charCodeAt(end))) end += 1;
  return text.slice(hostEnd + 1, end);
}

function readEmbedded(scan: Scan, path: string, depth: number): void {
  if (depth >= maximumEmbedding) return;
  const plain = decodeMarks(path);
  const scheme = plain.indexOf("://");
  if (scheme < 0) return;
  const end = endOfAddress(plain, scheme + 3);
  const hostEnd = keepAddress({ ...scan, text: plain }, scheme + 3, end);
  readEmbedded(scan, plain.slice(hostEnd, end), depth + 1);
}

/** Only the marks that part an address: a full decoding could fail on bytes that are not UTF-8. */
function decodeMarks(path: string): string {
  const once = path.includes("%253") ? path.replaceAll("%25", "%") : path;
  if (!once.includes("%3A") && !once.includes("%3a")) return once;
  return once
    .replaceAll("%3A", ":")
    .replaceAll("%3a", ":")
    .replaceAll("%2F", "/")
    .replaceAll("%2f", "/")
    .replaceAll("%3F", "?")
    .replaceAll("%3f", "?")
    .replaceAll("%26", "&")
    .replaceAll("%40", "@");
}

/** White space, controls, quotation marks and angle brackets end an address. */
function endOfAddress(text: string, from: number): number {
  let at = from;
  while (at < text.length && !endsAddress(text.charCodeAt(at))) at += 1;
  return at;
}

function endsAddress(unit: number): boolean {
  if (unit <= 0x20 || unit === 0x22 || unit === 0x3c || unit === 0x3e || unit === 0x60) return true;
  if (unit < 0xa0) return unit >= 0x7f;
  return (
    unit === 0xa0 || unit === 0xab || unit === 0xbb || (unit >= 0x2000 && unit <= 0x206f) || unit === 0x3000
  );
}

function endOfAuthority(text: string, from: number, limit: number): number {
  for (let at = from; at < limit; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === 0x2f || unit === 0x3f || unit === 0x23 || unit === 0x5c) return at;
  }
  return limit;
}

function endOfHost(text: string, from: number, limit: number): number {
  if (text[from] === "[") {
    const close = text.slice(from, Math.min(limit, from + longestBracketed)).indexOf("]");
    if (close >= 0) return from + close + 1;
  }
  let at = from;
  while (at < limit && isHostUnit(text, at)) at += 1;
  return at;
}

const letterOrMark = /^[\p{L}\p{M}\p{N}]$/u;

function isHostUnit(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit < 0x80)
    return (
      (unit >= 0x61 && unit <= 0x7a) ||
      (unit >= 0x2d && unit <= 0x39 && unit !== 0x2f) ||
      (unit >= 0x41 && unit <= 0x5a) ||
      unit === 0x5f
    );
  // Halves of a pair: letters beyond the first plane are in no published host, but may be.
  if (unit >= 0xd800 && unit <= 0xdfff) return false;
  return letterOrMark.test(text[at] ?? "");
}
