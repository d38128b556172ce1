// Scenarios of pages: what came, and whether it is what the control saw.
import type { Page } from "./plan.ts";
import { blocked, plain, plan, redirectTo, type Scenario, type Stage, unknownAddress } from "./site.ts";

export function pageScenarios(stage: Stage): readonly Scenario[] {
  return [
    ...reachedPages(stage),
    ...withoutControl(stage),
    ...otherPages(stage),
    ...unlikePages(stage),
    ...unclearPages(stage),
    ...brokenPages(stage),
    ...failedPages(stage),
  ];
}

function reachedPages({ https, http, page }: Stage): readonly Scenario[] {
  const bare: Page = { ...page, title: "", body: "", headers: {}, isTruncated: true };
  return [
    { name: "ok-https", plan: plan(https, page), truth: plain("ok", "http.page-over-tls") },
    { name: "ok-http", plan: plan(http, page), truth: plain("ok", "http.matches-control") },
    {
      name: "ok-old",
      plan: plan(https, page, { version: "0.4.3", udp: null, doh: null, control: { tls: null } }),
      truth: plain("ok", "http.page-over-tls"),
    },
    {
      name: "ok-only-status",
      plan: plan(http, bare, { control: { page: { ...page, title: "", body: "", headers: {} } } }),
      truth: plain("ok", "http.status-matches"),
    },
  ];
}

function withoutControl({ https, http, page, notice }: Stage): readonly Scenario[] {
  return [
    { name: "control-missing-http", plan: plan(http, page, { control: null }), truth: plain("insufficient") },
    {
      name: "control-missing-https",
      plan: plan(https, page, { control: null }),
      truth: plain("ok", "http.page-over-tls"),
    },
    {
      name: "control-missing-reset",
      plan: plan(https, "connection_reset", { control: null, blocking: null }),
      truth: plain("insufficient"),
    },
    {
      name: "control-refused",
      plan: plan(http, page, { control: { page: { ...notice, code: 403 } } }),
      truth: plain("insufficient"),
    },
  ];
}

function otherPages({ http, page, notice }: Stage): readonly Scenario[] {
  return [
    {
      name: "http-diff",
      plan: plan(http, notice, { control: { page } }),
      truth: blocked("http.diff", "http.differs"),
    },
    {
      name: "redirect-elsewhere",
      plan: plan(http, redirectTo("http://landing.restricted-notice.example/"), {
        hop: {
          url: "https://landing.restricted-notice.example/",
          answer: ["203.0.113.9"],
          connect: null,
          page: notice,
        },
        control: { page },
      }),
      truth: blocked("http.redirect", "http.redirect-elsewhere"),
    },
    {
      name: "redirect-to-private",
      plan: plan(http, redirectTo("http://192.168.22.1/portal"), {
        pageFailure: "http_invalid_redirect_location_host",
        control: { page },
      }),
      truth: {
        state: "likely-blocked",
        mechanisms: ["http.redirect"],
        rules: ["http.redirect-to-private", "http.broken-redirect"],
      },
    },
  ];
}

function unlikePages({ http, page }: Stage): readonly Scenario[] {
  return [
    {
      name: "captcha",
      plan: plan(
        http,
        { code: 403, title: "Just a moment...", body: "<title>Just a moment...</title>", headers: {} },
        { control: { page } },
      ),
      truth: plain("impaired", "http.captcha"),
    },
    {
      name: "captcha-with-status-200",
      plan: plan(
        http,
        {
          code: 200,
          title: "Just a moment...",
          body: "<title>Just a moment...</title>",
          headers: { Server: "invented" },
        },
        { control: { page } },
      ),
      truth: plain("impaired", "http.captcha"),
    },
    {
      name: "server-error",
      plan: plan(
        http,
        { code: 502, title: "Bad gateway", body: "Bad gateway", headers: {} },
        { control: { page } },
      ),
      truth: plain("impaired", "http.server-error"),
    },
  ];
}

function unclearPages({ http, page }: Stage): readonly Scenario[] {
  return [
    {
      name: "page-without-headers-nor-title",
      plan: plan(
        http,
        { code: 200, title: "", body: "<p>short</p>", headers: {} },
        { control: { page: { ...page, title: "", headers: { "Content-Type": "text/html" } } } },
      ),
      truth: plain("insufficient"),
    },
    {
      name: "same-status-at-unknown-address",
      plan: plan(
        http,
        { ...page, title: "", body: "", headers: {}, isTruncated: true },
        {
          system: [unknownAddress],
          connect: { [`${unknownAddress}:80`]: null },
          fetchedFrom: unknownAddress,
          control: { page: { ...page, title: "" } },
        },
      ),
      truth: plain("insufficient", "dns.unmatched"),
    },
  ];
}

function brokenPages({ https, page }: Stage): readonly Scenario[] {
  return [
    {
      name: "broken-redirect",
      plan: plan(https, redirectTo("https://"), {
        pageFailure: "http_invalid_redirect_location_host",
        control: { page },
        blocking: "http-failure",
      }),
      truth: plain("impaired", "probe.says-blocked", "http.broken-redirect"),
    },
    {
      name: "redirect-loop",
      plan: plan(https, redirectTo(https), {
        pageFailure: "unknown_failure: stopped after too many redirects",
        control: { page },
      }),
      truth: plain("impaired", "http.redirect-loop"),
    },
    {
      name: "redirect-loop-both",
      plan: plan(https, redirectTo(https), {
        pageFailure: "unknown_failure: stopped after too many redirects",
        control: { page: "unknown_error" },
      }),
      truth: plain("down", "http.redirect-loop-both"),
    },
    {
      name: "instrument",
      plan: plan(https, "unknown_failure 'ascii' codec can't decode byte", {
        control: { page },
        blocking: "http-failure",
      }),
      truth: plain("insufficient", "probe.says-blocked"),
    },
  ];
}

const failures: readonly (readonly [string, string, string])[] = [
  ["reset", "connection_reset", "http.reset"],
  ["eof", "eof_error", "http.eof"],
  ["timeout", "generic_timeout_error", "http.timeout"],
  ["refused", "connection_refused", "tcp.refused"],
  ["dns", "dns_nxdomain_error", "dns.other"],
  ["certificate", "ssl_unknown_authority", "tls.mitm"],
];

function failedPages({ http, page }: Stage): readonly Scenario[] {
  return [
    ...failures.map(([name, failure, mechanism]): Scenario => ({
      name: `http-${name}`,
      plan: plan(http, failure, { control: { page } }),
      truth: blocked(mechanism, `http.${name}-control-ok`),
    })),
    {
      name: "http-other",
      plan: plan(http, "unknown_failure: invented", { control: { page } }),
      truth: plain("insufficient", "http.other-control-ok"),
    },
    {
      name: "http-unreachable",
      plan: plan(http, "host_unreachable", { control: { page } }),
      truth: plain("insufficient", "http.unreachable-control-ok"),
    },
    {
      name: "down-http",
      plan: plan(http, "connection_reset", { control: { page: "unknown_error" } }),
      truth: plain("down", "http.failed-control-failed"),
    },
  ];
}
