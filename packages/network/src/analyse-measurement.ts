// The analysis of one measurement: observations to facts, facts to rules, rules to a verdict.
import type { Examiner, Verdict, VerdictState } from "@tocsin/core";
import type { Measurement } from "@tocsin/formats";
import { gatherAppFacts } from "./apps/app-facts.ts";
import { type Decision, decide } from "./decide.ts";
import type { FingerprintMatcher } from "./fingerprints/matcher.ts";
import { appRules } from "./rules/app-rules.ts";
import { webRules } from "./rules/rules.ts";
import { gatherWebFacts } from "./web/web-facts.ts";

/** The version counts changes of rules: a verdict can be made again only with the rules that made it. */
export const networkExaminer: Examiner = { name: "tocsin.network", version: "1" };

export interface AnalysisOptions {
  /** As the person named the file. */
  readonly file: string;
  /** One-based. */
  readonly line: number;
  readonly fingerprints?: FingerprintMatcher | null;
}

/** Never throws; a test without rules is `not-analysed`, never `ok`. */
export function analyseMeasurement(measurement: Measurement, options: AnalysisOptions): Verdict {
  const decision = decideOn(measurement, options.fingerprints ?? null);
  const state: VerdictState = decision?.state ?? "not-analysed";
  return {
    file: options.file,
    line: options.line,
    test: measurement.testName,
    input: measurement.input,
    country: measurement.country,
    network: measurement.network,
    time: measurement.time,
    state,
    mechanisms: decision?.mechanisms ?? [],
    rules: (decision?.fired ?? []).map(({ id, layer }) => ({ id, layer })),
    examiner: networkExaminer,
  };
}

function decideOn(measurement: Measurement, fingerprints: FingerprintMatcher | null): Decision | null {
  if (measurement.testName === "web_connectivity")
    return decide(webRules, gatherWebFacts(measurement, fingerprints));
  const facts = gatherAppFacts(measurement);
  return facts === null ? null : decide(appRules, facts);
}
