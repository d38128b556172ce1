import { existsSync, mkdirSync, readdirSync, readlinkSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeIosBackup } from "../tools/make-ios-backup.ts";
import { makeEveryScenario } from "../tools/make-measurements.ts";
import { createPlace, type Ended, type Place } from "./cli-process.ts";

const shared = resolve(import.meta.dirname, "../../shared/data");
let place: Place;
const at = (name: string): string => join(place.folder, name);

beforeAll(async () => {
  place = createPlace();
  const { indicators } = await makeIosBackup(at("parent/backup"), { messages: 200, every: 20 });
  mkdirSync(at("indicators"));
  writeFileSync(at("indicators/good.stix2"), indicators);
  writeFileSync(at("indicators/broken.stix2"), '{"type": "bundle", "objects": [');
  const lines = makeEveryScenario(1);
  const linesOf = (states: readonly string[]): string =>
    lines
      .filter(({ truth }) => states.includes(truth.state))
      .map(({ line }) => `${line}\n`)
      .join("");
  mkdirSync(at("measurements/deeper"), { recursive: true });
  writeFileSync(at("measurements/blocked.jsonl"), linesOf(["blocked"]));
  writeFileSync(at("measurements/deeper/ok.jsonl.gz"), gzipSync(linesOf(["ok"])));
  writeFileSync(at("measurements/README"), "About these files.");
  writeFileSync(at("ok.jsonl"), linesOf(["ok"]));
  writeFileSync(at("letter.txt"), "Dear colleagues, nothing here was measured.");
});
afterAll(() => place.remove());

interface Document {
  readonly tool: { readonly name: string; readonly version: string };
  readonly consent: string;
  readonly coverage: readonly {
    readonly acquisition: string;
    readonly artifact: string;
    readonly status: string;
    readonly rows: number;
  }[];
  readonly findings: readonly {
    readonly type: string;
    readonly level: string;
    readonly artifact: string;
    readonly place: { readonly file: string; readonly table?: string; readonly row?: number };
    readonly indicators: readonly { readonly campaign: string }[];
  }[];
  readonly verdicts: readonly { readonly file: string; readonly line: number; readonly state: string }[];
}

const documentOf = ({ out }: Ended): Document => JSON.parse(out);

