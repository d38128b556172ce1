// Vocabularies about how we know: verification, sources, the Admiralty scales.
import type { Vocabulary } from "@tocsin/records";
import { vocabulary } from "./mapping.ts";

const admiralty =
  "NATO Admiralty scale, as machine tags in MISP/misp-taxonomies admiralty-scale (commit 7591c55).";

/** What SDG 16.10.1 calls verified needs a mandated body: our own record alone is never more than corroborated. */
export const verification = vocabulary({
  name: "verification",
  extensible: false,
  list: "L41",
  terms: { reported: "split", corroborated: "split", confirmed: "01" },
});

export const sourceKinds = vocabulary({
  name: "sourceKinds",
  list: "L19",
  terms: {
    victim: "0101",
    witness: "0102",
    relative: "02",
    counsel: "0401",
    medic: "0402",
    organisation: "0404",
    journalist: "not-seen",
    "actor-side": "0103",
    "official-document": "not-seen",
    "court-record": "not-seen",
    "public-page": "not-seen",
    examination: "not-seen",
    measurement: "not-seen",
    anonymous: "not-seen",
  },
});

/** How far we trust the source, apart from what it says. */
export const reliability: Vocabulary = {
  name: "reliability",
  terms: "A B C D E F".split(" ").map((code) => ({
    code,
    crosswalk: { misp: `admiralty-scale:source-reliability="${code.toLowerCase()}"` },
    source: admiralty,
    dated: "2026-11-23",
    checked: false,
  })),
};

/** How far the information is borne out, apart from who says it. */
export const credibility: Vocabulary = {
  name: "credibility",
  terms: "1 2 3 4 5 6".split(" ").map((code) => ({
    code,
    crosswalk: { misp: `admiralty-scale:information-credibility="${code}"` },
    source: admiralty,
    dated: "2026-11-23",
    checked: false,
  })),
};

/** What a person of the team thinks of a finding. */
export const confidence: Vocabulary = {
  name: "confidence",
  terms: [{ code: "unreviewed" }, { code: "confirmed" }, { code: "doubted" }, { code: "dismissed" }],
};

export const findingLevels: Vocabulary = {
  name: "levels",
  terms: [{ code: "critical" }, { code: "high" }, { code: "medium" }, { code: "low" }, { code: "info" }],
};
