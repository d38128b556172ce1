// Rules on names. Weights follow OONI's published analysis (pipeline v5, RULES_VERSION 2) where it has a rule.
import type { DnsFailure } from "../fact.ts";
import type { Rule } from "../rule.ts";

const v5 = "OONI pipeline v5, DNS rules";
const probe = "OONI Web Connectivity 0.5, analysis of DNS";
const own = "Tocsin";

const failureWeights: Readonly<Record<DnsFailure, number>> = {
  nxdomain: 0.9,
  refused: 0.8,
  "no-answer": 0.8,
  servfail: 0.65,
  timeout: 0.65,
  other: 0.65,
};

const failures = Object.keys(failureWeights) as readonly DnsFailure[];

/** The system's resolver failed on a name for which the control has addresses. */
const failedRules: readonly Rule[] = failures.map((failure) => ({
  id: `dns.${failure}-control-answered`,
  layer: "dns",
  all: [`dns.failed.${failure}`, "control.dns.answered"],
  weights: { blocked: failureWeights[failure] },
  mechanism: `dns.${failure}`,
  source: v5,
  isChecked: failure === "nxdomain",
}));

/** The control reached the page through the same redirects; the probe's resolver failed on the way. */
const redirectRules: readonly Rule[] = failures.map((failure) => ({
  id: `dns.redirect-${failure}`,
  layer: "dns",
  all: [`dns.redirect-failed.${failure}`, "control.http.ok"],
  none: ["http.response"],
  weights: { blocked: Math.min(failureWeights[failure], 0.8) },
  mechanism: `dns.${failure}`,
  source: probe,
  isChecked: failure === "nxdomain",
}));

export const dnsRules: readonly Rule[] = [
  {
    id: "dns.fingerprint-of-country",
    layer: "dns",
    all: ["dns.fingerprint.country", "control.worked"],
    none: ["dns.same-address", "control.dns.bogon"],
    weights: { blocked: 1 },
    mechanism: "dns.injection.blockpage",
    source: v5,
    isChecked: false,
  },
  {
    id: "dns.fingerprint-elsewhere",
    layer: "dns",
    all: ["dns.fingerprint.elsewhere", "control.worked"],
    none: ["dns.fingerprint.country", "dns.same-address", "control.dns.bogon"],
    weights: { blocked: 0.7 },
    mechanism: "dns.injection.blockpage",
    source: own,
    isChecked: false,
  },
  {
    id: "dns.bogon-control-public",
    layer: "dns",
    all: ["dns.bogon", "control.dns.answered"],
    none: ["control.dns.bogon"],
    weights: { blocked: 0.95, down: 0.05 },
    mechanism: "dns.injection.bogon",
    source: v5,
    isChecked: true,
  },
  {
    id: "dns.loopback-control-public",
    layer: "dns",
    all: ["dns.loopback", "control.dns.answered"],
    none: ["control.dns.bogon"],
    weights: { blocked: 0.8 },
    mechanism: "dns.injection.bogon",
    source: own,
    isChecked: true,
  },
  {
    id: "dns.public-resolver-forged",
    layer: "dns",
    all: ["dns.public-resolver-bogon", "control.dns.answered"],
    none: ["control.dns.bogon"],
    weights: { blocked: 0.95 },
    mechanism: "dns.injection.bogon",
    source: own,
    isChecked: true,
  },
  {
    id: "dns.bogon-in-control",
    layer: "dns",
    all: ["control.dns.bogon"],
    any: ["dns.bogon", "dns.loopback"],
    weights: { blocked: 0.1, down: 0.9 },
    source: v5,
    isChecked: true,
  },
  ...failedRules,
  {
    id: "dns.failed-control-none",
    layer: "dns",
    all: ["dns.failed", "control.dns.none"],
    weights: { blocked: 0.1, down: 0.9 },
    source: v5,
    isChecked: true,
  },
  {
    id: "dns.ghost",
    layer: "dns",
    all: ["dns.answered", "control.dns.none"],
    none: ["dns.valid-tls", "dns.encrypted-resolver-answered", "dns.bogon", "dns.loopback"],
    weights: { blocked: 0.7 },
    mechanism: "dns.inconsistent",
    source: probe,
    isChecked: true,
  },
  {
    id: "dns.same-address",
    layer: "dns",
    all: ["dns.same-address"],
    weights: {},
    source: v5,
    isChecked: true,
  },
  {
    id: "dns.same-network",
    layer: "dns",
    all: ["dns.same-network"],
    weights: { blocked: 0.2 },
    source: v5,
    isChecked: false,
  },
  {
    id: "dns.unmatched",
    layer: "dns",
    all: ["dns.unmatched"],
    weights: { blocked: 0.4 },
    source: "OONI pipeline v5, which weighs it 0.75 and names it a known source of false positives",
    isChecked: true,
  },
  {
    id: "dns.valid-tls",
    layer: "dns",
    all: ["dns.valid-tls"],
    weights: {},
    overrules: ["dns.unmatched", "dns.ghost", "dns.unmatched-and-failed"],
    source: v5,
    isChecked: true,
  },
  {
    id: "dns.unmatched-and-failed",
    layer: "dns",
    all: ["dns.unmatched", "control.http.ok"],
    any: ["tcp.untrusted-failed", "tls.untrusted-failed", "http.untrusted-failed", "http.failed"],
    none: ["dns.control-verified"],
    weights: { blocked: 0.75 },
    mechanism: "dns.inconsistent",
    source: probe,
    isChecked: true,
  },
  {
    id: "dns.unmatched-and-differs",
    layer: "dns",
    all: ["dns.unmatched", "http.differs"],
    weights: { blocked: 0.8 },
    mechanism: "dns.inconsistent",
    source: probe,
    isChecked: true,
  },
  ...redirectRules,
  {
    id: "dns.redirect-bogon",
    layer: "dns",
    all: ["dns.redirect-bogon", "control.http.ok"],
    none: ["http.response"],
    weights: { blocked: 0.8 },
    mechanism: "dns.injection.bogon",
    source: own,
    isChecked: false,
  },
];
