// All indicators in tables by what they are compared with: a lookup costs one step a label or folder, however many
// indicators there are. Every match names all indicators that it met, of every campaign.
import type { MatchedIndicator } from "@tocsin/core";
import { isAddress, isDigit, suffixesOf, withoutWww } from "./hosts.ts";
import { indicatorKinds } from "./indicator.ts";
import type { Indicator, IndicatorKind, Indicators, IndicatorTerm } from "./indicator.ts";
import { parseLink } from "./links.ts";
import type { Link } from "./links.ts";
import { lastPart, normalisePath, selfAndFolders } from "./paths.ts";
import { isWildMatch } from "./wildcard.ts";

export interface IndicatorMatch {
  readonly kind: IndicatorKind;
  /** What was matched, as the evidence has it in normal form: a host, an address, a process name, a path. */
  readonly value: string;
  /** False where only the beginning of a name could be compared. */
  readonly whole: boolean;
  readonly indicators: readonly MatchedIndicator[];
}

export interface IndicatorIndex {
  readonly patterns: number;
  /** The most telling kind first: url, then domain, then address. */
  matchLink(link: Link): IndicatorMatch | null;
  matchEmail(address: string): IndicatorMatch | null;
  matchProcess(name: string): IndicatorMatch | null;
  /** `path` is absolute on the device. */
  matchFile(path: string): IndicatorMatch | null;
  matchApp(id: string): IndicatorMatch | null;
}

/** Lengths to which Linux and iOS cut the name of a process. */
const cutLengths = [15, 16];

interface Tables {
  readonly byKind: ReadonlyMap<IndicatorKind, Map<string, Indicator[]>>;
  readonly wildByKind: ReadonlyMap<IndicatorKind, Indicator[]>;
  /** Compared whole: a host of a single label, and one whose indicator begins with `www.`, without that. */
  readonly wholeHosts: Map<string, Indicator[]>;
  readonly urlsByHost: Map<string, UrlIndicator[]>;
  readonly cutProcesses: Map<string, Indicator[]>;
}

interface UrlIndicator {
  readonly link: Link;
  readonly indicator: Indicator;
}

export function createIndicatorIndex(sets: readonly Indicators[]): IndicatorIndex {
  const tables = createTables();
  for (const set of sets) for (const indicator of set.indicators) addIndicator(tables, indicator);
  return {
    patterns: sets.reduce((sum, set) => sum + set.patterns, 0),
    matchLink: (link) => matchLink(tables, link),
    matchEmail: (address) => matchWhole(tables, "email", address.toLowerCase()),
    matchProcess: (name) => matchProcess(tables, name),
    matchFile: (path) => matchFile(tables, normalisePath(path)),
    matchApp: (id) => matchWhole(tables, "app", id),
  };
}

function createTables(): Tables {
  return {
    byKind: new Map(indicatorKinds.map((kind) => [kind, new Map<string, Indicator[]>()])),
    wildByKind: new Map(indicatorKinds.map((kind) => [kind, []])),
    wholeHosts: new Map(),
    urlsByHost: new Map(),
    cutProcesses: new Map(),
  };
}

function addIndicator(tables: Tables, indicator: Indicator): void {
  const { kind, value, wild } = indicator.term;
  if (wild) tables.wildByKind.get(kind)?.push(indicator);
  else if (kind === "url") addUrl(tables, indicator);
  else if (kind === "domain" && !value.includes(".")) addTo(tables.wholeHosts, value, indicator);
  else {
    const table = tables.byKind.get(kind);
    if (table !== undefined) addTo(table, value, indicator);
    addShortened(tables, indicator);
  }
}

function addUrl(tables: Tables, indicator: Indicator): void {
  const link = parseLink(indicator.term.value);
  if (link !== null) addTo(tables.urlsByHost, withoutWww(link.host), { link, indicator });
}

function addShortened(tables: Tables, indicator: Indicator): void {
  const { kind, value } = indicator.term;
  if (kind === "domain" && value.startsWith("www.")) addTo(tables.wholeHosts, withoutWww(value), indicator);
  if (kind !== "process") return;
  for (const length of cutLengths)
    if (value.length > length) addTo(tables.cutProcesses, value.slice(0, length), indicator);
}

function addTo<Entry>(table: Map<string, Entry[]>, key: string, entry: Entry): void {
  const known = table.get(key);
  if (known === undefined) table.set(key, [entry]);
  else known.push(entry);
}

function matchLink(tables: Tables, link: Link): IndicatorMatch | null {
  const urls = link.mailbox === null ? findUrls(tables, link) : none;
  const hosts = link.mailbox === null ? findHosts(tables, link.host) : none;
  if (urls === none && hosts === none) return null;
  const found = [...urls, ...hosts].filter((one) => one.also.every((term) => isLinkTerm(term, link)));
  const kind = urls.some((indicator) => found.includes(indicator))
    ? "url"
    : isAddress(link.host)
      ? "ip"
      : "domain";
  return toMatch(kind, link.host, found);
}

const none: readonly Indicator[] = [];

function findHosts(tables: Tables, host: string): readonly Indicator[] {
  if (isAddress(host)) return tables.byKind.get("ip")?.get(host) ?? none;
  const domains = tables.byKind.get("domain");
  let found = none;
  for (const suffix of suffixesOf(host)) {
    const here = domains?.get(suffix);
    if (here !== undefined) found = [...found, ...here];
  }
  const whole = tables.wholeHosts.get(host);
  if (whole !== undefined) found = [...found, ...whole];
  return withWild(tables, "domain", { found, value: host });
}

