// The examiner over an acquisition in memory: each part on its own, without a database engine.
import { createHash } from "node:crypto";
import type { Coverage, ExaminerFinding } from "@tocsin/core";
import { describe, expect, it } from "vitest";
import { writeAttributedText } from "../../../tools/ios-backup/attributed-text-writer.ts";
import { writeIndicators } from "../../../tools/ios-backup/indicators-writer.ts";
import { writeBinaryPropertyList } from "../../../tools/ios-backup/property-list-writer.ts";
import type { Acquisition } from "./acquisition.ts";
import { createMemoryAcquisition } from "./acquisition.fake.ts";
import type { FakeTable } from "./acquisition.fake.ts";
import { examinePhone, isPhoneAcquisition } from "./examine-phone.ts";
import { createIndicatorIndex } from "./indicators/indicator-index.ts";
import { parseIndicators } from "./indicators/parse-indicators.ts";
import { appleTimeToIso } from "./ios/apple-time.ts";

const sha1 = (text: string): string => createHash("sha1").update(text).digest("hex");
const stored = (place: string): string => `${sha1(place).slice(0, 2)}/${sha1(place)}`;
const smsFile = stored("HomeDomain-Library/SMS/sms.db");
const index = createIndicatorIndex([parseIndicators(writeIndicators(), "example.stix2")]);

interface Parts {
  readonly messages?: FakeTable;
  readonly files?: ReadonlyMap<string, Uint8Array>;
  readonly root?: string;
  readonly entries?: FakeTable["rows"];
}

const message = (
  row: number,
  text: string | null,
  more: { body?: Uint8Array; date?: number | bigint; sent?: number } = {},
) => [row, text, more.body ?? null, more.date ?? 0, more.sent ?? 0] as const;
const messagesOf = (...rows: readonly ReturnType<typeof message>[]): FakeTable => ({
  columns: ["text", "attributedBody", "date", "is_from_me"],
  rows: rows.map((row) => [...row]),
});

function make({ messages, files = new Map(), root = "", entries = [] }: Parts): Acquisition {
  const columns = ["fileID", "domain", "relativePath", "flags", "file"];
  const databases = new Map<string, ReadonlyMap<string, FakeTable>>([
    [`${root}Manifest.db`, new Map([["Files", { columns, rows: entries }]])],
  ]);
  if (messages !== undefined) databases.set(root + smsFile, new Map([["message", messages]]));
  const all = new Map([[`${root}Info.plist`, writeBinaryPropertyList({})], ...files]);
  const digest = (name: string, bytes: Uint8Array): string => createHash(name).update(bytes).digest("hex");
  return createMemoryAcquisition({ files: all, databases, digest });
}

async function examine(
  acquisition: Acquisition,
): Promise<{ findings: ExaminerFinding[]; coverage: Coverage[] }> {
  const findings: ExaminerFinding[] = [];
  const coverage: Coverage[] = [];
  for await (const output of examinePhone(acquisition, index, { acquisitionName: "example" })) {
    if (output.kind === "finding") findings.push(output.finding);
    if (output.kind === "coverage") coverage.push(output.coverage);
  }
  return { findings, coverage };
}

const covered = (coverage: readonly Coverage[], artifact: string): Coverage | undefined =>
  coverage.find((one) => one.artifact === artifact);

