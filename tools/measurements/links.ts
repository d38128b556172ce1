// Scenarios of links: connections and handshakes with the site's addresses.
import { blocked, near, plain, plan, redirectTo, type Scenario, site, siteV6, type Stage } from "./site.ts";

export function linkScenarios(stage: Stage): readonly Scenario[] {
  return [
    ...failedLinks(stage),
    ...partlyFailed(stage),
    ...besidePages(stage),
    ...failedForAll(stage),
    ...failedElsewhereToo(stage),
    ...unexplained(stage),
  ];
}

const end = `${site}:443`;
const tcp = ["timeout", "refused", "reset", "unreachable", "other"] as const;
const failures: Readonly<Record<(typeof tcp)[number], string>> = {
  timeout: "generic_timeout_error",
  refused: "connection_refused",
  reset: "connection_reset",
  unreachable: "host_unreachable",
  other: "unknown_failure: invented",
};
const tlsFailures: readonly (readonly [string, string, string])[] = [
  ["reset", "connection_reset", "tls.reset"],
  ["eof", "eof_error", "tls.eof"],
  ["timeout", "generic_timeout_error", "tls.timeout"],
  ["unknown-authority", "ssl_unknown_authority", "tls.mitm.unknown-authority"],
  ["invalid-hostname", "ssl_invalid_hostname", "tls.mitm.invalid-hostname"],
  ["invalid-certificate", "ssl_invalid_certificate", "tls.mitm.invalid-certificate"],
  ["other", "ssl_failed_handshake", "tls.other"],
];

function failedLinks({ https, page }: Stage): readonly Scenario[] {
  const hop = { url: https.replace("://", "://www."), answer: ["203.0.113.20"], page: null };
  const moved = redirectTo(hop.url);
  return [
    ...tcp.flatMap((name): readonly Scenario[] => [
      {
        name: `tcp-${name}`,
        plan: plan(https, failures[name], {
          connect: { [end]: failures[name] },
          tls: {},
          fetchedFrom: null,
          control: { page },
        }),
        truth: blocked(`tcp.${name}`, `tcp.${name}-control-ok`),
      },
      {
        name: `redirect-tcp-${name}`,
        plan: plan(https, moved, { hop: { ...hop, connect: failures[name] }, control: { page } }),
        truth: blocked(`tcp.${name}`, `tcp.redirect-${name}`),
      },
    ]),
    ...tlsFailures.flatMap(([name, failure, mechanism]): readonly Scenario[] => [
      {
        name: `tls-${name}`,
        plan: plan(https, failure, { tls: { [end]: failure }, fetchedFrom: null, control: { page } }),
        truth: blocked(mechanism, `tls.${name}-control-ok`),
      },
      {
        name: `redirect-tls-${name}`,
        plan: plan(https, moved, { hop: { ...hop, connect: null, tls: failure }, control: { page } }),
        truth: blocked(mechanism, `tls.redirect-${name}`),
      },
    ]),
  ];
}

function partlyFailed({ https, page }: Stage): readonly Scenario[] {
  return [
    {
      name: "ipv6-broken",
      plan: plan(https, page, {
        system: [site, siteV6],
        connect: { [end]: null, [`[${siteV6}]:443`]: "network_unreachable" },
        control: { dns: [site, siteV6], connect: { [end]: null, [`[${siteV6}]:443`]: null } },
      }),
      truth: plain("ok", "http.page-over-tls"),
    },
    {
      name: "one-of-two-addresses",
      plan: plan(https, page, {
        system: [site, near],
        connect: { [end]: null, [`${near}:443`]: "generic_timeout_error" },
        tls: { [end]: null },
        control: { dns: [site, near], connect: { [end]: null, [`${near}:443`]: null } },
      }),
      truth: plain("ok", "tcp.some-failed", "http.page-over-tls"),
    },
    {
      name: "one-of-two-handshakes",
      plan: plan(https, page, {
        system: [site, near],
        connect: { [end]: null, [`${near}:443`]: null },
        tls: { [end]: null, [`${near}:443`]: "connection_reset" },
        control: { dns: [site, near], tls: { [end]: null, [`${near}:443`]: null } },
      }),
      truth: plain("ok", "tls.some-failed", "http.page-over-tls"),
    },
    {
      name: "only-ipv6-without-way",
      plan: plan(https, "network_unreachable", {
        system: [siteV6],
        connect: { [`[${siteV6}]:443`]: "network_unreachable" },
        tls: {},
        fetchedFrom: null,
        control: { dns: [site, siteV6], connect: { [end]: null, [`[${siteV6}]:443`]: null }, page },
      }),
      truth: plain("insufficient"),
    },
  ];
}

