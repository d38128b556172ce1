// The connections and handshakes with the site's addresses, each held against the control's at the same endpoint.
import type { OoniConnection, OoniHandshake, OoniTags } from "@tocsin/formats";
import { addFact, type GatheredFacts, type TcpFailure, type TlsFailure } from "../fact.ts";
import { type FailureKind, failureKind } from "../failure.ts";
import { controlStep, isTrusted, type WebEvidence } from "./evidence.ts";

/** One attempt at an endpoint, with what the control saw there. */
interface Attempt<Kind extends string> {
  readonly tags: OoniTags;
  readonly address: string | null;
  /** Null for success. */
  readonly failure: Kind | null;
  readonly isTrusted: boolean;
  readonly isControlOk: boolean | null;
}

export function addTcpFacts(facts: GatheredFacts, evidence: WebEvidence): void {
  const entries = evidence.measurement.observed.connections.filter(isTelling);
  const attempts = entries.map((entry) => tcpAttempt(evidence, entry));
  const first = attempts.filter((attempt) => attempt.tags.depth === 0 && attempt.tags.isFetch);
  const usable = withoutBrokenIpv6(facts, first);
  addFact(
    facts,
    "tcp.connected",
    usable.some((attempt) => attempt.failure === null),
  );
  addFact(facts, "tcp.untrusted-failed", isUntrustedFailed(first));
  const outcome = judge(usable, facts.has("control.http.ok"));
  if (outcome.kind === "control-ok")
    for (const failure of outcome.failures) facts.add(`tcp.control-ok.${failure}`);
  else if (outcome.kind !== "fine") facts.add(`tcp.${outcome.kind}`);
  const redirected = attempts.filter((attempt) => attempt.tags.depth > 0 && attempt.tags.isFetch);
  for (const failure of failuresOf(redirected)) facts.add(`tcp.redirect.${failure}`);
}

export function addTlsFacts(facts: GatheredFacts, evidence: WebEvidence): void {
  const checked = evidence.measurement.observed.handshakes.filter((entry) => entry.isVerified);
  const attempts = checked.filter(isTelling).map((entry) => tlsAttempt(evidence, entry));
  const first = attempts.filter((attempt) => attempt.tags.depth === 0);
  addFact(
    facts,
    "tls.valid",
    first.some((attempt) => attempt.isTrusted && attempt.failure === null),
  );
  addFact(facts, "tls.untrusted-failed", isUntrustedFailed(first));
  // Before 0.5 the helper made no handshakes: for a site over TLS, its page stands in for them.
  const outcome = judge(first, evidence.isHttps && facts.has("control.http.ok"));
  if (outcome.kind === "control-ok" && isBesidePage(facts, evidence)) facts.add("tls.beside-page");
  else if (outcome.kind === "control-ok")
    for (const failure of outcome.failures) facts.add(`tls.control-ok.${failure}`);
  else if (outcome.kind !== "fine") facts.add(`tls.${outcome.kind}`);
  const redirected = attempts.filter((attempt) => attempt.tags.depth > 0);
  for (const failure of failuresOf(redirected)) facts.add(`tls.redirect.${failure}`);
}

/** A step at which the probe itself broke says nothing of the network. */
function isTelling({ failure }: OoniConnection | OoniHandshake): boolean {
  return failure === null || failureKind(failure) !== "instrument";
}

/** The probe tries TLS beside a page in clear text: with nothing to compare that page with, it may be the site's. */
function isBesidePage(facts: GatheredFacts, { isHttps, final }: WebEvidence): boolean {
  const isPage = final !== null && final.failure === null && final.code !== null && final.code > 0;
  return isPage && !isHttps && !facts.has("control.http.ok");
}

type Outcome<Kind> =
  | { readonly kind: "fine" | "partly" | "control-failed" | "control-unknown" }
  | { readonly kind: "control-ok"; readonly failures: ReadonlySet<Kind> };

