// Puts the observations of one Web Connectivity measurement side by side with what the control saw.
import {
  encodeEndpoint,
  type Measurement,
  type OoniControl,
  type OoniHandshake,
  type OoniQuery,
  type OoniRequest,
  textOf,
} from "@tocsin/formats";
import { isAddress, isBogon, normalAddress } from "../address.ts";

export interface WebEvidence {
  readonly measurement: Measurement;
  /** Host of the input in lower case (punycode); empty when the input is no URL. */
  readonly host: string;
  readonly isHttps: boolean;
  /** The input names an address: nothing was to be resolved. */
  readonly isAddressInput: boolean;
  /** Null when the helper did not answer, or when what it said cannot be used. */
  readonly control: OoniControl | null;
  /** Answers for the input's host: by the system's resolver, and by others that the probe asked. */
  readonly systemQueries: readonly OoniQuery[];
  readonly otherQueries: readonly OoniQuery[];
  readonly redirectQueries: readonly OoniQuery[];
  readonly systemAddresses: ReadonlySet<string>;
  readonly controlAddresses: ReadonlySet<string>;
  readonly asnByAddress: ReadonlyMap<string, number>;
  /** AS numbers of the control's addresses. */
  readonly controlNetworks: ReadonlySet<number>;
  /** Addresses that showed a valid certificate for the host to the probe. */
  readonly validAddresses: ReadonlySet<string>;
  /** The newest request of the longest chain of redirects. */
  readonly final: OoniRequest | null;
}

const systemEngines: ReadonlySet<string | null> = new Set([
  null,
  "",
  "system",
  "getaddrinfo",
  "golang_net_resolver",
  "unknown",
]);

export function gatherWebEvidence(measurement: Measurement): WebEvidence {
  const { observed } = measurement;
  const requests = newestFirst(observed.requests);
  // A file without input still holds the address of the first request.
  const url = parseInput(measurement.input || (requests.at(-1)?.url ?? null));
  const host = url?.hostname.toLowerCase() ?? "";
  const bareHost = host.replace(/^\[|\]$/g, "");
  const control = observed.controlFailure === null ? observed.control : null;
  const queries = queriesFor(observed.queries, host);
  const systemQueries = queries.filter((query) => systemEngines.has(query.engine));
  const controlAddresses = new Set((control?.dns?.addresses ?? []).filter(isAddress).map(normalAddress));
  const asnByAddress = collectAsns(observed.queries, control);
  return {
    measurement,
    host,
    isHttps: url?.protocol === "https:",
    isAddressInput: isAddress(bareHost),
    control,
    systemQueries,
    otherQueries: queries.filter((query) => !systemEngines.has(query.engine)),
    redirectQueries: observed.queries.filter((query) => query.tags.depth > 0),
    systemAddresses: addressesOf(systemQueries),
    controlAddresses,
    asnByAddress,
    controlNetworks: new Set([...controlAddresses].flatMap((address) => asnByAddress.get(address) ?? [])),
    validAddresses: collectValid(observed.handshakes, host),
    final: finalRequest(requests),
  };
}

/**
 * Whether a failure at this address speaks of the site: the control knows the address, its network, or its
 * certificate. Otherwise the failure follows from the answer of the resolver, and says nothing of its own.
 */
export function isTrusted(evidence: WebEvidence, address: string | null): boolean {
  if (address === null || evidence.isAddressInput) return true;
  const normal = normalAddress(address);
  if (evidence.controlAddresses.has(normal)) return true;
  if (isBogon(address)) return false;
  if (evidence.validAddresses.has(normal) || isControlVerified(evidence, normal)) return true;
  if (isControlNetwork(evidence, normal)) return true;
  return evidence.control?.dns === null || evidence.control === null;
}

export function isControlVerified(evidence: WebEvidence, address: string): boolean {
  return evidence.control?.addresses.get(address)?.isVerified === true;
}

export function isControlNetwork(evidence: WebEvidence, address: string): boolean {
  const asn = evidence.asnByAddress.get(address);
  return asn !== undefined && evidence.controlNetworks.has(asn);
}

/** What the control saw at an endpoint: true for success, false for failure, null when it did not try. */
export function controlStep(
  steps: OoniControl["connections"] | undefined,
  address: string | null,
  port: number | null,
): boolean | null {
  if (address === null || port === null) return null;
  return steps?.get(encodeEndpoint(address, port))?.isSuccess ?? null;
}

export function parseInput(input: string | null): URL | null {
  return input !== null && input.length < 10_000 && URL.canParse(input) ? new URL(input) : null;
}

function queriesFor(all: readonly OoniQuery[], host: string): readonly OoniQuery[] {
  const first = all.filter((query) => query.tags.depth === 0 && query.type !== "PTR");
  const named = first.filter((query) => query.hostname?.toLowerCase() === host);
  return named.length > 0 ? named : first;
}

export function addressesOf(queries: readonly OoniQuery[]): ReadonlySet<string> {
  const addresses = new Set<string>();
  for (const query of queries)
    for (const answer of query.answers)
      if (isAddress(answer.address)) addresses.add(normalAddress(answer.address));
  return addresses;
}

function collectAsns(
  queries: readonly OoniQuery[],
  control: OoniControl | null,
): ReadonlyMap<string, number> {
  const asns = new Map<string, number>();
  for (const [address, info] of control?.addresses ?? [])
    if (info.asn !== null) asns.set(normalAddress(address), info.asn);
  for (const query of queries)
    for (const { address, asn } of query.answers)
      if (asn !== null && asn > 0) asns.set(normalAddress(address), asn);
  return asns;
}

function collectValid(handshakes: readonly OoniHandshake[], host: string): ReadonlySet<string> {
  const valid = new Set<string>();
  for (const handshake of handshakes) {
    const isSame = handshake.serverName?.toLowerCase() === host;
    if (isSame && handshake.failure === null && handshake.isVerified && handshake.address !== null)
      valid.add(normalAddress(handshake.address));
  }
  return valid;
}

/**
 * The format says newest first. Files that turn it around are told by a first request whose redirect leads to the
 * second, where the second's does not lead back.
 */
function newestFirst(requests: readonly OoniRequest[]): readonly OoniRequest[] {
  const [first, second] = requests;
  const isTurned = first !== undefined && second !== undefined && leadsTo(first, second);
  return isTurned && !leadsTo(second, first) ? requests.toReversed() : requests;
}

function leadsTo(from: OoniRequest, to: OoniRequest): boolean {
  const location = from.headers.get("location");
  if (location === undefined || from.tags.depth > to.tags.depth) return false;
  const base = parseInput(from.url);
  const target = textOf(location);
  if (base === null || to.url === null || target.length > 10_000 || !URL.canParse(target, base.href))
    return false;
  return new URL(target, base.href).href === parseInput(to.url)?.href;
}

function finalRequest(requests: readonly OoniRequest[]): OoniRequest | null {
  let final: OoniRequest | null = null;
  for (const request of requests)
    if (final === null || request.tags.depth > final.tags.depth) final = request;
  return final;
}
