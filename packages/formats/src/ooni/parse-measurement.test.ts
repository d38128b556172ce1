import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { encodeEndpoint, parseEndpoint } from "./endpoint.ts";
import { defaultOoniLimits } from "./limits.ts";
import { measureNesting } from "./nesting.ts";
import { parseMeasurement } from "./parse-measurement.ts";
import { byteLengthOf, textOf } from "./text.ts";

function read(value: unknown) {
  const parsed = parseMeasurement(JSON.stringify(value));
  if (parsed.kind === "refused") throw new Error(parsed.reason);
  return parsed.measurement;
}

const web = (test_keys: unknown) => read({ test_name: "web_connectivity", test_keys });

describe("parseMeasurement", () => {
  it("reads the header, and takes unknown networks and countries for absent", () => {
    const header = { test_name: "tor", test_keys: {}, probe_cc: "qq", probe_asn: "AS64496" };
    expect(read({ ...header, measurement_start_time: "2026-03-01 12:00:00" })).toMatchObject({
      testName: "tor",
      country: "QQ",
      network: "AS64496",
      time: "2026-03-01T12:00:00Z",
      notes: [],
    });
    expect(read({ ...header, probe_cc: "ZZ", probe_asn: "AS0" })).toMatchObject({
      country: null,
      network: null,
    });
    expect(read({ ...header, measurement_start_time: "2026-13-41 12:00:00" }).notes).toEqual([
      { path: "measurement_start_time", problem: "bad-time" },
    ]);
  });

  it("reads a failure that is false as success with a note, and any other wrong type as failure", () => {
    const connection = (failure: unknown) => ({ ip: "198.51.100.7", port: 80, status: { failure } });
    const { observed, notes } = web({ tcp_connect: [connection(false), connection(7), connection(null)] });
    expect(observed.connections.map(({ failure }) => failure)).toEqual([null, "unreadable_failure", null]);
    expect(notes).toEqual([{ path: "test_keys.tcp_connect[].status.failure", problem: "wrong-type" }]);
  });

  it("reads bytes in base64, in headers of both spellings and in bodies", () => {
    const value = { format: "base64", data: "aGVsbG8=" };
    const requests = [
      {
        response: {
          headers: { A: "first", B: value },
          headers_list: [["a", "listed"], "broken"],
          body: value,
        },
      },
      { response: { body: { format: "base64", data: "//4=" } } },
      { response: { body: { format: "base64", data: "%%%" } } },
    ];
    const [first, second, third] = web({ requests }).observed.requests;
    expect([...(first?.headers ?? [])].map(([name, text]) => [name, textOf(text)])).toEqual([
      ["a", "listed"],
      ["b", "hello"],
    ]);
    expect([textOf(first?.body ?? ""), byteLengthOf(first?.body ?? "")]).toEqual(["hello", 5]);
    expect([textOf(second?.body ?? ""), byteLengthOf(second?.body ?? "")]).toEqual(["\u00ff\u00fe", 2]);
    expect(textOf(third?.body ?? "")).toBe("");
  });

  it("reads tags of 0.5, and does without in older measurements", () => {
    const tagged = (tags: unknown) => web({ queries: [{ tags }] }).observed.queries[0]?.tags;
    expect(tagged(["classic", "depth=2", "fetch_body=false"])).toEqual({
      depth: 2,
      isClassic: true,
      isFetch: false,
    });
    expect(tagged(["depth=0"])).toEqual({ depth: 0, isClassic: false, isFetch: true });
    expect(tagged(["tcptls_experiment"])).toEqual({ depth: 0, isClassic: null, isFetch: true });
    expect(tagged(["depth=-1", 5])).toEqual({ depth: 0, isClassic: null, isFetch: true });
  });

  it("takes an empty control for none", () => {
    expect(web({ control: {} }).observed.control).toBe(null);
    expect(web({ control: { dns: { addrs: [], failure: null } } }).observed.control?.dns?.addresses).toEqual(
      [],
    );
  });

  it("notes a field once however often it is wrong, and cuts endless lists", () => {
    const { observed, notes } = web({ queries: Array.from({ length: 2_500 }, () => 5) });
    expect(observed.queries).toEqual([]);
    expect(notes).toEqual([
      { path: "test_keys.queries", problem: "cut-off" },
      { path: "test_keys.queries[]", problem: "wrong-type" },
    ]);
  });

  it("lets the last of two equal keys count", () => {
    const parsed = parseMeasurement(
      '{"test_name":"tor","test_name":"dash","test_keys":null,"__proto__":{"probe_cc":"QQ"}}',
    );
    expect(parsed).toMatchObject({
      kind: "measurement",
      measurement: { testName: "dash", testKeys: null, country: null },
    });
  });

  it.each([
    ["", "not-json"],
    ["NaN", "not-json"],
    ['{"test_name":"tor","test_keys":NaN}', "not-json"],
    ['{"test_name":"tor","test_keys":{}', "not-json"],
    ["[]", "not-a-measurement"],
    ["null", "not-a-measurement"],
    ['{"test_keys":{}}', "not-a-measurement"],
    ['{"test_name":"tor"}', "not-a-measurement"],
    [`${"[".repeat(100_000)}`, "too-deep"],
    [`{"a":${"[".repeat(65)}${"]".repeat(65)}}`, "too-deep"],
    [`[${"[],".repeat(300_000)}[]]`, "too-many-values"],
  ])("refuses %#", (text, reason) => {
    expect(parseMeasurement(text)).toEqual({ kind: "refused", reason });
  });

  it("refuses by size before it looks at the text", () => {
    const limits = { ...defaultOoniLimits, maximumSize: 10 };
    expect(parseMeasurement(new Uint8Array(11), limits)).toEqual({ kind: "refused", reason: "too-large" });
  });

  it("reads bytes that are not UTF-8", () => {
    const bytes = Buffer.from('{"test_name":"tor","test_keys":{"a":"\xff\xfe"}}', "latin1");
    expect(parseMeasurement(bytes).kind).toBe("measurement");
  });

  it("never throws on a measurement with any value in any place", () => {
    const names = ["test_keys", "input", "probe_cc", "probe_asn", "measurement_start_time", "test_version"];
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...names), fc.jsonValue()), (fields) => {
        expect(["measurement", "refused"]).toContain(
          parseMeasurement(JSON.stringify({ test_name: "x", ...fields })).kind,
        );
      }),
      { numRuns: 300, seed: 2 },
    );
  });

  it("never throws on any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
        expect(parseMeasurement(text).kind).toBe("refused");
      }),
      { numRuns: 300, seed: 3 },
    );
  });
});

describe("measureNesting", () => {
  it("counts what JSON nests, whatever stands in its strings", () => {
    const depthOf = (value: unknown): number =>
      typeof value === "object" && value !== null ? 1 + Math.max(0, ...Object.values(value).map(depthOf)) : 0;
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const nesting = measureNesting(JSON.stringify(value));
        expect([nesting.open, nesting.deepest]).toEqual([0, depthOf(value)]);
      }),
      { numRuns: 300, seed: 4 },
    );
  });

  it("goes on from where a line before ended", () => {
    expect(measureNesting("}}", 2).open).toBe(0);
    expect(measureNesting('{"a\\\\":["\\"]"').open).toBe(2);
  });
});

describe("endpoints", () => {
  it.each(["198.51.100.7:443", "[2001:db8::7]:80"])("of %s are read and written alike", (text) => {
    const endpoint = parseEndpoint(text);
    expect(endpoint && encodeEndpoint(endpoint.address, endpoint.port)).toBe(text);
  });

  it.each(["", ":80", "host:", "host:99999", "host", "[]:1"])("are not read from %j", (text) => {
    expect(parseEndpoint(text)).toBe(null);
  });
});
