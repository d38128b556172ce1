// Rules on tests that judge themselves and have no control: none of them is strong enough for "blocked".
import type { AppLayer } from "../fact.ts";
import type { Rule } from "../rule.ts";

const summary = "OONI specifications of nettests: the summary keys of the test";
const own = "Tocsin";

const blockedWeights: Readonly<Record<AppLayer, number>> = { dns: 0.65, tcp: 0.7, tls: 0.7, http: 0.65 };
const layers = Object.keys(blockedWeights) as readonly AppLayer[];

export const appRules: readonly Rule[] = [
  { id: "test.no-result", layer: "test", all: ["test.no-result"], weights: {}, source: own, isChecked: true },
  {
    id: "test.works",
    layer: "test",
    all: ["test.works"],
    weights: { ok: 0.8 },
    source: summary,
    isChecked: true,
  },
  {
    id: "test.failed",
    layer: "test",
    all: ["test.failed"],
    weights: { impaired: 0.6 },
    source: own,
    isChecked: true,
  },
  ...layers.map((layer): Rule => ({
    id: `test.blocked-${layer}`,
    layer,
    all: [`test.blocked.${layer}`],
    weights: { blocked: blockedWeights[layer] },
    mechanism: `${layer}.other`,
    source: summary,
    isChecked: layer === "dns",
  })),
  {
    id: "test.bogon",
    layer: "dns",
    all: ["test.bogon"],
    weights: { blocked: 0.8 },
    mechanism: "dns.injection.bogon",
    // What the answers led to follows from them.
    overrules: layers.map((layer) => `test.blocked-${layer}`),
    source: own,
    isChecked: true,
  },
  {
    id: "test.nothing-worked",
    layer: "test",
    all: ["test.nothing-worked"],
    weights: {},
    overrules: [...layers.map((layer) => `test.blocked-${layer}`), "test.none-reached", "test.few-reached"],
    source: own,
    isChecked: false,
  },
  {
    id: "test.server-answered",
    layer: "http",
    all: ["test.server-answered"],
    weights: { ok: 0.6 },
    source: own,
    isChecked: true,
  },
  {
    id: "test.retired-name",
    layer: "dns",
    all: ["test.retired-name"],
    weights: {},
    source: own,
    isChecked: true,
  },
  {
    id: "test.altered",
    layer: "http",
    all: ["test.altered"],
    weights: { impaired: 0.7 },
    mechanism: "http.middlebox",
    source: summary,
    isChecked: true,
  },
  {
    id: "test.unaltered",
    layer: "http",
    all: ["test.unaltered"],
    weights: { ok: 0.8 },
    source: summary,
    isChecked: true,
  },
  {
    id: "test.none-reached",
    layer: "tcp",
    all: ["test.none-reached"],
    weights: { blocked: 0.75 },
    mechanism: "tcp.other",
    source: own,
    isChecked: false,
  },
  {
    id: "test.few-reached",
    layer: "tcp",
    all: ["test.few-reached"],
    weights: { blocked: 0.65 },
    mechanism: "tcp.other",
    source: own,
    isChecked: false,
  },
  {
    id: "test.some-reached",
    layer: "tcp",
    all: ["test.some-reached"],
    weights: { impaired: 0.6 },
    source: own,
    isChecked: false,
  },
  {
    id: "test.most-reached",
    layer: "tcp",
    all: ["test.most-reached"],
    weights: { ok: 0.7 },
    source: own,
    isChecked: true,
  },
];
