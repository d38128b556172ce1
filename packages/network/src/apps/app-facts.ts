// Tests other than Web Connectivity: the summary that each documents in OONI's specification of nettests, read as
// facts. They have no control of their own, so that no rule on them speaks of more than likely blocking.
import type { JsonObject } from "@tocsin/core";
import { isJsonObject } from "@tocsin/core";
import type { Measurement } from "@tocsin/formats";
import { isBogon } from "../address.ts";
import { addFact, type AppLayer, type Facts, type GatheredFacts } from "../fact.ts";
import { type FailureKind, failureKind, isCertificateKind, isDnsKind } from "../failure.ts";

type AppReader = (facts: GatheredFacts, keys: JsonObject, measurement: Measurement) => void;

const readerByTest: Readonly<Record<string, AppReader>> = {
  telegram: addTelegramFacts,
  whatsapp: addWhatsappFacts,
  facebook_messenger: addFacebookFacts,
  signal: addSignalFacts,
  tor: addTorFacts,
  psiphon: addPsiphonFacts,
  http_header_field_manipulation: addHeaderFacts,
  http_invalid_request_line: addRequestLineFacts,
};

export const analysedTests: readonly string[] = ["web_connectivity", ...Object.keys(readerByTest)];

/** Null for a test that has no rules. */
export function gatherAppFacts(measurement: Measurement): Facts | null {
  const { testName, testKeys } = measurement;
  const reader = Object.hasOwn(readerByTest, testName) ? readerByTest[testName] : undefined;
  if (reader === undefined) return null;
  const facts: GatheredFacts = new Set();
  if (testKeys !== null) reader(facts, testKeys, measurement);
  addFact(facts, "test.bogon", hasBlocked(facts) && isAnsweredByBogons(measurement));
  addFact(facts, "test.nothing-worked", isNetworkAtFault(measurement));
  addFact(facts, "test.no-result", facts.size === 0);
  return facts;
}

function addTelegramFacts(facts: GatheredFacts, keys: JsonObject): void {
  addFact(facts, "test.blocked.tcp", keys["telegram_tcp_blocking"] === true);
  addFact(facts, "test.blocked.http", keys["telegram_http_blocking"] === true);
  addStatus(facts, keys["telegram_web_status"], keys["telegram_web_failure"]);
  const isTold = keys["telegram_tcp_blocking"] === false && keys["telegram_web_status"] === "ok";
  addFact(facts, "test.works", isTold && !hasBlocked(facts));
}

function addWhatsappFacts(facts: GatheredFacts, keys: JsonObject): void {
  addFact(facts, "test.blocked.tcp", keys["whatsapp_endpoints_status"] === "blocked");
  addStatus(facts, keys["registration_server_status"], keys["registration_server_failure"]);
  addStatus(facts, keys["whatsapp_web_status"], keys["whatsapp_web_failure"]);
  addFact(facts, "test.works", keys["whatsapp_endpoints_status"] === "ok" && !hasBlocked(facts));
}

function addFacebookFacts(facts: GatheredFacts, keys: JsonObject): void {
  addFact(facts, "test.blocked.dns", keys["facebook_dns_blocking"] === true);
  addFact(facts, "test.blocked.tcp", keys["facebook_tcp_blocking"] === true);
  const isTold = keys["facebook_dns_blocking"] === false && keys["facebook_tcp_blocking"] === false;
  addFact(facts, "test.works", isTold);
}

/** Names that Signal has given up; probes of their time still ask for them. */
const retiredSignalNames: ReadonlySet<string> = new Set(["api.directory.signal.org"]);

function addSignalFacts(facts: GatheredFacts, keys: JsonObject, { observed }: Measurement): void {
  const failure = keys["signal_backend_failure"];
  const isOfName = layerOf(failure) === "dns";
  const failed = observed.queries.flatMap((query) =>
    query.hostname !== null &&
    query.hostname !== "" &&
    query.failure !== null &&
    isDnsKind(failureKind(query.failure))
      ? [query.hostname]
      : [],
  );
  // Without a failed query on a name still in use, a failed name may be one of those given up.
  const isRetired = isOfName && failed.every((name) => retiredSignalNames.has(name));
  addFact(facts, "test.retired-name", isRetired && failed.length > 0);
  if (!isRetired) addStatus(facts, keys["signal_backend_status"], failure);
  addFact(facts, "test.works", keys["signal_backend_status"] === "ok");
}

/** One or two of ten are often down. */
const most = 0.8;

