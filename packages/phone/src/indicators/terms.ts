// One comparison of a published pattern as a term of ours: which kind of thing, and which value in its normal form.
import type { ComparisonOperator } from "@tocsin/formats";
import { isAddress, normaliseHost } from "./hosts.ts";
import type { IndicatorKind, IndicatorTerm } from "./indicator.ts";
import { parseLink } from "./links.ts";
import { normalisePath } from "./paths.ts";
import { countLiterals, expressionToWildcard, likeToWildcard } from "./wildcard.ts";

export type TermRefusal =
  /** No place that we examine holds this property. */
  | "unknown-property"
  | "bad-value"
  /** It would match nearly everything: a single label, a wildcard with little else. */
  | "too-broad"
  /** A regular expression that is more than literals and runs of any character. */
  | "expression"
  /** A block of addresses; only single addresses are compared. */
  | "address-range";

/** STIX properties, and those that mobile indicator sets have added, by what we call the thing. */
const kindsByPath: ReadonlyMap<string, IndicatorKind> = new Map([
  ["domain-name:value", "domain"],
  ["ipv4-addr:value", "ip"],
  ["ipv6-addr:value", "ip"],
  ["url:value", "url"],
  ["process:name", "process"],
  ["email-addr:value", "email"],
  ["file:path", "file-path"],
  ["file:name", "file-name"],
  ["app:id", "app"],
  ["configuration-profile:id", "profile"],
  ["android-property:name", "android-property"],
]);

/** Lengths of digests in hexadecimal, by their name without hyphens. */
const digestLengths: ReadonlyMap<string, number> = new Map([
  ["md5", 32],
  ["sha1", 40],
  ["sha256", 64],
  ["sha512", 128],
]);

/** Fewer literal characters than this make a wildcard too broad. */
const fewestLiterals = 5;

export function isRefusedTerm(term: IndicatorTerm | TermRefusal): term is TermRefusal {
  return typeof term === "string";
}

export function readTerm(
  path: string,
  operator: ComparisonOperator,
  value: string,
): IndicatorTerm | TermRefusal {
  const kind = kindsByPath.get(path) ?? digestKind(path);
  if (kind === undefined) return "unknown-property";
  if (operator === "LIKE") return readWild(kind, likeToWildcard(value));
  if (operator === "MATCHES") return readWild(kind, expressionToWildcard(value));
  return readValue(kind, value.trim(), path);
}

function digestKind(path: string): IndicatorKind | undefined {
  if (path.startsWith("file:hashes.")) return "file-hash";
  if (path.startsWith("app:cert.")) return "app-certificate";
  return undefined;
}

function readWild(kind: IndicatorKind, wild: string | null): IndicatorTerm | TermRefusal {
  if (wild === null) return "expression";
  if (kind === "file-hash" || kind === "app-certificate") return "unknown-property";
  if (countLiterals(wild) < fewestLiterals) return "too-broad";
  return { kind, value: kind === "domain" || kind === "email" ? wild.toLowerCase() : wild, wild: true };
}

function readValue(kind: IndicatorKind, value: string, path: string): IndicatorTerm | TermRefusal {
  if (value === "") return "bad-value";
  if (kind === "domain" || kind === "ip") return readHost(kind, value);
  if (kind === "url") return readUrl(value);
  if (kind === "email") return plain(kind, value.toLowerCase());
  if (kind === "file-path" || kind === "file-name") return readFile(value);
  if (kind === "file-hash" || kind === "app-certificate") return readDigest(kind, value.toLowerCase(), path);
  return plain(kind, value);
}

function plain(kind: IndicatorKind, value: string): IndicatorTerm {
  return { kind, value, wild: false };
}

/** Sets hold addresses and even links under `domain-name`; each becomes what it is. */
function readHost(kind: "domain" | "ip", raw: string): IndicatorTerm | TermRefusal {
  const value = (raw.startsWith("*.") ? raw.slice(2) : raw).replaceAll("[.]", ".");
  if (kind === "ip") return readAddress(value);
  const host = value.includes("/") ? null : normaliseHost(value);
  if (host === null) return readUrl(value);
  if (isAddress(host)) return plain("ip", host);
  // A single label is compared with whole hosts alone, so even `com` would do no harm.
  return plain("domain", host);
}

function readAddress(value: string): IndicatorTerm | TermRefusal {
  const [address = "", length] = value.split("/", 2);
  if (length !== undefined && length !== "32" && length !== "128") return "address-range";
  const host = normaliseHost(address.includes(":") ? `[${address}]` : address);
  return host !== null && isAddress(host) ? plain("ip", host) : "bad-value";
}

function readUrl(value: string): IndicatorTerm | TermRefusal {
  // What comes after white space would be lost, and the rest would match more than was meant.
  const link = /\s/.test(value) ? null : parseLink(value);
  if (link === null || link.mailbox !== null) return "bad-value";
  return link.host.includes(".") || isAddress(link.host) ? plain("url", value) : "too-broad";
}

function readFile(value: string): IndicatorTerm {
  return value.includes("/") ? plain("file-path", normalisePath(value)) : plain("file-name", value);
}

function readDigest(kind: IndicatorKind, value: string, path: string): IndicatorTerm | TermRefusal {
  const name = path
    .slice(path.indexOf(".") + 1)
    .toLowerCase()
    .replaceAll("-", "");
  const length = digestLengths.get(name);
  if (length === undefined) return "unknown-property";
  return value.length === length && /^[0-9a-f]+$/.test(value) ? plain(kind, value) : "bad-value";
}
