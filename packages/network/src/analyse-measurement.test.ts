import { parseMeasurement } from "@tocsin/formats";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { analyseMeasurement } from "./analyse-measurement.ts";
import { rules } from "./rules/rules.ts";

function verdictOn(measurement: Record<string, unknown>) {
  const parsed = parseMeasurement(JSON.stringify({ probe_cc: "QQ", probe_asn: "AS64496", ...measurement }));
  if (parsed.kind === "refused") throw new Error(parsed.reason);
  return analyseMeasurement(parsed.measurement, { file: "made.jsonl", line: 4 });
}

const query = (hostname: string, ipv4: string | null, failure: string | null = null) => ({
  hostname,
  failure,
  answers: ipv4 === null ? null : [{ answer_type: "A", ipv4 }],
});

describe("analyseMeasurement", () => {
  it.each([
    [
      "telegram",
      { telegram_tcp_blocking: false, telegram_http_blocking: false, telegram_web_status: "ok" },
      "ok",
    ],
    [
      "telegram",
      { telegram_tcp_blocking: true, telegram_http_blocking: true, telegram_web_status: "ok" },
      "likely-blocked",
    ],
    [
      "telegram",
      { telegram_web_status: "blocked", telegram_web_failure: "connection_reset" },
      "likely-blocked",
    ],
    ["telegram", {}, "insufficient"],
    [
      "whatsapp",
      { whatsapp_endpoints_status: "ok", registration_server_status: "ok", whatsapp_web_status: "ok" },
      "ok",
    ],
    ["whatsapp", { whatsapp_endpoints_status: "blocked" }, "likely-blocked"],
    [
      "whatsapp",
      {
        whatsapp_endpoints_status: "ok",
        whatsapp_web_status: "blocked",
        whatsapp_web_failure: "http_unexpected_status_code",
      },
      "ok",
    ],
    [
      "whatsapp",
      {
        whatsapp_web_status: "blocked",
        whatsapp_web_failure: "ssl_invalid_hostname",
        queries: [query("web.whatsapp.com", "0.0.0.0")],
      },
      "likely-blocked",
    ],
    ["facebook_messenger", { facebook_dns_blocking: false, facebook_tcp_blocking: false }, "ok"],
    ["facebook_messenger", { facebook_dns_blocking: null, facebook_tcp_blocking: true }, "likely-blocked"],
    ["signal", { signal_backend_status: "ok" }, "ok"],
    [
      "signal",
      {
        signal_backend_status: "blocked",
        signal_backend_failure: "dns_nxdomain_error",
        queries: [query("storage.signal.org", null, "dns_nxdomain_error")],
      },
      "likely-blocked",
    ],
    [
      "signal",
      { signal_backend_status: "blocked", signal_backend_failure: "ssl_unknown_authority" },
      "likely-blocked",
    ],
    ["tor", { or_port_dirauth_total: 10, or_port_dirauth_accessible: 10 }, "ok"],
    ["tor", { or_port_dirauth_total: 10, or_port_dirauth_accessible: 4 }, "likely-blocked"],
    ["tor", { or_port_dirauth_total: 10, or_port_dirauth_accessible: 0 }, "likely-blocked"],
    ["tor", { or_port_dirauth_total: 10, or_port_dirauth_accessible: 7 }, "impaired"],
    ["tor", { or_port_dirauth_total: "10" }, "insufficient"],
    ["psiphon", { failure: null, bootstrap_time: 5.8 }, "ok"],
    ["psiphon", { failure: "generic_timeout_error", bootstrap_time: 0 }, "impaired"],
    ["http_header_field_manipulation", { tampering: { total: false, header_name_diff: [] } }, "ok"],
    ["http_header_field_manipulation", { tampering: { total: false, header_name_diff: ["X"] } }, "impaired"],
    ["http_invalid_request_line", { tampering: false }, "ok"],
    ["http_invalid_request_line", { tampering: true }, "impaired"],
    ["whatsapp", { whatsapp_web_status: "blocked", whatsapp_web_failure: null }, "insufficient"],
    [
      "signal",
      { signal_backend_status: "blocked", signal_backend_failure: "dns_nxdomain_error" },
      "insufficient",
    ],
    [
      "signal",
      {
        signal_backend_status: "blocked",
        signal_backend_failure: "dns_nxdomain_error",
        queries: [query("api.directory.signal.org", null, "dns_nxdomain_error")],
      },
      "insufficient",
    ],
    [
      "facebook_messenger",
      {
        facebook_dns_blocking: true,
        facebook_tcp_blocking: false,
        queries: [query("b-api.facebook.com", null, "network_unreachable")],
      },
      "insufficient",
    ],
    [
      "telegram",
      {
        telegram_tcp_blocking: true,
        telegram_web_status: "ok",
        tcp_connect: [{ ip: "149.154.175.50", port: 443, status: { failure: "network_unreachable" } }],
      },
      "insufficient",
    ],
    [
      "telegram",
      {
        telegram_tcp_blocking: true,
        telegram_web_status: "ok",
        tcp_connect: [{ ip: "149.154.175.50", port: 443, status: { failure: "generic_timeout_error" } }],
      },
      "likely-blocked",
    ],
    [
      "tor",
      {
        or_port_dirauth_total: 10,
        or_port_dirauth_accessible: 0,
        targets: { a: { failure: "host_unreachable" }, b: { failure: "network_unreachable" } },
      },
      "insufficient",
    ],
    [
      "http_header_field_manipulation",
      {
        tampering: { total: true, header_name_diff: [] },
        requests: [{ failure: "eof_error", response: { code: 0 } }],
      },
      "insufficient",
    ],
    [
      "http_header_field_manipulation",
      {
        failure: "json_parse_error",
        tampering: { total: true, header_name_diff: [] },
        requests: [{ failure: null, response: { code: 200 } }],
      },
      "impaired",
    ],
    [
      "http_invalid_request_line",
      { tampering: false, failure_list: ["generic_timeout_error", "generic_timeout_error"] },
      "insufficient",
    ],
    ["dash", { failure: null }, "not-analysed"],
    ["constructor", {}, "not-analysed"],
  ])("reads %s %j as %s", (test_name, test_keys, state) => {
    const verdict = verdictOn({ test_name, test_keys });
    expect(verdict.state).toBe(state);
    expect(verdict.rules.length > 0).toBe(state !== "not-analysed");
  });

  it("is never sure of blocking in a test that has no control", () => {
    expect(
      rules.filter((rule) => rule.id.startsWith("test.")).every((rule) => (rule.weights.blocked ?? 0) < 0.95),
    ).toBe(true);
  });

  it.each([null, {}, undefined])(
    "finds a web measurement with test keys %j insufficient, never fine",
    (test_keys) => {
      const verdict = verdictOn({ test_name: "web_connectivity", report_id: "x", test_keys });
      expect(verdict.state).toBe("insufficient");
      expect(verdict.rules.map(({ id }) => id)).toContain("measurement.empty");
    },
  );

  it("names place, network and time", () => {
    const verdict = verdictOn({
      test_name: "dash",
      test_keys: {},
      measurement_start_time: "2026-03-01 12:00:00",
    });
    expect(verdict).toMatchObject({
      file: "made.jsonl",
      line: 4,
      country: "QQ",
      network: "AS64496",
      time: "2026-03-01T12:00:00Z",
    });
  });

  it("gives a verdict on whatever stands in the fields", () => {
    const names = [
      "web_connectivity",
      "telegram",
      "whatsapp",
      "signal",
      "tor",
      "facebook_messenger",
      "http_header_field_manipulation",
    ];
    const step = fc.dictionary(
      fc.constantFrom(
        "failure",
        "answers",
        "status",
        "ip",
        "port",
        "address",
        "request",
        "response",
        "tags",
        "server_name",
        "engine",
        "hostname",
      ),
      fc.oneof(fc.jsonValue(), fc.constantFrom("10.0.0.1:443", "connection_reset", "198.51.100.7")),
    );
    const keys = fc.dictionary(
      fc.constantFrom(
        "queries",
        "tcp_connect",
        "tls_handshakes",
        "requests",
        "control",
        "control_failure",
        "blocking",
        "tampering",
        "or_port_dirauth_total",
        "dns_experiment_failure",
      ),
      fc.oneof(fc.jsonValue(), fc.array(step, { maxLength: 4 }), step),
    );
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.webUrl(), keys, (test_name, input, test_keys) => {
        const verdict = verdictOn({ test_name, input, test_keys });
        expect(verdict.rules.every(({ id }) => rules.some((rule) => rule.id === id))).toBe(true);
      }),
      { numRuns: 400, seed: 1 },
    );
  });
});

describe("the rules", () => {
  it("have an id of their own each, and overrule only what exists", () => {
    const ids = rules.map((rule) => rule.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const rule of rules) expect(ids).toEqual(expect.arrayContaining([...(rule.overrules ?? [])]));
  });

  it("name a mechanism whenever they are enough for blocking", () => {
    expect(
      rules.filter((rule) => (rule.weights.blocked ?? 0) >= 0.6 && rule.mechanism === undefined),
    ).toEqual([]);
  });
});
