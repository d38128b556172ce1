// Scenarios of names: what resolvers answer.
import type { Answer, WebPlan } from "./plan.ts";
import {
  blocked,
  elsewhere,
  forged,
  near,
  plain,
  plan,
  redirectTo,
  type Scenario,
  site,
  type Stage,
  unknownAddress,
} from "./site.ts";

const timeout = "generic_timeout_error";

export function nameScenarios(stage: Stage): readonly Scenario[] {
  return [...failedNames(stage), ...forgedNames(stage), ...absentNames(stage), ...unlikeNames(stage)];
}

const failures: readonly (readonly [string, string, string])[] = [
  ["nxdomain", "dns_nxdomain_error", "dns.nxdomain"],
  ["refused", "dns_refused_error", "dns.refused"],
  ["servfail", "dns_servfail_error", "dns.servfail"],
  ["no-answer", "dns_no_answer", "dns.no-answer"],
  ["timeout", timeout, "dns.timeout"],
  ["other", "dns_temporary_failure", "dns.other"],
];

function failedNames({ https, http, page }: Stage): readonly Scenario[] {
  const www = https.replace("://", "://www.");
  return [
    ...failures.flatMap(([name, failure, mechanism]): readonly Scenario[] => [
      {
        name: `dns-${name}`,
        plan: plan(https, page, { system: failure }),
        truth: blocked(mechanism, `dns.${name}-control-answered`),
      },
      {
        name: `redirect-dns-${name}`,
        plan: plan(http, redirectTo(www), {
          hop: { url: www, answer: failure, page: null },
          control: { page },
        }),
        truth: blocked(mechanism, `dns.redirect-${name}`),
      },
    ]),
    {
      name: "android-no-data",
      plan: plan(https, page, { system: "android_dns_cache_no_data" }),
      truth: blocked("dns.nxdomain", "dns.nxdomain-control-answered"),
    },
  ];
}

function forgedNames({ https, http, page }: Stage): readonly Scenario[] {
  const www = https.replace("://", "://www.");
  return [
    {
      name: "dns-bogon",
      plan: plan(https, page, { system: [forged], ...detour(forged, timeout, 443) }),
      truth: { state: "blocked", mechanisms: ["dns.injection.bogon"], rules: ["dns.bogon-control-public"] },
    },
    {
      name: "dns-loopback-at-home",
      plan: plan(https, page, { system: ["0.0.0.0"] }),
      truth: blocked("dns.injection.bogon", "dns.loopback-control-public"),
    },
    {
      name: "dns-forged-beside-working-name",
      plan: plan(https, page, { udp: [forged], doh: null }),
      truth: {
        state: "impaired",
        mechanisms: ["dns.injection.bogon"],
        rules: ["dns.public-resolver-forged", "http.page-over-tls"],
      },
    },
    {
      name: "dns-loopback-beside-true-address",
      plan: plan(https, page, { system: [site, "127.0.0.1"], udp: [site, "127.0.0.1"], doh: null }),
      truth: plain("ok", "http.page-over-tls"),
    },
    {
      name: "dns-instrument",
      plan: plan(https, page, { system: "interrupted" }),
      truth: plain("insufficient"),
    },
    {
      name: "dns-loopback-from-public-resolver",
      plan: plan(https, page, { system: ["127.0.0.1"], udp: ["127.0.0.1"] }),
      truth: {
        state: "blocked",
        mechanisms: ["dns.injection.bogon"],
        rules: ["dns.loopback-control-public", "dns.public-resolver-forged"],
      },
    },
    {
      name: "redirect-bogon",
      plan: plan(http, redirectTo(www), {
        hop: { url: www, answer: [forged], connect: "generic_timeout_error", page: null },
        control: { page },
      }),
      truth: {
        state: "likely-blocked",
        mechanisms: ["dns.injection.bogon", "tcp.timeout"],
        rules: ["dns.redirect-bogon", "tcp.redirect-timeout"],
      },
    },
  ];
}

function absentNames({ http, notice }: Stage): readonly Scenario[] {
  return [
    {
      name: "site-at-loopback",
      plan: plan(http, "generic_timeout_error", {
        ...everywhere(["127.0.0.1"]),
        ...nothing,
        control: { dns: ["127.0.0.1"], connect: {}, tls: null, page: "unknown_error" },
      }),
      truth: plain("down", "dns.bogon-in-control"),
    },
    {
      name: "down-nxdomain",
      plan: plan(http, "dns_nxdomain_error", {
        ...everywhere("dns_nxdomain_error"),
        ...nothing,
        control: { dns: "dns_name_error", connect: {}, tls: null, page: "dns_lookup_error" },
      }),
      truth: plain("down", "dns.failed-control-none"),
    },
    {
      name: "ghost",
      plan: plan(http, notice, {
        system: [elsewhere],
        udp: [elsewhere],
        doh: "dns_nxdomain_error",
        connect: { [`${elsewhere}:80`]: null },
        fetchedFrom: elsewhere,
        control: { dns: "dns_name_error", connect: {}, tls: null, page: "dns_lookup_error" },
      }),
      truth: blocked("dns.inconsistent", "dns.ghost"),
    },
  ];
}

function unlikeNames({ https, http, page, notice }: Stage): readonly Scenario[] {
  return [
    {
      name: "cdn-same-network",
      plan: plan(http, page, { system: [near], connect: { [`${near}:80`]: null }, fetchedFrom: near }),
      truth: plain("ok", "dns.same-network", "http.matches-control"),
    },
    {
      name: "cdn-valid-tls",
      plan: plan(https, page, {
        system: [elsewhere],
        connect: { [`${elsewhere}:443`]: null },
        tls: { [`${elsewhere}:443`]: null },
        fetchedFrom: elsewhere,
      }),
      truth: plain("ok", "dns.unmatched", "http.page-over-tls"),
    },
    {
      name: "wrong-server",
      plan: plan(https, page, {
        system: [unknownAddress],
        ...detour(unknownAddress, null, 443),
        tls: { [`${unknownAddress}:443`]: "ssl_unknown_authority", [`${site}:443`]: null },
      }),
      truth: blocked("dns.inconsistent", "dns.unmatched", "dns.unmatched-and-failed"),
    },
    {
      name: "wrong-address-and-no-request",
      plan: plan(http, page, {
        system: [unknownAddress],
        connect: { [`${unknownAddress}:80`]: null },
        fetchedFrom: null,
      }),
      // What became of the connection is not in the file.
      truth: plain("insufficient", "dns.unmatched"),
    },
    {
      name: "wrong-page",
      plan: plan(http, notice, {
        system: [unknownAddress],
        connect: { [`${unknownAddress}:80`]: null },
        fetchedFrom: unknownAddress,
        control: { page },
      }),
      truth: {
        state: "likely-blocked",
        mechanisms: ["dns.inconsistent", "http.diff"],
        rules: ["dns.unmatched", "dns.unmatched-and-differs", "http.differs"],
      },
    },
  ];
}

const nothing = { connect: {}, tls: {}, fetchedFrom: null };

function everywhere(answer: Answer): Pick<WebPlan, "system" | "udp" | "doh"> {
  return { system: answer, udp: answer, doh: answer };
}

/** Steps towards an address that only the system's resolver gave, and towards the true one. */
function detour(address: string, failure: string | null, port: number): Pick<WebPlan, "connect"> {
  return { connect: { [`${address}:${port}`]: failure, [`${site}:${port}`]: null } };
}
