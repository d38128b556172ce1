// Vocabularies about who took part, in which way, and what endangers them.
import { vocabulary } from "./mapping.ts";

/** HURIDOCS keeps the parts of people in its formats (victim, source, intervening party, perpetrator), not in a list. */
export const roles = vocabulary({
  name: "roles",
  extensible: false,
  terms: {
    defender: "no-list",
    victim: "no-list",
    relative: "no-list",
    colleague: "no-list",
    witness: "no-list",
    source: "no-list",
    perpetrator: "no-list",
    proxy: "no-list",
    vendor: "no-list",
    operator: "no-list",
    platform: "no-list",
    official: "no-list",
    counsel: "no-list",
    prosecutor: "no-list",
    judge: "no-list",
    helper: "no-list",
  },
});

export const degrees = vocabulary({
  name: "degrees",
  list: "L18",
  terms: {
    "carried-out": "0101",
    ordered: "0102",
    planned: "0105",
    helped: "0103",
    present: "0104",
    supplied: "not-seen",
    "by-law": "03",
    implemented: "04",
    "failed-to-protect": "05",
    political: "06",
    suspected: "0106",
  },
});

/** A flag names a risk, never a trait. */
export const riskFlags = vocabulary({
  name: "riskFlags",
  extensible: false,
  terms: {
    "relatives-at-risk": "no-list",
    "in-exile": "no-list",
    "in-hiding": "no-list",
    detained: "no-list",
    "detention-feared": "no-list",
    "threatened-with-death": "no-list",
    "return-feared": "no-list",
    "device-unsafe": "no-list",
    "no-contact": "no-list",
    reprisal: "no-list",
    child: "no-list",
    "woman-defender": "no-list",
    "status-at-risk": "no-list",
    health: "no-list",
    "name-never": "no-list",
  },
});

export const setting = vocabulary({
  name: "setting",
  extensible: false,
  terms: { online: "no-list", offline: "no-list", both: "no-list" },
});