describe("messages", () => {
  it("tell links that were received from links that were sent", async () => {
    const acquisition = make({
      messages: messagesOf(
        message(4, "https://example-bad.test/"),
        message(9, "https://example-bad.test/", { sent: 1 }),
      ),
    });
    const { findings } = await examine(acquisition);
    expect(findings.map((one) => [one.place.row, one.meaning, one.level])).toEqual([
      [4, "link.received", "high"],
      [9, "link.sent", "medium"],
    ]);
  });

  it("give the host alone, with every campaign, and never the text", async () => {
    const text = "Example secret words https://a.example-bad.test/token?secret=1 more";
    const { findings, coverage } = await examine(make({ messages: messagesOf(message(1, text)) }));
    expect(findings[0]?.value).toBe("a.example-bad.test");
    expect(findings[0]?.indicators.map((one) => one.campaign)).toEqual([
      "Example Campaign One",
      "Example Campaign Two",
    ]);
    expect(JSON.stringify([findings, coverage])).not.toMatch(/secret|token/);
  });

  it("keep the time to the millisecond, in nanoseconds and in seconds", async () => {
    const bad = "https://example-bad.test/";
    const { findings } = await examine(
      make({
        messages: messagesOf(
          message(1, bad, { date: 788_918_400_123_456_789n }),
          message(2, bad, { date: 788_918_400 }),
          message(3, bad, { date: 2n ** 63n - 1n }),
          message(4, bad, { date: 0 }),
        ),
      }),
    );
    expect(findings.map((one) => one.time)).toEqual([
      "2026-01-01T00:00:00.123Z",
      "2026-01-01T00:00:00.000Z",
      "2293-04-11T23:47:16.854Z",
      null,
    ]);
    expect(appleTimeToIso(1e300)).toBeNull();
  });

  it("count bodies that cannot be read instead of passing over them", async () => {
    const body = writeAttributedText("https://example-bad.test/");
    const { findings, coverage } = await examine(
      make({
        messages: messagesOf(
          message(1, null, { body }),
          message(2, null, { body: new Uint8Array([1, 2, 3]) }),
        ),
      }),
    );
    expect(findings.map((one) => one.place.row)).toEqual([1]);
    expect(covered(coverage, "ios.sms")).toMatchObject({
      status: "read",
      rows: 2,
      note: { key: "phone.coverage.bodies-unreadable", values: { count: 1 } },
    });
  });

  it("are read from tables that lack columns", async () => {
    const messages: FakeTable = { columns: ["text"], rows: [[5, "www.example-bad.test"]] };
    const { findings } = await examine(make({ messages }));
    expect(findings.map((one) => [one.meaning, one.time])).toEqual([["link.received", null]]);
  });
});

describe("coverage", () => {
  it("says what was missing, empty or unreadable, and goes on", async () => {
    const usage = stored("WirelessDomain-Library/Databases/DataUsage.sqlite");
    const history = stored("HomeDomain-Library/Safari/History.db");
    const files = new Map([
      [usage, new Uint8Array(0)],
      [history, new TextEncoder().encode("no database")],
    ]);
    const { coverage } = await examine(make({ messages: messagesOf(), files }));
    const states = coverage.map((one) => `${one.artifact} ${one.status} ${one.note?.key ?? ""}`);
    expect(states).toEqual([
      "ios.info read ",
      "ios.manifest empty ",
      "ios.sms empty ",
      "ios.safari unreadable phone.coverage.not-a-database",
      "ios.data-usage empty phone.coverage.empty-file",
    ]);
  });

  it("tells a file that the list names from one that it does not", async () => {
    const listed = [
      1,
      sha1("HomeDomain-Library/SMS/sms.db"),
      "HomeDomain",
      "Library/SMS/sms.db",
      1,
      null,
    ] as const;
    const { coverage } = await examine(make({ entries: [listed] }));
    expect(covered(coverage, "ios.sms")?.note?.key).toBe("phone.coverage.not-stored");
    expect(covered(coverage, "ios.data-usage")?.note?.key).toBe("phone.coverage.not-listed");
    expect(covered(coverage, "ios.other-files")).toMatchObject({ status: "out-of-scope" });
  });

  it("says that an encrypted backup was not read, and what to do", async () => {
    const files = new Map([
      ["Manifest.db", new Uint8Array(4096).fill(7)],
      ["Manifest.plist", writeBinaryPropertyList({ IsEncrypted: true })],
    ]);
    const { coverage, findings } = await examine(make({ files }));
    expect(findings).toEqual([]);
    expect(covered(coverage, "ios.sms")).toMatchObject({
      status: "unreadable",
      note: { key: "phone.coverage.encrypted" },
    });
  });

  it("trusts the header of a backup that was decrypted and still says it is encrypted", async () => {
    const files = new Map([["Manifest.plist", writeBinaryPropertyList({ IsEncrypted: true })]]);
    const { findings } = await examine(
      make({ files, messages: messagesOf(message(1, "http://192.0.2.66/")) }),
    );
    expect(findings.map((one) => one.type)).toEqual(["indicator.ip"]);
  });

  it("finds the backup one folder down, and says when there is none", async () => {
    const below = make({ root: "EXAMPLE/", messages: messagesOf(message(1, "example-bad.test")) });
    expect(isPhoneAcquisition(below)).toBe(true);
    expect((await examine(below)).findings[0]?.place.file).toBe(`EXAMPLE/${smsFile}`);
    const nothing = make({ root: "too/deep/" });
    expect(isPhoneAcquisition(nothing)).toBe(false);
    expect((await examine(nothing)).coverage[0]?.note?.key).toBe("phone.coverage.not-a-backup");
  });

  it("reports a file that changed while it was examined", async () => {
    const acquisition = make({ messages: messagesOf(message(1, "nothing")) });
    let asked = 0;
    const restless: Acquisition = {
      ...acquisition,
      sha256: (path) => `${acquisition.sha256(path)}${(asked += 1)}`,
    };
    const { findings } = await examine(restless);
    expect(findings.map((one) => one.type)).toContain("evidence.changed");
  });

  it("stops when it is told to", async () => {
    const acquisition = make({});
    const signal = AbortSignal.abort(new Error("stopped by the test"));
    const outputs = examinePhone(acquisition, index, { acquisitionName: "example", signal });
    await expect(outputs.next()).rejects.toThrow("stopped by the test");
  });
});

