// All facts of a Web Connectivity measurement, layer upon layer.
import type { Measurement } from "@tocsin/formats";
import type { Facts, GatheredFacts } from "../fact.ts";
import type { FingerprintMatcher } from "../fingerprints/matcher.ts";
import { addTcpFacts, addTlsFacts } from "./connection-facts.ts";
import { addControlFacts } from "./control-facts.ts";
import { addDnsFacts } from "./dns-facts.ts";
import { gatherWebEvidence } from "./evidence.ts";
import { addHttpFacts } from "./http-facts.ts";

export function gatherWebFacts(measurement: Measurement, fingerprints: FingerprintMatcher | null): Facts {
  const evidence = gatherWebEvidence(measurement);
  const facts: GatheredFacts = new Set();
  addControlFacts(facts, evidence);
  if (facts.has("measurement.empty")) return facts;
  addDnsFacts(facts, evidence, fingerprints);
  addTcpFacts(facts, evidence);
  addTlsFacts(facts, evidence);
  addHttpFacts(facts, evidence, fingerprints);
  return facts;
}
