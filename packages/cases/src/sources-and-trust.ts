// Vocabularies about how we know: verification, sources, the Admiralty scales, attribution.
import type { Vocabulary } from "@tocsin/records";

const l19 = "Our mapping to HURIDOCS list L19 as in huridocs/OpenEvSys (commit 2f734af).";
const admiralty =
  "NATO Admiralty scale, as machine tags in MISP/misp-taxonomies admiralty-scale (commit 7591c55).";

/** What SDG 16.10.1 calls verified needs a mandated body: our own record alone is never more than corroborated. */
export const verification: Vocabulary = {
  name: "verification",
  terms: [
    { code: "reported", crosswalk: { huridocs: "none" } },
    { code: "corroborated", crosswalk: { huridocs: "none" } },
    { code: "confirmed", crosswalk: { huridocs: "01" } },
  ].map((term) => ({
    ...term,
    source: "Our mapping to HURIDOCS list L41; SDG 16.10.1 metadata.",
    checked: false,
  })),
};

export const sourceKinds: Vocabulary = {
  name: "sourceKinds",
  terms: Object.entries({
    victim: "0101",
    witness: "0102",
    relative: "02",
    counsel: "0401",
    medic: "0402",
    organisation: "0404",
    journalist: "none",
    "actor-side": "0103",
    "official-document": "none",
    "court-record": "none",
    "public-page": "none",
    examination: "none",
    measurement: "none",
    anonymous: "none",
  }).map(([code, huridocs]) => ({ code, crosswalk: { huridocs }, source: l19, checked: false })),
};

/** How far we trust the source, apart from what it says. */
export const reliability: Vocabulary = {
  name: "reliability",
  terms: "A B C D E F".split(" ").map((code) => ({
    code,
    crosswalk: { misp: `admiralty-scale:source-reliability="${code.toLowerCase()}"` },
    source: admiralty,
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
    checked: false,
  })),
};

/** On what ground an act is laid at somebody's door. */
export const attribution: Vocabulary = {
  name: "attribution",
  terms: [
    { code: "acknowledged" },
    { code: "mandated-body" },
    { code: "document" },
    { code: "technical" },
    { code: "indicator" },
    { code: "witness" },
    { code: "victim" },
    { code: "pattern" },
    { code: "media" },
    { code: "denied" },
    { code: "unknown" },
  ],
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
