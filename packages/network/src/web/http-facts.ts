// The page: whether a response came, from where, and whether it is the page that the control saw.
import { type OoniRequest, textOf } from "@tocsin/formats";
import { isBogon, normalAddress } from "../address.ts";
import { addFact, type Fact, type GatheredFacts, type HttpFailure } from "../fact.ts";
import { type FailureKind, failureKind, isCertificateKind, isDnsKind } from "../failure.ts";
import type { FingerprintMatcher } from "../fingerprints/matcher.ts";
import { isTrusted, parseInput, type WebEvidence } from "./evidence.ts";
import { comparePages, isCaptcha } from "./page.ts";

/** Needs the facts of the layers below. */
export function addHttpFacts(
  facts: GatheredFacts,
  evidence: WebEvidence,
  fingerprints: FingerprintMatcher | null,
): void {
  const { final } = evidence;
  if (final !== null) addFact(facts, "http.by-system", isBySystem(evidence, final));
  if (final !== null && isResponse(final)) addResponseFacts(facts, evidence, final);
  else addFailureFacts(facts, evidence);
  addFact(facts, "http.redirect-private", evidence.measurement.observed.requests.some(isPrivateRedirect));
  if (fingerprints !== null) addFingerprintFacts(facts, evidence, fingerprints);
}

function isResponse(request: OoniRequest): boolean {
  const hasCode = request.failure === null && request.code !== null && request.code >= 100;
  return hasCode && !isRedirect(request);
}

function isRedirect({ code, headers }: OoniRequest): boolean {
  return code !== null && code >= 300 && code < 400 && headers.has("location");
}

function addResponseFacts(facts: GatheredFacts, evidence: WebEvidence, final: OoniRequest): void {
  facts.add("http.response");
  const url = addressOf(evidence, final);
  const isOverTls = url?.protocol === "https:";
  // The certificate of the site that was asked for vouches for its page: nothing is left to compare.
  const outcome = isOverTls && evidence.isHttps ? null : outcomeOf(evidence, final);
  const isElsewhere =
    outcome === "http.differs" &&
    !evidence.isHttps &&
    !isRelated(evidence.host, url?.hostname.toLowerCase() ?? "");
  addFact(facts, "http.redirect-elsewhere", isElsewhere);
  // A page that a redirect in clear text led to is not vouched for by the certificate of where it led.
  addFact(facts, "http.over-tls", isOverTls && !isElsewhere);
  if (!isOverTls && outcome !== null) facts.add(outcome);
}

/** A request without its address was for the input, as long as nothing redirected it. */
function addressOf({ measurement }: WebEvidence, { url, tags }: OoniRequest): URL | null {
  if (url !== null && url !== "") return parseInput(url);
  return tags.depth === 0 ? parseInput(measurement.input) : null;
}

/** Null when the control has no page to compare with. */
function outcomeOf(evidence: WebEvidence, final: OoniRequest): Fact | null {
  const page = evidence.control?.http ?? null;
  if (page === null || page.failure !== null || page.code === null || !final.url) return null;
  const comparison = comparePages(final, page);
  return comparison === "differs" ? kindOfDifference(final) : `http.${comparison}`;
}

function kindOfDifference(final: OoniRequest): Fact {
  if (isCaptcha(final)) return "http.captcha";
  return final.code !== null && final.code >= 500 ? "http.server-error" : "http.differs";
}

/** As in a browser: not over an address that only another resolver or the control gave. */
function isBySystem(evidence: WebEvidence, final: OoniRequest): boolean {
  if (evidence.isAddressInput || final.address === null || final.tags.isClassic === true) return true;
  if (evidence.systemAddresses.has(normalAddress(final.address))) return true;
  // Without tags, only the host tells whether the system's resolver should have given the address.
  return final.tags.isClassic === null && parseInput(final.url)?.hostname.toLowerCase() !== evidence.host;
}