describe("the list of files", () => {
  it("reports names that do not follow from paths, and never opens what they point at", async () => {
    const row = (number: number, fileId: string, path: string): FakeTable["rows"][number] => [
      number,
      fileId,
      "HomeDomain",
      path,
      1,
      null,
    ];
    const entries = [
      row(1, sha1("HomeDomain-a"), "a"),
      row(2, "f".repeat(40), "b"),
      row(3, "../../../../etc/passwd", "c"),
      row(4, sha1("HomeDomain-../d"), "../d"),
      row(5, "F".repeat(40), "e"),
    ];
    const acquisition = make({ entries });
    const asked: string[] = [];
    const watched: Acquisition = {
      ...acquisition,
      read: (path, offset, length) => {
        asked.push(path);
        return acquisition.read(path, offset, length);
      },
    };
    const { findings } = await examine(watched);
    expect(findings.map((one) => [one.place.row, one.type])).toEqual([
      [2, "manifest.mismatch"],
      [3, "manifest.climbing"],
      [4, "manifest.climbing"],
      [5, "manifest.mismatch"],
    ]);
    expect(asked.filter((path) => path.includes(".."))).toEqual([]);
  });

  it("counts a flood of them instead of repeating itself", async () => {
    const entries = Array.from(
      { length: 5000 },
      (_, i) => [i + 1, "0".repeat(40), "HomeDomain", `x${i}`, 1, null] as const,
    );
    const { findings, coverage } = await examine(make({ entries }));
    expect(findings.length).toBeLessThan(300);
    expect(covered(coverage, "ios.manifest")?.note).toEqual({
      key: "phone.coverage.many-mismatches",
      values: { count: 5000 },
    });
  });

  it("compares the path that a file has on the device", async () => {
    const row = (number: number, domain: string, path: string): FakeTable["rows"][number] => [
      number,
      sha1(`${domain}-${path}`),
      domain,
      path,
      1,
      null,
    ];
    const entries = [
      row(1, "HomeDomain", "Library/Example/planted.bin"),
      row(2, "HomeDomain", "Library/Example/planted.bin/inside"),
      row(3, "HomeDomain", "Library/Example/planted.binary"),
      row(4, "RootDomain", "Library/Example/planted.bin"),
    ];
    const { findings } = await examine(make({ entries }));
    expect(findings.map((one) => [one.place.row, one.meaning])).toEqual([
      [1, "file.seen"],
      [2, "file.seen"],
    ]);
  });
});