describe("tocsin examine", { timeout: 120_000 }, () => {
  it("prints one JSON document of the documented shape for a phone, and ends with 10", async () => {
    const ended = await place.run(["examine", "parent", "--indicators", "indicators", "--json"]);
    expect([ended.code, ended.said]).toEqual([10, ""]);
    const { tool, consent, coverage, findings, verdicts } = documentOf(ended);
    expect(tool).toEqual({ name: "tocsin", version: expect.stringMatching(/^\d+\.\d+\.\d+$/) });
    expect([consent, verdicts]).toEqual(["not recorded", []]);
    for (const line of coverage)
      expect(line).toMatchObject({
        acquisition: expect.any(String),
        artifact: expect.any(String),
        status: expect.stringMatching(/^(?:read|missing|empty|unreadable|out-of-scope)$/),
        rows: expect.any(Number),
      });
    const link = findings.find(({ artifact }) => artifact === "ios.sms");
    expect(link).toMatchObject({
      type: expect.stringMatching(/^indicator\./),
      level: expect.stringMatching(/^(?:critical|high|medium|low|info)$/),
      place: { file: expect.any(String), table: "message", row: expect.any(Number) },
      time: expect.stringMatching(/Z$/),
      value: expect.any(String),
      indicators: expect.arrayContaining([
        { campaign: expect.any(String), source: "good.stix2", pattern: expect.stringMatching(/^\[/) },
      ]),
    });
  });

  it("does not end like an examination with all lists when one that was named is not there", async () => {
    const ended = await place.run(["examine", "ok.jsonl", "--indicators", "no-such-list", "--json"]);
    expect(ended.code).toBe(66);
    expect(documentOf(ended).verdicts.length).toBeGreaterThan(0);
    expect(ended.said).toContain("no-such-list");
  });

  it("does not say that nothing was found in a backup that nobody could read", async () => {
    const { files } = await makeIosBackup(at("sealed"), { messages: 3, logged: 0 });
    for (const name of ["Manifest.db", ...Object.values(files)])
      writeFileSync(at(`sealed/${name}`), Buffer.alloc(4096, 7));
    const ended = await place.run(["examine", "sealed", "--json"]);
    expect(ended.code).toBe(65);
    expect(documentOf(ended).coverage.some(({ status }) => status === "unreadable")).toBe(true);
    expect(ended.said).toContain("nothing of it could be read");
  });

  it("says which set of indicators is broken, and uses the others", async () => {
    const ended = await place.run(["examine", "parent/backup", "--indicators", "indicators", "--json"]);
    const sets = documentOf(ended).coverage.filter(({ artifact }) => artifact === "indicators");
    expect(sets.map(({ acquisition, status }) => [acquisition, status])).toEqual([
      ["indicators/broken.stix2", "unreadable"],
      ["indicators/good.stix2", "read"],
    ]);
    expect(documentOf(ended).findings.some(({ indicators }) => indicators.length > 0)).toBe(true);
  });

  it("says that without indicators next to nothing can be recognised", async () => {
    const { coverage } = documentOf(await place.run(["examine", "parent/backup", "--json"]));
    expect(coverage).toContainEqual({
      acquisition: "parent/backup",
      artifact: "indicators",
      status: "missing",
      rows: 0,
      note: { key: "cli.coverage.no-indicators" },
    });
    const words = await place.run(["examine", "parent/backup"]);
    expect(words.out).toContain("No indicators were given");
    expect(words.out).not.toMatch(/\bis clean\b(?!.)/);
  });

  it("tells people what was looked at before what was found, and never draws a bar on a pipe", async () => {
    const { out, said } = await place.run(["examine", "parent", "--indicators", "indicators"]);
    const order = ["Consent", "What was looked at", "What was found", "Can mean", "Harmless"].map((words) =>
      out.indexOf(words),
    );
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(Math.min(...order)).toBeGreaterThanOrEqual(0);
    expect(said).toBe("");
  });

  it("reads folders of measurements by what is in the files, packed or not", async () => {
    const ended = await place.run(["examine", "measurements", "--json"]);
    expect(ended.code).toBe(10);
    const { coverage, verdicts } = documentOf(ended);
    const files = new Set(verdicts.map(({ file }) => file));
    expect([...files]).toEqual(["measurements/blocked.jsonl", "measurements/deeper/ok.jsonl.gz"]);
    expect(coverage).toContainEqual(
      expect.objectContaining({ acquisition: "measurements/README", status: "out-of-scope" }),
    );
    const words = await place.run(["examine", "measurements"]);
    expect(words.out).toContain("[Blocked] web_connectivity");
  });

  it("ends with 0 when nothing was found", async () => {
    const ended = await place.run(["examine", "ok.jsonl", "--json"]);
    expect([ended.code, ended.said]).toEqual([0, ""]);
    expect(new Set(documentOf(ended).verdicts.map(({ state }) => state))).toEqual(new Set(["ok"]));
  });

  it("names a path that is nothing known or not there, and examines the others", async () => {
    expect((await place.run(["examine", "nowhere"])).code).toBe(66);
    expect((await place.run(["examine", "letter.txt"])).code).toBe(65);
    const some = await place.run(["examine", "letter.txt", "ok.jsonl", "nowhere", "--json"]);
    expect(some.code).toBe(65);
    expect(some.said).toContain("letter.txt");
    expect(some.said).toContain("nowhere");
    expect(documentOf(some).verdicts.length).toBeGreaterThan(0);
    const statuses = documentOf(some).coverage.map(({ acquisition, status }) => `${acquisition} ${status}`);
    expect(statuses).toContain("nowhere missing");
    expect(statuses).toContain("letter.txt unreadable");
    const found = await place.run(["examine", "nowhere", "measurements", "--json"]);
    expect([found.code, found.said.includes("nowhere")]).toEqual([10, true]);
  });

  it("writes nothing anywhere", async () => {
    const before = place.listing();
    await place.run(["examine", "parent", "measurements", "nowhere", "--indicators", "indicators"]);
    await place.run(["examine", "parent", "measurements", "--indicators", "indicators", "--json"]);
    expect(place.listing()).toEqual(before);
  });

  it("survives a reader that stops reading", async () => {
    const running = place.start(["examine", "parent", "measurements", "--indicators", "indicators"]);
    running.child.stdout?.destroy();
    expect([10, null]).toContain((await running.ended).code);
  });

  it.skipIf(process.platform !== "linux")("ends at once with 130 and no result at Ctrl C", async () => {
    const [line = ""] = makeEveryScenario(2).map((made) => made.line);
    writeFileSync(at("long.jsonl"), `${line}\n`.repeat(Math.ceil(80_000_000 / line.length)));
    const running = place.start(["examine", "long.jsonl", "--json"]);
    // When the file is open the examination has begun.
    while (!hasOpen(running.child.pid, "long.jsonl"))
      await new Promise((resolve_) => {
        setImmediate(resolve_);
      });
    running.child.kill("SIGINT");
    const ended = await running.ended;
    expect([ended.code, ended.out]).toEqual([130, ""]);
    expect(ended.said).toContain("Stopped");
  });
});

function hasOpen(pid: number | undefined, name: string): boolean {
  const folder = `/proc/${pid ?? 0}/fd`;
  try {
    return readdirSync(folder).some((each) => isLinkTo(join(folder, each), name));
  } catch {
    return false;
  }
}

function isLinkTo(path: string, name: string): boolean {
  try {
    return readlinkSync(path).endsWith(name);
  } catch {
    return false;
  }
}

describe("real input", () => {
  it.skipIf(!existsSync(shared)).each(["phone/ios-backup", "network/measurements"])(
    "of %s is examined, with all published indicators, without an error",
    async (name) => {
      const lists = ["dns", "http"].flatMap((part) => [
        "--fingerprints",
        join(shared, `network/fingerprints/fingerprints_${part}.csv`),
      ]);
      const indicators = ["--indicators", join(shared, "indicators")];
      const ended = await place.run(["examine", join(shared, name), ...indicators, ...lists, "--json"]);
      expect([0, 10]).toContain(ended.code);
      const { coverage, findings, verdicts } = documentOf(ended);
      expect(coverage.length).toBeGreaterThan(5);
      expect(findings.length + verdicts.length + coverage.length).toBeGreaterThan(20);
    },
  );
});