/** `isPageOk`: the control reached the site, which counts where it did not try the same endpoint. */
function judge<Kind extends string>(attempts: readonly Attempt<Kind>[], isPageOk: boolean): Outcome<Kind> {
  const trusted = attempts.filter((attempt) => attempt.isTrusted);
  const failed = trusted.filter((attempt) => attempt.failure !== null);
  if (failed.length === 0) return { kind: "fine" };
  const lonely = failed.filter((attempt) => attempt.isControlOk ?? isPageOk);
  if (failed.length < trusted.length) return { kind: lonely.length > 0 ? "partly" : "fine" };
  if (lonely.length > 0) return { kind: "control-ok", failures: failuresOf(lonely) };
  return {
    kind: failed.every((attempt) => attempt.isControlOk === false) ? "control-failed" : "control-unknown",
  };
}

function failuresOf<Kind extends string>(attempts: readonly Attempt<Kind>[]): ReadonlySet<Kind> {
  const failures = new Set<Kind>();
  if (attempts.some((attempt) => attempt.failure === null && !hasFailedDeeper(attempts, attempt)))
    return failures;
  for (const { failure } of attempts) if (failure !== null) failures.add(failure);
  return failures;
}

/** A step that worked does not excuse one that failed after a further redirect. */
function hasFailedDeeper<Kind extends string>(
  attempts: readonly Attempt<Kind>[],
  from: Attempt<Kind>,
): boolean {
  return attempts.some((attempt) => attempt.failure !== null && attempt.tags.depth > from.tags.depth);
}

function isUntrustedFailed(attempts: readonly Attempt<string>[]): boolean {
  const untrusted = attempts.filter((attempt) => !attempt.isTrusted);
  return untrusted.length > 0 && untrusted.every((attempt) => attempt.failure !== null);
}

/** A network without IPv6 fails on every IPv6 address: that says nothing of the site. */
function withoutBrokenIpv6(
  facts: GatheredFacts,
  attempts: readonly Attempt<TcpFailure>[],
): readonly Attempt<TcpFailure>[] {
  const v6 = attempts.filter((attempt) => attempt.address?.includes(":") === true);
  const v4 = attempts.filter((attempt) => attempt.address?.includes(":") === false);
  const isAllFailed = v6.length > 0 && v6.every((attempt) => attempt.failure !== null);
  const isBroken = isAllFailed && v4.some((attempt) => attempt.failure === null);
  addFact(facts, "tcp.ipv6-broken", isBroken || v6.some((attempt) => attempt.failure === "unreachable"));
  return isBroken ? v4 : attempts.filter((attempt) => !isUnreachableIpv6(attempt));
}

function isUnreachableIpv6({ address, failure }: Attempt<TcpFailure>): boolean {
  return address?.includes(":") === true && failure === "unreachable";
}

function tcpAttempt(evidence: WebEvidence, entry: OoniConnection): Attempt<TcpFailure> {
  return {
    tags: entry.tags,
    address: entry.address,
    failure: entry.failure === null ? null : tcpFailure(failureKind(entry.failure)),
    isTrusted: isTrusted(evidence, entry.address),
    isControlOk: controlStep(evidence.control?.connections, entry.address, entry.port),
  };
}

function tlsAttempt(evidence: WebEvidence, entry: OoniHandshake): Attempt<TlsFailure> {
  return {
    tags: entry.tags,
    address: entry.address,
    failure: entry.failure === null ? null : tlsFailure(failureKind(entry.failure)),
    isTrusted: isTrusted(evidence, entry.address),
    isControlOk: controlStep(evidence.control?.handshakes, entry.address, entry.port),
  };
}

function tcpFailure(kind: FailureKind): TcpFailure {
  return kind === "timeout" || kind === "refused" || kind === "reset" || kind === "unreachable"
    ? kind
    : "other";
}

function tlsFailure(kind: FailureKind): TlsFailure {
  if (kind === "reset" || kind === "eof" || kind === "timeout") return kind;
  const isNamed =
    kind === "unknown-authority" || kind === "invalid-hostname" || kind === "invalid-certificate";
  return isNamed ? kind : "other";
}
