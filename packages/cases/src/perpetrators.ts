// Vocabularies about who did it and how we know who did it.
import { vocabulary } from "./mapping.ts";

/** What kind of actor a perpetrator is. */
export const perpetratorKinds = vocabulary({
  name: "perpetratorKinds",
  list: "L24",
  terms: {
    state: "grouping",
    "state.executive": "0101",
    "state.executive.army": "010103",
    "state.executive.police": "010104",
    "state.executive.prison": "010105",
    "state.executive.intelligence": "010106",
    "state.executive.prosecutor": "not-seen",
    "state.executive.regulator": "not-seen",
    "state.executive.mission": "not-seen",
    "state.legislature": "0102",
    "state.judiciary": "0103",
    occupier: "03",
    "pro-government": "0201",
    opposition: "0202",
    "private-guards": "0204",
    crowd: "0205",
    "powerful-person": "11",
    business: "21",
    "business.national": "210101",
    "business.transnational": "210102",
    "business.vendor": "no-term",
    "business.hack-for-hire": "no-term",
    "business.platform": "no-term",
    "business.network-operator": "not-seen",
    finance: "31",
    "troll-network": "not-seen",
    party: "not-seen",
    community: "not-seen",
    "criminal-group": "not-seen",
    "private-person": "not-seen",
    other: "90",
    unknown: "99",
  },
});

/** On what ground an act is laid at somebody's door. */
export const attributionGrounds = vocabulary({
  name: "attributionGrounds",
  list: "L28",
  terms: {
    acknowledged: "split",
    "mandated-body": "not-seen",
    document: "not-seen",
    technical: "not-seen",
    indicator: "not-seen",
    witness: "not-seen",
    victim: "not-seen",
    pattern: "not-seen",
    media: "not-seen",
    denied: "split",
    unknown: "not-seen",
  },
});

/** By whom somebody is reached across a border. */
export const transnationalActors = vocabulary({
  name: "transnationalActors",
  terms: {
    "origin-state": "no-list",
    proxy: "no-list",
    "host-state": "no-list",
    "third-state": "no-list",
    unknown: "no-list",
  },
});

/** Through whom somebody is reached across a border. */
export const transnationalTargets = vocabulary({
  name: "transnationalTargets",
  terms: {
    direct: "no-list",
    relatives: "no-list",
    associates: "no-list",
    community: "no-list",
  },
});