function addTorFacts(facts: GatheredFacts, keys: JsonObject): void {
  const total = keys["or_port_dirauth_total"];
  const reached = keys["or_port_dirauth_accessible"];
  if (typeof total !== "number" || typeof reached !== "number" || total <= 0) return;
  // The directory authorities stand in several countries and networks: half of them is no accident.
  if (reached <= 0) facts.add("test.none-reached");
  else if (reached * 2 <= total) facts.add("test.few-reached");
  else facts.add(reached < total * most ? "test.some-reached" : "test.most-reached");
}

function addPsiphonFacts(facts: GatheredFacts, keys: JsonObject): void {
  const isStarted = typeof keys["bootstrap_time"] === "number" && keys["bootstrap_time"] > 0;
  addFact(facts, "test.works", keys["failure"] === null && isStarted);
  addFact(facts, "test.failed", typeof keys["failure"] === "string");
}

function addHeaderFacts(facts: GatheredFacts, keys: JsonObject, { observed }: Measurement): void {
  const { requests } = observed;
  const tampering = keys["tampering"];
  if (!isJsonObject(tampering)) return;
  const difference = tampering["header_name_diff"];
  const isDifferent = Array.isArray(difference) && difference.length > 0;
  const isAltered = isDifferent || Object.values(tampering).includes(true);
  // Probes write `total` for a request that never came back as well.
  const isUnanswered = requests.length > 0 && requests.every(({ code }) => code === null || code === 0);
  if (isUnanswered) facts.add("test.nothing-worked");
  else facts.add(isAltered ? "test.altered" : "test.unaltered");
}

function addRequestLineFacts(facts: GatheredFacts, keys: JsonObject): void {
  const failures = keys["failure_list"];
  const isUnanswered =
    Array.isArray(failures) && failures.length > 0 && failures.every((failure) => failure !== null);
  const isUnaltered = keys["tampering"] === false;
  addFact(facts, "test.altered", keys["tampering"] === true);
  addFact(facts, "test.nothing-worked", isUnaltered && isUnanswered);
  addFact(facts, "test.unaltered", isUnaltered && !isUnanswered);
}

function addStatus(facts: GatheredFacts, status: unknown, failure: unknown): void {
  if (status !== "blocked") return;
  // A summary without its reason is no evidence.
  if (typeof failure !== "string" || failure === "") return;
  const layer = layerOf(failure);
  facts.add(layer === null ? "test.server-answered" : `test.blocked.${layer}`);
}

/** Null when the server answered: a status or a page that the test did not expect is no blocking. */
function layerOf(failure: unknown): AppLayer | null {
  if (typeof failure !== "string") return null;
  if (failure.startsWith("http_unexpected") || failure.includes("missing_title")) return null;
  const kind = failureKind(failure);
  if (isDnsKind(kind)) return "dns";
  if (isCertificateKind(kind)) return "tls";
  return kind === "refused" || kind === "unreachable" ? "tcp" : "http";
}

function hasBlocked(facts: Facts): boolean {
  for (const fact of facts) if (fact.startsWith("test.blocked.")) return true;
  return false;
}

/**
 * Every step failed, none for a reason that a server or a resolver gave: without a control, a network that is down
 * looks the same. Timeouts count so where the probe could not even learn its own network.
 */
function isNetworkAtFault({ observed, network, testKeys }: Measurement): boolean {
  const { queries, connections, handshakes, requests } = observed;
  const steps = [...queries, ...connections, ...handshakes, ...requests, ...torTargets(testKeys)];
  const silent: readonly FailureKind[] =
    network === null ? ["unreachable", "timeout", "dns-other", "instrument"] : ["unreachable", "instrument"];
  return (
    steps.length > 0 &&
    steps.every(({ failure }) => failure !== null && silent.includes(failureKind(failure)))
  );
}

/** Tor's test keeps what it tried by target; old versions as a list. */
function torTargets(keys: JsonObject | null): readonly { readonly failure: string | null }[] {
  const targets = keys?.["targets"];
  if (typeof targets !== "object" || targets === null) return [];
  return Object.values(targets).flatMap((target: unknown) => {
    const failure = isJsonObject(target) ? target["failure"] : undefined;
    return failure === null || typeof failure === "string" ? [{ failure }] : [];
  });
}

function isAnsweredByBogons({ observed }: Measurement): boolean {
  const addresses = observed.queries.flatMap((query) => query.answers.map((answer) => answer.address));
  return addresses.length > 0 && addresses.every(isBogon);
}
