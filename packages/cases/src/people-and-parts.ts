// Vocabularies about who took part, in which way, and what endangers them.
import type { Vocabulary } from "@tocsin/records";

const l18 = "Our mapping to HURIDOCS list L18 as in huridocs/OpenEvSys (commit 2f734af).";

export const roles: Vocabulary = {
  name: "roles",
  terms: [
    { code: "defender" },
    { code: "relative" },
    { code: "colleague" },
    { code: "witness" },
    { code: "source" },
    { code: "perpetrator" },
    { code: "proxy" },
    { code: "vendor" },
    { code: "operator" },
    { code: "official" },
    { code: "counsel" },
    { code: "judge" },
  ],
};

export const degrees: Vocabulary = {
  name: "degrees",
  terms: Object.entries({
    "carried-out": "0101",
    ordered: "0102",
    planned: "0105",
    helped: "0103",
    present: "0104",
    supplied: "none",
    "by-law": "03",
    implemented: "04",
    "failed-to-protect": "05",
    political: "06",
    suspected: "0106",
  }).map(([code, huridocs]) => ({ code, crosswalk: { huridocs }, source: l18, checked: false })),
};

export const gender: Vocabulary = {
  name: "gender",
  open: true,
  terms: [{ code: "woman" }, { code: "man" }, { code: "non-binary" }, { code: "other" }, { code: "unknown" }],
};

/** A flag names a risk, never a trait. */
export const riskFlags: Vocabulary = {
  name: "riskFlags",
  terms: [
    { code: "relatives-at-risk" },
    { code: "in-exile" },
    { code: "in-hiding" },
    { code: "detained" },
    { code: "device-unsafe" },
    { code: "no-contact" },
    { code: "reprisal" },
    { code: "child" },
    { code: "woman-defender" },
    { code: "status-at-risk" },
    { code: "health" },
    { code: "name-never" },
  ],
};

export const setting: Vocabulary = {
  name: "setting",
  terms: [{ code: "online" }, { code: "offline" }, { code: "both" }],
};