function besidePages({ http, page }: Stage): readonly Scenario[] {
  return [
    {
      name: "clear-text-page-but-tls-reset-and-no-control-page",
      plan: plan(http, page, {
        tls: { [end]: "connection_reset" },
        control: { tls: { [end]: null }, verified: [site], page: "unknown_error" },
      }),
      truth: plain("impaired", "tls.failed-beside-page"),
    },
    {
      name: "clear-text-page-but-tls-reset",
      plan: plan(http, page, {
        tls: { [end]: "connection_reset" },
        control: { tls: { [end]: null }, verified: [site] },
      }),
      truth: {
        state: "impaired",
        mechanisms: ["tls.reset"],
        rules: ["tls.reset-control-ok", "http.matches-control"],
      },
    },
  ];
}

function failedForAll({ https, page }: Stage): readonly Scenario[] {
  const hop = { url: https.replace("://", "://www."), page: null };
  const away = redirectTo(hop.url);
  return [
    {
      name: "redirect-to-nowhere-for-all",
      plan: plan(https, away, {
        hop: { ...hop, answer: "dns_nxdomain_error" },
        control: { page: "dns_lookup_error" },
      }),
      truth: plain("down", "http.redirect-control-failed"),
    },
    {
      name: "redirect-to-closed-port-for-all",
      plan: plan(https, away, {
        hop: { ...hop, answer: ["203.0.113.20"], connect: failures.refused },
        control: { page: "connection_refused" },
      }),
      truth: plain("down", "http.redirect-control-failed"),
    },
    {
      name: "address-dead-for-all-page-elsewhere",
      plan: plan(https, failures.timeout, {
        system: [near],
        connect: { [`${near}:443`]: failures.timeout },
        tls: {},
        fetchedFrom: null,
        control: { connect: { [end]: null, [`${near}:443`]: failures.timeout }, page },
      }),
      truth: plain("insufficient", "dns.same-network"),
    },
    {
      name: "certificate-refused-by-all-page-elsewhere",
      plan: plan(https, "ssl_invalid_certificate", {
        system: [near],
        connect: { [`${near}:443`]: null },
        tls: { [`${near}:443`]: "ssl_invalid_certificate" },
        fetchedFrom: null,
        control: { tls: { [end]: null, [`${near}:443`]: "ssl_invalid_certificate" }, page },
      }),
      truth: plain("insufficient", "dns.same-network"),
    },
  ];
}

function failedElsewhereToo({ https }: Stage): readonly Scenario[] {
  return [
    {
      name: "down-tcp",
      plan: plan(https, failures.refused, {
        connect: { [end]: failures.refused },
        tls: {},
        fetchedFrom: null,
        control: {
          connect: { [end]: "connection_refused" },
          tls: {},
          page: "connection_refused",
          verified: [],
        },
      }),
      truth: plain("down", "tcp.control-failed-too", "http.failed-alike"),
    },
    {
      name: "expired-certificate",
      plan: plan(https, "ssl_invalid_certificate", {
        tls: { [end]: "ssl_invalid_certificate" },
        fetchedFrom: null,
        control: { tls: { [end]: "ssl_invalid_certificate" }, page: "unknown_error", verified: [] },
      }),
      truth: plain("down", "tls.control-failed-too"),
    },
  ];
}

function unexplained({ https, page }: Stage): readonly Scenario[] {
  return [
    {
      name: "certificate-unexplained",
      plan: plan(https, "ssl_invalid_certificate", {
        version: "0.4.3",
        udp: null,
        doh: null,
        tls: { [end]: "ssl_invalid_certificate" },
        control: { tls: null, page: "unknown_error", verified: [] },
      }),
      truth: plain("insufficient"),
    },
    {
      name: "tcp-instrument",
      plan: plan(https, "interrupted", {
        connect: { [end]: "interrupted" },
        tls: {},
        fetchedFrom: null,
        control: { page },
      }),
      truth: plain("insufficient"),
    },
    {
      name: "tcp-unexplained",
      plan: plan(https, failures.timeout, {
        connect: { [end]: failures.timeout },
        tls: {},
        fetchedFrom: null,
        control: { connect: {}, tls: {}, page: "unknown_error", verified: [] },
      }),
      truth: plain("insufficient"),
    },
  ];
}
