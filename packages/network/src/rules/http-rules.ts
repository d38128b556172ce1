// Rules on pages, and on what the control allows to say.
import type { Fact, HttpFailure } from "../fact.ts";
import type { Layer, Rule } from "../rule.ts";

const probe = "OONI Web Connectivity 0.5, analysis of HTTP";
const own = "Tocsin";

export const controlRules: readonly Rule[] = [
  {
    id: "control.missing",
    layer: "control",
    all: ["control.missing"],
    weights: {},
    source: own,
    isChecked: true,
  },
  {
    id: "measurement.empty",
    layer: "control",
    all: ["measurement.empty"],
    weights: {},
    source: own,
    isChecked: false,
  },
  {
    id: "probe.says-blocked",
    layer: "control",
    all: ["probe.says-blocked"],
    weights: { blocked: 0.3 },
    source: "The file itself: test_keys.blocking",
    isChecked: true,
  },
];

const failureWeights: Readonly<Record<HttpFailure, readonly [weight: number, mechanism: string]>> = {
  reset: [0.8, "http.reset"],
  eof: [0.75, "http.eof"],
  timeout: [0.65, "http.timeout"],
  refused: [0.65, "tcp.refused"],
  unreachable: [0.5, "tcp.unreachable"],
  dns: [0.7, "dns.other"],
  certificate: [0.7, "tls.mitm"],
  other: [0.5, "http.other"],
};
const layerByFailure: Readonly<Partial<Record<HttpFailure, Layer>>> = {
  refused: "tcp",
  unreachable: "tcp",
  dns: "dns",
  certificate: "tls",
};
const failures = Object.keys(failureWeights) as readonly HttpFailure[];

const failedRules: readonly Rule[] = failures.map((failure) => ({
  id: `http.${failure}-control-ok`,
  layer: layerByFailure[failure] ?? "http",
  all: [`http.failed.${failure}`, "control.http.ok"],
  weights: { blocked: failureWeights[failure][0] },
  mechanism: failureWeights[failure][1],
  source: probe,
  isChecked: failure === "reset" || failure === "timeout",
}));

/** What the way to a page broke on, after the first redirect. */
const redirectFailures: readonly Fact[] = [
  ...(["nxdomain", "refused", "servfail", "no-answer", "timeout", "other"] as const).map(
    (failure): Fact => `dns.redirect-failed.${failure}`,
  ),
  ...(["timeout", "refused", "reset", "unreachable", "other"] as const).map(
    (failure): Fact => `tcp.redirect.${failure}`,
  ),
  ...(
    [
      "reset",
      "eof",
      "timeout",
      "other",
      "unknown-authority",
      "invalid-hostname",
      "invalid-certificate",
    ] as const
  ).map((failure): Fact => `tls.redirect.${failure}`),
];