function addFailureFacts(facts: GatheredFacts, evidence: WebEvidence): void {
  const failure = finalFailure(evidence);
  if (failure === null) return;
  const kind = failureKind(failure);
  const controlFailure = evidence.control?.http?.failure ?? null;
  addFact(facts, "http.failed", kind !== "instrument");
  addFact(
    facts,
    "control.http.failed-alike",
    controlFailure !== null && isAlike(kind, failureKind(controlFailure)),
  );
  if (kind === "instrument") facts.add("http.instrument");
  else if (kind === "broken-redirect") facts.add("http.broken-redirect");
  else if (kind === "redirect-loop") facts.add("http.redirect-loop");
  else if (isFromUntrusted(evidence)) facts.add("http.untrusted-failed");
  else if (!isExplainedBelow(facts, evidence, kind)) facts.add(`http.failed.${httpFailure(kind)}`);
}

function isAlike(kind: FailureKind, controlKind: FailureKind): boolean {
  return kind === controlKind && kind !== "other" && kind !== "instrument";
}

/** After a redirect the control names no addresses: there only an impossible one is mistrusted. */
function isFromUntrusted(evidence: WebEvidence): boolean {
  const { final } = evidence;
  if (final === null || final.address === null) return false;
  return final.tags.depth > 0 ? isBogon(final.address) : !isTrusted(evidence, final.address);
}

function finalFailure({ final, measurement }: WebEvidence): string | null {
  if (final !== null && final.failure !== null) return final.failure;
  const recorded = measurement.testKeys?.["http_experiment_failure"];
  return typeof recorded === "string" && recorded !== "" ? recorded : null;
}

const failuresBelow = [
  "dns.failed",
  "dns.bogon",
  "dns.loopback",
  "dns.redirect-bogon",
  "tls.untrusted-failed",
];
const layersBelow = [
  "tcp.control-",
  "tls.control-",
  "tcp.redirect.",
  "tls.redirect.",
  "tcp.untrusted",
  "dns.redirect-failed.",
];

/** Whether the request could not have worked, because a step on which it stands failed. */
function isExplainedBelow(facts: GatheredFacts, evidence: WebEvidence, kind: FailureKind): boolean {
  if (kind === "unreachable" && facts.has("tcp.ipv6-broken")) return true;
  // A probe that names the address of the request had a connection to send it on.
  if (evidence.final !== null && evidence.final.address !== null && evidence.final.failure !== null)
    return false;
  for (const fact of facts)
    if (failuresBelow.includes(fact) || layersBelow.some((layer) => fact.startsWith(layer))) return true;
  return false;
}

function httpFailure(kind: FailureKind): HttpFailure {
  if (kind === "reset" || kind === "eof" || kind === "timeout") return kind;
  if (kind === "refused" || kind === "unreachable") return kind;
  if (isDnsKind(kind)) return "dns";
  return isCertificateKind(kind) ? "certificate" : "other";
}

/** A redirect in clear text to an address where no public site can be: the mark of a filter nearby. */
function isPrivateRedirect(request: OoniRequest): boolean {
  const location = request.headers.get("location");
  if (location === undefined || !isRedirect(request) || request.url?.startsWith("https:") === true)
    return false;
  // Old probes kept stray bytes at the end of the header.
  const target = parseInput(textOf(location).replace(/[^\x21-\x7e]+$/, ""));
  return target !== null && isBogon(target.hostname.replace(/^\[|\]$/g, ""));
}

/** Whether two hosts look like one site: the same domain, or the same name under another ending. */
function isRelated(host: string, other: string): boolean {
  if (host === other || host.endsWith(`.${other}`) || other.endsWith(`.${host}`)) return true;
  const names = new Set(namesOf(host));
  return namesOf(other).some((name) => names.has(name));
}

const telling = 4;

function namesOf(host: string): readonly string[] {
  return host
    .split(".")
    .slice(0, -1)
    .filter((label) => label.length >= telling);
}

function addFingerprintFacts(
  facts: GatheredFacts,
  evidence: WebEvidence,
  fingerprints: FingerprintMatcher,
): void {
  const { country, observed } = evidence.measurement;
  for (const request of observed.requests) {
    const url = parseInput(request.url);
    // What the site itself sends over TLS is no page of a censor.
    const isOwn = url?.protocol === "https:" && url.hostname.toLowerCase() === evidence.host;
    const match = isOwn && request.failure === null ? null : fingerprints.matchResponse(request, country);
    if (match !== null) facts.add(`http.fingerprint.${match}`);
  }
}
