import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Coverage, ExaminerOutput, Verdict } from "@tocsin/core";
import { english } from "@tocsin/language";
import { afterAll, describe, expect, it } from "vitest";
import { analyseMeasurementFile, type MeasurementFileOptions } from "./analyse-measurement-file.ts";
import { isMeasurementFile } from "./is-measurement-file.ts";

const folder = mkdtempSync(join(tmpdir(), "measurements-"));
afterAll(() => rmSync(folder, { recursive: true }));

const measurement = (host: string) => ({
  test_name: "web_connectivity",
  input: `https://${host}.example/`,
  measurement_start_time: "2026-03-01 12:00:00",
  test_keys: { requests: [] },
});
const line = (host: string): string => JSON.stringify(measurement(host));

async function* chunksOf(...parts: readonly (string | Uint8Array)[]): AsyncGenerator<Uint8Array> {
  for (const part of parts) yield typeof part === "string" ? Buffer.from(part) : part;
}

async function analyse(
  source: Parameters<typeof analyseMeasurementFile>[0],
  options: Omit<MeasurementFileOptions, "onOutput"> = {},
) {
  const verdicts: Verdict[] = [];
  const coverage: Coverage[] = [];
  const onOutput = (output: ExaminerOutput): void => {
    if (output.kind === "verdict") verdicts.push(output.verdict);
    if (output.kind === "coverage") coverage.push(output.coverage);
  };
  const summary = await analyseMeasurementFile(source, { name: "given", ...options, onOutput });
  const refusals = coverage.flatMap(({ note }) =>
    note === undefined ? [] : [[note.key, note.values?.["line"]]],
  );
  for (const [key] of refusals) expect(Object.keys(english)).toContain(key);
  return {
    verdicts,
    coverage,
    refusals,
    summary,
    places: verdicts.map((verdict) => [verdict.input, verdict.line]),
  };
}

