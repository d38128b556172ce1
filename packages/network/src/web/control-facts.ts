// What the control allows to say: without one that worked, nothing is called interference.
import { isBogon } from "../address.ts";
import { addFact, type GatheredFacts } from "../fact.ts";
import { failureKind, isDnsKind } from "../failure.ts";
import type { WebEvidence } from "./evidence.ts";

export function addControlFacts(facts: GatheredFacts, evidence: WebEvidence): void {
  const { control, controlAddresses, measurement } = evidence;
  const keys = measurement.testKeys ?? {};
  addFact(facts, control === null ? "control.missing" : "control.worked", true);
  addFact(facts, "control.dns.answered", controlAddresses.size > 0);
  addFact(facts, "control.dns.none", controlAddresses.size === 0 && isNameUnknown(evidence));
  addFact(facts, "control.dns.bogon", [...controlAddresses].some(isBogon));
  addFact(facts, "control.http.ok", control?.http?.failure === null && control.http.code !== null);
  addFact(
    facts,
    "control.http.failed",
    control?.http !== undefined && (control?.http?.failure ?? null) !== null,
  );
  addFact(facts, "probe.says-blocked", typeof keys["blocking"] === "string");
  addFact(facts, "measurement.empty", isEmpty(evidence));
}

/**
 * A failure that says so, or an empty list whose page failed for its name too; a resolver in trouble says nothing
 * of the name.
 */
function isNameUnknown({ control }: WebEvidence): boolean {
  if (control?.dns === undefined || control.dns === null) return false;
  const { failure } = control.dns;
  const pageFailure = control.http?.failure ?? null;
  if (failure === null) return pageFailure !== null && isDnsKind(failureKind(pageFailure));
  return failureKind(failure) === "nxdomain" || failureKind(failure) === "no-answer";
}

function isEmpty({ measurement: { observed, testKeys } }: WebEvidence): boolean {
  if (testKeys === null) return true;
  const steps = observed.queries.length + observed.connections.length + observed.requests.length;
  const failures = [testKeys["dns_experiment_failure"], testKeys["http_experiment_failure"]];
  return steps === 0 && !failures.some((failure) => typeof failure === "string");
}
