// The name: what the system's resolver said, held against the control, other resolvers and certificates.
import type { OoniQuery } from "@tocsin/formats";
import { addressKind, isBogon } from "../address.ts";
import { addFact, type DnsFailure, type GatheredFacts } from "../fact.ts";
import { type FailureKind, failureKind } from "../failure.ts";
import type { FingerprintMatcher } from "../fingerprints/matcher.ts";
import { addressesOf, isControlNetwork, isControlVerified, type WebEvidence } from "./evidence.ts";

export function addDnsFacts(
  facts: GatheredFacts,
  evidence: WebEvidence,
  fingerprints: FingerprintMatcher | null,
): void {
  if (evidence.isAddressInput) return;
  const addresses = [...evidence.systemAddresses];
  addFact(facts, "dns.answered", addresses.length > 0);
  if (addresses.length === 0) addSystemFailure(facts, evidence);
  else addAnswerFacts(facts, evidence, addresses);
  addOtherResolverFacts(facts, evidence);
  addRedirectFacts(facts, evidence);
  for (const address of addresses) {
    const match = fingerprints?.matchAddress(address, evidence.measurement.country) ?? null;
    if (match !== null && match !== "false-positive") facts.add(`dns.fingerprint.${match}`);
  }
}

function addAnswerFacts(facts: GatheredFacts, evidence: WebEvidence, addresses: readonly string[]): void {
  if (addresses.every(isBogon)) {
    const isLocal = addresses.every((address) => addressKind(address) !== "reserved");
    facts.add(isLocal ? "dns.loopback" : "dns.bogon");
    return;
  }
  addFact(
    facts,
    "dns.valid-tls",
    addresses.some((address) => evidence.validAddresses.has(address)),
  );
  addFact(
    facts,
    "dns.control-verified",
    addresses.some((address) => isControlVerified(evidence, address)),
  );
  if (evidence.controlAddresses.size === 0) return;
  const isSame = addresses.some((address) => evidence.controlAddresses.has(address));
  const isNear =
    addresses.some((address) => isControlNetwork(evidence, address)) || isRecordedConsistent(evidence);
  addFact(facts, "dns.same-address", isSame);
  addFact(facts, "dns.same-network", !isSame && isNear);
  addFact(facts, "dns.unmatched", !isSame && !isNear);
}

/** Probes before 0.5 compared networks themselves and wrote only the outcome. */
function isRecordedConsistent({ measurement, systemAddresses, asnByAddress }: WebEvidence): boolean {
  const hasNetworks = [...systemAddresses].some((address) => asnByAddress.has(address));
  return !hasNetworks && measurement.testKeys?.["dns_consistency"] === "consistent";
}

function addSystemFailure(facts: GatheredFacts, { systemQueries, measurement }: WebEvidence): void {
  const recorded = measurement.testKeys?.["dns_experiment_failure"];
  // The absence of an IPv6 address is no failure of the name.
  const failed = systemQueries.filter((query) => query.failure !== null);
  const decisive = failed.find((query) => query.type !== "AAAA") ?? failed[0];
  // Without a failure and without an address, nothing is known of the answer.
  const failure = decisive?.failure ?? recorded;
  if (typeof failure !== "string" || failure === "" || failureKind(failure) === "instrument") return;
  facts.add("dns.failed");
  facts.add(`dns.failed.${dnsFailure(failureKind(failure))}`);
}

function addOtherResolverFacts(facts: GatheredFacts, { otherQueries }: WebEvidence): void {
  const encrypted = otherQueries.filter((query) => query.engine !== "udp" && query.engine !== "tcp");
  const plain = otherQueries.filter((query) => query.engine === "udp" || query.engine === "tcp");
  const answered = [...addressesOf(plain)];
  const isForged =
    answered.length > 0 && answered.every(isBogon) && ![...addressesOf(encrypted)].some(isBogon);
  addFact(facts, "dns.public-resolver-bogon", isForged);
  addFact(
    facts,
    "dns.encrypted-resolver-answered",
    [...addressesOf(encrypted)].some((text) => !isBogon(text)),
  );
}

/** Names that a redirect led to; the control followed the same redirects without saying which. */
function addRedirectFacts(facts: GatheredFacts, { redirectQueries }: WebEvidence): void {
  for (const [, queries] of groupByName(redirectQueries)) {
    const addresses = [...addressesOf(queries)];
    addFact(facts, "dns.redirect-bogon", addresses.length > 0 && addresses.every(isBogon));
    const kinds = queries.flatMap(({ failure, type }) =>
      failure === null || type === "AAAA" ? [] : [failureKind(failure)],
    );
    const kind = kinds.find((one) => one !== "instrument");
    if (addresses.length === 0 && kind !== undefined) facts.add(`dns.redirect-failed.${dnsFailure(kind)}`);
  }
}

function groupByName(queries: readonly OoniQuery[]): ReadonlyMap<string, readonly OoniQuery[]> {
  const groups = new Map<string, OoniQuery[]>();
  for (const query of queries) {
    const name = query.hostname ?? "";
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [query]);
    else group.push(query);
  }
  return groups;
}

function dnsFailure(kind: FailureKind): DnsFailure {
  if (kind === "dns-refused") return "refused";
  if (kind === "timeout" || kind === "nxdomain" || kind === "servfail" || kind === "no-answer") return kind;
  return "other";
}
