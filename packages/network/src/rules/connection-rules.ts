// Rules on connections and handshakes. `control-ok`: nothing of the probe worked there, the control's attempt did.
import type { TcpFailure, TlsFailure } from "../fact.ts";
import type { Rule } from "../rule.ts";

const v5Tcp = "OONI pipeline v5, TCP rules";
const v5Tls = "OONI pipeline v5, TLS rules";
const probe = "OONI Web Connectivity 0.5, analysis of redirects";
const own = "Tocsin";

const tcpWeights: Readonly<Record<TcpFailure, number>> = {
  timeout: 0.75,
  refused: 0.75,
  reset: 0.75,
  unreachable: 0.7,
  other: 0.6,
};
const tcpFailures = Object.keys(tcpWeights) as readonly TcpFailure[];

export const tcpRules: readonly Rule[] = [
  { id: "tcp.connected", layer: "tcp", all: ["tcp.connected"], weights: {}, source: v5Tcp, isChecked: true },
  ...tcpFailures.map((failure): Rule => ({
    id: `tcp.${failure}-control-ok`,
    layer: "tcp",
    all: [`tcp.control-ok.${failure}`, "control.worked"],
    weights: { blocked: tcpWeights[failure], down: 0.25 },
    mechanism: `tcp.${failure}`,
    source: v5Tcp,
    isChecked: false,
  })),
  {
    id: "tcp.control-failed-too",
    layer: "tcp",
    all: ["tcp.control-failed"],
    none: ["control.http.ok"],
    weights: { blocked: 0.25, down: 0.75 },
    source: v5Tcp,
    isChecked: false,
  },
  {
    id: "tcp.control-failed-there",
    layer: "tcp",
    all: ["tcp.control-failed", "control.http.ok"],
    weights: {},
    source: own,
    isChecked: false,
  },
  {
    id: "tcp.failed-without-control",
    layer: "tcp",
    all: ["tcp.control-unknown"],
    weights: {},
    source: own,
    isChecked: false,
  },
  {
    id: "tcp.some-failed",
    layer: "tcp",
    all: ["tcp.partly"],
    weights: { impaired: 0.5 },
    source: own,
    isChecked: false,
  },
  {
    id: "tcp.ipv6-broken",
    layer: "tcp",
    all: ["tcp.ipv6-broken"],
    weights: {},
    source: v5Tcp,
    isChecked: false,
  },
  ...tcpFailures.map((failure): Rule => ({
    id: `tcp.redirect-${failure}`,
    layer: "tcp",
    all: [`tcp.redirect.${failure}`, "control.http.ok"],
    none: ["http.response"],
    weights: { blocked: Math.min(tcpWeights[failure], 0.7) },
    mechanism: `tcp.${failure}`,
    source: probe,
    isChecked: false,
  })),
];

const tlsWeights: Readonly<Record<TlsFailure, number>> = {
  reset: 0.8,
  eof: 0.75,
  timeout: 0.7,
  "unknown-authority": 0.9,
  "invalid-hostname": 0.9,
  // An expired certificate is also what a device with a wrong clock sees.
  "invalid-certificate": 0.65,
  other: 0.6,
};
const mechanismByFailure: Readonly<Record<TlsFailure, string>> = {
  reset: "tls.reset",
  eof: "tls.eof",
  timeout: "tls.timeout",
  "unknown-authority": "tls.mitm.unknown-authority",
  "invalid-hostname": "tls.mitm.invalid-hostname",
  "invalid-certificate": "tls.mitm.invalid-certificate",
  other: "tls.other",
};
const tlsFailures = Object.keys(tlsWeights) as readonly TlsFailure[];

export const tlsRules: readonly Rule[] = [
  { id: "tls.valid", layer: "tls", all: ["tls.valid"], weights: {}, source: v5Tls, isChecked: true },
  ...tlsFailures.map((failure): Rule => ({
    id: `tls.${failure}-control-ok`,
    layer: "tls",
    all: [`tls.control-ok.${failure}`, "control.worked"],
    weights: { blocked: tlsWeights[failure] },
    mechanism: mechanismByFailure[failure],
    source: v5Tls,
    isChecked: failure === "reset",
  })),
  {
    id: "tls.control-failed-too",
    layer: "tls",
    all: ["tls.control-failed"],
    none: ["control.http.ok"],
    weights: { blocked: 0.2, down: 0.8 },
    source: v5Tls,
    isChecked: true,
  },
  {
    id: "tls.control-failed-there",
    layer: "tls",
    all: ["tls.control-failed", "control.http.ok"],
    weights: {},
    source: own,
    isChecked: false,
  },
  {
    id: "tls.failed-without-control",
    layer: "tls",
    all: ["tls.control-unknown"],
    weights: {},
    source: own,
    isChecked: true,
  },
  {
    id: "tls.failed-beside-page",
    layer: "tls",
    all: ["tls.beside-page"],
    weights: { impaired: 0.6 },
    source: own,
    isChecked: false,
  },
  {
    id: "tls.some-failed",
    layer: "tls",
    all: ["tls.partly"],
    weights: { impaired: 0.5 },
    source: own,
    isChecked: false,
  },
  ...tlsFailures.map((failure): Rule => ({
    id: `tls.redirect-${failure}`,
    layer: "tls",
    all: [`tls.redirect.${failure}`, "control.http.ok"],
    none: ["http.response"],
    weights: { blocked: Math.min(tlsWeights[failure], 0.75) },
    mechanism: mechanismByFailure[failure],
    source: probe,
    isChecked: failure === "reset" || failure === "eof" || failure === "timeout",
  })),
];