function findUrls(tables: Tables, link: Link): readonly Indicator[] {
  const candidates = tables.urlsByHost.get(withoutWww(link.host));
  const met = candidates?.filter((candidate) => isUrlMatch(candidate.link, link)) ?? [];
  const found = met.length === 0 ? none : met.map((candidate) => candidate.indicator);
  if (tables.wildByKind.get("url")?.length === 0) return found;
  // Text often lacks the scheme, so a wildcard is tried with both.
  const address = `${link.host}${link.port === "" ? "" : `:${link.port}`}${link.path}`;
  const first = withWild(tables, "url", { found, value: `https://${address}` });
  return withWild(tables, "url", { found: first, value: `http://${address}` });
}

interface Found {
  readonly found: readonly Indicator[];
  readonly value: string;
}

/** Adds the wildcards that match. */
function withWild(tables: Tables, kind: IndicatorKind, { found, value }: Found): readonly Indicator[] {
  const wild = tables.wildByKind.get(kind);
  if (wild === undefined || wild.length === 0) return found;
  const met = wild.filter((indicator) => isWildMatch(indicator.term.value, value));
  return met.length === 0 ? found : [...found, ...met];
}

/** The same host and port, and a path that is the indicator's or goes on from it at a boundary. */
function isUrlMatch(indicator: Link, link: Link): boolean {
  const isDefaultPort = link.port === "" && (indicator.port === "80" || indicator.port === "443");
  if (indicator.port !== "" && indicator.port !== link.port && !isDefaultPort) return false;
  const wanted = indicator.path === "/" ? "" : indicator.path;
  if (!link.path.startsWith(wanted)) return false;
  return "/?#&=".includes(wanted.at(-1) ?? "/") || isBoundary(link.path, wanted.length);
}

/** Where an address can end: in a sentence, its punctuation or words of another script may follow at once. */
function isBoundary(path: string, at: number): boolean {
  const next = path[at];
  if (next === undefined || "/?#&".includes(next) || path.charCodeAt(at) >= 0x80) return true;
  return ".,;:!*')]}|".includes(next) && !isWordUnit(path.charCodeAt(at + 1));
}

function isWordUnit(unit: number): boolean {
  return isDigit(unit) || (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a);
}

function isLinkTerm(term: IndicatorTerm, link: Link): boolean {
  if (term.kind === "url") {
    const wanted = parseLink(term.value);
    return wanted !== null && wanted.host === link.host && isUrlMatch(wanted, link);
  }
  if (term.wild) return isWildMatch(term.value, link.host);
  return term.kind === "ip" ? term.value === link.host : [...suffixesOf(link.host)].includes(term.value);
}

function matchProcess(tables: Tables, name: string): IndicatorMatch | null {
  // The table of data use writes "process/bundle" and "unit/bundle".
  const parts = name.includes("/") ? [name, ...name.split("/", 4)] : [name];
  const table = tables.byKind.get("process");
  const found = parts.flatMap((part) =>
    withWild(tables, "process", { found: table?.get(part) ?? none, value: part }),
  );
  if (found.length > 0) return toMatch("process", name, found);
  const cut = parts.flatMap((part) =>
    cutLengths.includes(part.length) ? (tables.cutProcesses.get(part) ?? none) : none,
  );
  const match = toMatch("process", name, cut);
  return match === null ? null : { ...match, whole: false };
}

function matchFile(tables: Tables, path: string): IndicatorMatch | null {
  let found = none;
  const paths = tables.byKind.get("file-path");
  for (const place of selfAndFolders(path)) {
    const here = paths?.get(place);
    if (here !== undefined) found = [...found, ...here];
  }
  found = withWild(tables, "file-path", { found, value: path }).filter((one) => areFileTerms(one.also, path));
  if (found.length > 0) return toMatch("file-path", path, found);
  const name = lastPart(path);
  const named = withWild(tables, "file-name", {
    found: tables.byKind.get("file-name")?.get(name) ?? none,
    value: name,
  });
  return toMatch(
    "file-name",
    path,
    named.filter((one) => areFileTerms(one.also, path)),
  );
}

function areFileTerms(terms: readonly IndicatorTerm[], path: string): boolean {
  return terms.every((term) => {
    const value = term.kind === "file-name" ? lastPart(path) : path;
    if (term.wild) return isWildMatch(term.value, value);
    return term.kind === "file-name" ? term.value === value : [...selfAndFolders(path)].includes(term.value);
  });
}

function matchWhole(tables: Tables, kind: IndicatorKind, value: string): IndicatorMatch | null {
  return toMatch(
    kind,
    value,
    withWild(tables, kind, { found: tables.byKind.get(kind)?.get(value) ?? none, value }),
  );
}

/** Each pair of campaign, source and pattern once. */
function toMatch(kind: IndicatorKind, value: string, found: readonly Indicator[]): IndicatorMatch | null {
  if (found.length === 0) return null;
  const matched = new Map<string, MatchedIndicator>();
  for (const indicator of found)
    for (const one of indicator.matched) matched.set(`${one.campaign}\n${one.source}\n${one.pattern}`, one);
  return { kind, value, whole: true, indicators: [...matched.values()] };
}