export const httpRules: readonly Rule[] = [
  {
    id: "http.fingerprint-of-country",
    layer: "http",
    all: ["http.fingerprint.country", "control.worked"],
    none: ["http.fingerprint.false-positive"],
    weights: { blocked: 1 },
    mechanism: "http.blockpage",
    overrules: ["http.matches-control", "http.status-matches", "http.page-over-tls"],
    source: "OONI blocking-fingerprints, as brought by the person",
    isChecked: true,
  },
  {
    id: "http.fingerprint-elsewhere",
    layer: "http",
    all: ["http.fingerprint.elsewhere", "control.worked"],
    none: ["http.fingerprint.false-positive", "http.fingerprint.country", "http.matches"],
    weights: { blocked: 0.7 },
    mechanism: "http.blockpage",
    source: "OONI blocking-fingerprints, as brought by the person",
    isChecked: false,
  },
  {
    id: "http.fingerprint-false-positive",
    layer: "http",
    all: ["http.fingerprint.false-positive"],
    weights: { impaired: 0.6 },
    overrules: ["http.differs", "http.redirect-elsewhere", "dns.unmatched-and-differs"],
    source: "OONI blocking-fingerprints, as brought by the person",
    isChecked: false,
  },
  {
    id: "http.page-over-tls",
    layer: "http",
    all: ["http.response", "http.over-tls", "http.by-system"],
    weights: { ok: 1 },
    overrules: ["dns.unmatched", "dns.ghost", "probe.says-blocked"],
    source: probe,
    isChecked: true,
  },
  {
    id: "http.matches-control",
    layer: "http",
    all: ["http.matches", "http.by-system"],
    weights: { ok: 0.95 },
    overrules: ["dns.unmatched", "dns.ghost", "probe.says-blocked"],
    source: probe,
    isChecked: true,
  },
  {
    id: "http.status-matches",
    layer: "http",
    all: ["http.status-only", "http.by-system"],
    // A status is too little to vouch for an address that nobody else knows.
    none: ["dns.unmatched"],
    weights: { ok: 0.6 },
    overrules: ["probe.says-blocked"],
    source: probe,
    isChecked: false,
  },
  {
    id: "http.reached-by-other-resolver",
    layer: "http",
    all: ["http.response"],
    none: ["http.by-system"],
    weights: {},
    source: own,
    isChecked: true,
  },
  {
    id: "http.response-without-control",
    layer: "http",
    all: ["http.response", "control.missing"],
    none: ["http.over-tls"],
    weights: {},
    source: probe,
    isChecked: false,
  },
  {
    id: "http.control-not-page",
    layer: "http",
    all: ["http.control-not-page"],
    weights: {},
    source: own,
    isChecked: false,
  },
  {
    id: "http.differs",
    layer: "http",
    all: ["http.differs"],
    weights: { blocked: 0.7 },
    mechanism: "http.diff",
    source: probe,
    isChecked: true,
  },
  {
    id: "http.unclear",
    layer: "http",
    all: ["http.unclear"],
    weights: {},
    source: own,
    isChecked: false,
  },
  {
    id: "http.captcha",
    layer: "http",
    all: ["http.captcha"],
    weights: { impaired: 0.7 },
    source: own,
    isChecked: false,
  },
  {
    id: "http.server-error",
    layer: "http",
    all: ["http.server-error"],
    weights: { impaired: 0.6 },
    source: own,
    isChecked: false,
  },
  ...failedRules,
  {
    id: "http.failed-control-failed",
    layer: "http",
    all: ["control.http.failed"],
    any: [
      "http.failed.reset",
      "http.failed.eof",
      "http.failed.timeout",
      "http.failed.other",
      "http.failed.dns",
    ],
    weights: { down: 0.7 },
    source: probe,
    isChecked: false,
  },
  {
    id: "http.redirect-control-failed",
    layer: "http",
    all: ["control.http.failed"],
    any: redirectFailures,
    none: ["http.response"],
    weights: { down: 0.7 },
    source: own,
    isChecked: false,
  },
  {
    id: "http.failed-alike",
    layer: "http",
    all: ["control.http.failed-alike", "http.failed"],
    weights: { down: 0.75 },
    source: own,
    isChecked: false,
  },
  {
    id: "http.redirect-to-private",
    layer: "http",
    all: ["http.redirect-private", "control.http.ok"],
    weights: { blocked: 0.75 },
    mechanism: "http.redirect",
    source: own,
    isChecked: true,
  },
  {
    id: "http.redirect-elsewhere",
    layer: "http",
    all: ["http.redirect-elsewhere"],
    weights: { blocked: 0.7 },
    mechanism: "http.redirect",
    source: own,
    isChecked: true,
  },
  {
    id: "http.broken-redirect",
    layer: "http",
    all: ["http.broken-redirect"],
    weights: { impaired: 0.7 },
    source: own,
    isChecked: true,
  },
  {
    id: "http.redirect-loop-both",
    layer: "http",
    all: ["http.redirect-loop", "control.http.failed"],
    weights: { down: 0.7 },
    source: probe,
    isChecked: true,
  },
  {
    id: "http.redirect-loop",
    layer: "http",
    all: ["http.redirect-loop", "control.http.ok"],
    weights: { impaired: 0.6 },
    source: own,
    isChecked: false,
  },
  {
    id: "http.instrument",
    layer: "http",
    all: ["http.instrument"],
    weights: {},
    source: own,
    isChecked: true,
  },
];