describe("analyseMeasurementFile", () => {
  it("gives a verdict a line, with its place, and counts each test", async () => {
    const text = `${line("a")}\r\n\n${line("b")}\n${JSON.stringify({ test_name: "dash", test_keys: {} })}`;
    const { places, coverage, summary } = await analyse(chunksOf(text));
    expect(places).toEqual([
      ["https://a.example/", 1],
      ["https://b.example/", 3],
      [null, 4],
    ]);
    expect(coverage).toEqual([
      { acquisition: "given", file: "given", artifact: "ooni.web_connectivity", status: "read", rows: 2 },
      { acquisition: "given", file: "given", artifact: "ooni.dash", status: "read", rows: 1 },
    ]);
    expect(summary).toEqual({ measurements: 3, refused: 0 });
  });

  it("reads lines however the bytes are cut", async () => {
    const bytes = Buffer.from(`${line("é")}\n${line("b")}\n`);
    const single = Array.from(bytes, (byte) => Uint8Array.of(byte));
    expect((await analyse(chunksOf(...single))).places).toHaveLength(2);
  });

  it.each([0, 2, "\t"])(
    "takes an object over many lines, indented by %j, for one measurement",
    async (indent) => {
      const text = JSON.stringify(measurement("a"), null, indent);
      const { places, refusals } = await analyse(
        chunksOf(`\ufeff${text}\n${JSON.stringify(measurement("b"), null, 2)}\n${line("c")}`),
      );
      expect(refusals).toEqual([]);
      expect(places.map(([input]) => input)).toEqual([
        "https://a.example/",
        "https://b.example/",
        "https://c.example/",
      ]);
    },
  );

  it("goes on after a line that is cut off, and after one that is no measurement", async () => {
    const { places, refusals } = await analyse(
      chunksOf(`${line("a").slice(0, 40)}\n${line("b")}\nnot json\n{"a":1}\n[1]\n${line("c")}\n{"open": `),
    );
    expect(places).toEqual([
      ["https://b.example/", 2],
      ["https://c.example/", 6],
    ]);
    expect(refusals).toEqual([
      ["network.coverage.not-json", 1],
      ["network.coverage.not-json", 3],
      ["network.coverage.not-a-measurement", 4],
      ["network.coverage.not-a-measurement", 5],
      ["network.coverage.not-json", 7],
    ]);
  });

  it("refuses a measurement of 200 MB in one line with its place, holds no more than a line, and goes on", async () => {
    async function* endless(): AsyncGenerator<Uint8Array> {
      yield Buffer.from(`${line("a")}\n{"test_name":"web_connectivity","test_keys":{"x":"`);
      const block = Buffer.alloc(1 << 20, "x");
      for (let done = 0; done < 200; done += 1) yield block;
      yield Buffer.from(`"}}\n${line("b")}\n`);
    }
    const before = process.memoryUsage().arrayBuffers;
    const { places, refusals } = await analyse(endless());
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(64 << 20);
    expect(refusals).toEqual([["network.coverage.too-large", 2]]);
    expect(places.map(([, at]) => at)).toEqual([1, 3]);
  });

  it("refuses an object over many lines that grows over the limit, and goes on after it", async () => {
    const long = JSON.stringify(
      { ...measurement("a"), more: Array.from({ length: 500 }, () => "x".repeat(50)) },
      null,
      1,
    );
    const { places, refusals } = await analyse(chunksOf(`${long}\n${line("b")}\n`), {
      limits: { maximumSize: 4_096 },
    });
    expect(refusals).toEqual([["network.coverage.too-large", 1]]);
    expect(places.map(([input]) => input)).toEqual(["https://b.example/"]);
  });

  it("reads gzip, also of several members", async () => {
    const { places } = await analyse(chunksOf(gzipSync(`${line("a")}\n`), gzipSync(`${line("b")}\n`)));
    expect(places).toHaveLength(2);
  });

  it("keeps what is in a small gzip that is cut off", async () => {
    const packed = gzipSync(`${line("a")}\n${line("b")}\n${"x".repeat(90)}\n`).subarray(0, -12);
    const { places, refusals } = await analyse(chunksOf(packed));
    expect(places).toHaveLength(2);
    expect(refusals.at(-1)?.[0]).toBe("network.coverage.gzip-broken");
    const path = join(folder, "spoilt.gz");
    writeFileSync(path, packed);
    expect(await isMeasurementFile(path)).toBe(true);
  });

  it.each([
    ["in one line", (items: readonly string[]) => `[${items.join(",")}]`, [1, 1, 1]],
    ["one a line", (items: readonly string[]) => `\ufeff[\r\n${items.join(",\r\n")}\r\n]\r\n`, [2, 3, 4]],
    ["one list a line", (items: readonly string[]) => items.map((item) => `[${item}]`).join("\n"), [1, 2, 3]],
    [
      "before a line",
      ([first, second, third]: readonly string[]) => `[${first},${second}]\n${third}`,
      [1, 1, 2],
    ],
  ])("takes each element of a list %s for a measurement", async (_how, write, expected) => {
    const text = write([line('q"],[{\\'), line("b"), line("c")]);
    const whole = await analyse(chunksOf(text));
    expect(whole.refusals).toEqual([]);
    expect(whole.places.map(([, at]) => at)).toEqual(expected);
    const single = Array.from(Buffer.from(text), (byte) => Uint8Array.of(byte));
    expect((await analyse(chunksOf(...single))).places).toEqual(whole.places);
  });

  it("takes a list that a printer spread over many lines apart", async () => {
    const text = JSON.stringify([measurement("a"), measurement("b")], null, 2);
    const { places, refusals } = await analyse(chunksOf(text));
    expect(refusals).toEqual([]);
    expect(places.map(([input]) => input)).toEqual(["https://a.example/", "https://b.example/"]);
  });

  it("passes over elements of a list that are too large or no measurements, and goes on", async () => {
    const long = JSON.stringify({ ...measurement("a"), more: "x".repeat(5_000) });
    const { places, refusals } = await analyse(
      chunksOf(`[${long},\n 5, [[]],\n${line("b")},\n{"a":"open\n},\n${line("c")},\n{"cut`),
      { limits: { maximumSize: 4_096 } },
    );
    expect(places).toEqual([
      ["https://b.example/", 3],
      ["https://c.example/", 6],
    ]);
    expect(refusals).toEqual([
      ["network.coverage.too-large", 1],
      ["network.coverage.not-a-measurement", 2],
      ["network.coverage.not-a-measurement", 2],
      ["network.coverage.not-json", 4],
      ["network.coverage.not-json", 7],
    ]);
  });

  it("goes on after a first line that opens a list and never closes it", async () => {
    const { places, refusals } = await analyse(chunksOf(`["cut off\n${line("a")}\n${line("b")}\n`));
    expect(places.map(([, at]) => at)).toEqual([2, 3]);
    expect(refusals).toEqual([["network.coverage.not-json", 1]]);
  });

  it("says of an empty list that it is empty", async () => {
    expect((await analyse(chunksOf(" [ ]\n"))).coverage.map(({ status }) => status)).toEqual(["empty"]);
  });

  it("keeps what came before the end of a truncated gzip, and says that it is cut off", async () => {
    const lines = Array.from({ length: 3_000 }, (_, at) => line(`site-${Math.sin(at)}`)).join("\n");
    const packed = gzipSync(lines);
    const { verdicts, refusals } = await analyse(chunksOf(packed.subarray(0, packed.length / 2)));
    expect(verdicts.length).toBeGreaterThan(100);
    expect(refusals.map(([key]) => key)).toEqual(["network.coverage.gzip-broken"]);
  });

  it("stops at a gzip that unpacks to far more than it holds, by ratio and by size", async () => {
    const bomb = gzipSync(Buffer.alloc(32 << 20, "\n"));
    const byRatio = await analyse(chunksOf(bomb), { limits: { ratioFrom: 1 << 20 } });
    expect(byRatio.refusals.map(([key]) => key)).toEqual(["network.coverage.gzip-bomb"]);
    const bySize = await analyse(chunksOf(bomb), { limits: { maximumBytes: 1 << 20 } });
    expect(bySize.refusals.map(([key]) => key)).toEqual(["network.coverage.too-large"]);
  });

  it("says of an empty file that it is empty, and of a missing one that it is missing", async () => {
    expect((await analyse(chunksOf("\n \n"))).coverage.map(({ status }) => status)).toEqual(["empty"]);
    expect((await analyse(join(folder, "none"))).coverage.map(({ status }) => status)).toEqual(["missing"]);
    expect((await analyse(folder)).coverage.map(({ status }) => status)).toEqual(["unreadable"]);
  });

  it("names refused lines up to a limit and counts the rest", async () => {
    const { coverage, summary } = await analyse(chunksOf("x\n".repeat(250)));
    expect(summary.refused).toBe(250);
    expect(coverage).toHaveLength(101);
    expect(coverage.at(-1)?.note).toEqual({ key: "network.coverage.more-refused", values: { count: 150 } });
  });

  it("uses the name of a test for an artifact only when it looks like one", async () => {
    const odd = JSON.stringify({ test_name: "../../etc", test_keys: {} });
    expect((await analyse(chunksOf(odd))).coverage[0]?.artifact).toBe("ooni.measurement");
  });

  it("stops with the reason of its signal", async () => {
    const controller = new AbortController();
    async function* stopping(): AsyncGenerator<Uint8Array> {
      yield Buffer.from(`${line("a")}\n`);
      controller.abort(new Error("enough"));
      yield Buffer.from(`${line("b")}\n`);
    }
    await expect(analyse(stopping(), { signal: controller.signal })).rejects.toThrow("enough");
  });

  it("lets a fault of the one who listens through", async () => {
    const onOutput = (): void => {
      throw new RangeError("full");
    };
    await expect(analyseMeasurementFile(chunksOf(line("a")), { onOutput })).rejects.toThrow("full");
  });
});

describe("isMeasurementFile", () => {
  it.each([
    ["a line", line("a"), true],
    ["many lines", JSON.stringify(measurement("a"), null, 2), true],
    ["gzip", gzipSync(line("a")), true],
    ["a broken line first", `broken\n${line("a")}`, true],
    ["another JSON", '{"hello": 1}', false],
    ["a list", `[${line("a")}]`, true],
    ["a list over many lines", JSON.stringify([measurement("a")], null, 2), true],
    ["text", "test_keys", false],
    ["nothing", "", false],
    ["broken gzip", gzipSync(line("a")).subarray(0, 12), false],
  ])("knows %s", async (name, content, expected) => {
    const path = join(folder, name);
    writeFileSync(path, content);
    expect(await isMeasurementFile(path)).toBe(expected);
  });

  it("is false for what is not there", async () => {
    expect(await isMeasurementFile(join(folder, "none"))).toBe(false);
  });
});
