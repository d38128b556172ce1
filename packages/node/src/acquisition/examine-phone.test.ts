// The examiner of phones over real files: invented backups with a known truth, and hostile ones.
import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createIndicatorIndex, examinePhone, parseIndicators } from "@tocsin/phone";
import type { Coverage, ExaminerFinding } from "@tocsin/core";
import { afterAll, describe, expect, it } from "vitest";
import { makeIosBackup } from "../../../../tools/make-ios-backup.ts";
import type { InventedBackup } from "../../../../tools/make-ios-backup.ts";
import { openFolderAcquisition } from "./folder.ts";

const folder = mkdtempSync(join(tmpdir(), "tocsin-phone-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Examined {
  readonly findings: readonly ExaminerFinding[];
  readonly coverage: readonly Coverage[];
}

async function examine(path: string, indicators: Uint8Array): Promise<Examined> {
  const acquisition = openFolderAcquisition(path);
  const findings: ExaminerFinding[] = [];
  const coverage: Coverage[] = [];
  const index = createIndicatorIndex([parseIndicators(indicators, "example.stix2")]);
  for await (const output of examinePhone(acquisition, index, { acquisitionName: "example" })) {
    if (output.kind === "finding") findings.push(output.finding);
    if (output.kind === "coverage") coverage.push(output.coverage);
  }
  acquisition.close();
  return { findings, coverage };
}

const keyOf = (one: ExaminerFinding): string =>
  [one.artifact, one.meaning, one.place.file, one.place.table, one.place.row, one.value, one.time].join(
    " | ",
  );
const truthOf = (made: InventedBackup): string[] =>
  made.truth
    .map((one) => [one.artifact, one.meaning, one.file, one.table, one.row, one.value, one.time].join(" | "))
    .toSorted();

const covered = (coverage: readonly Coverage[], artifact: string): Coverage | undefined =>
  coverage.find((one) => one.artifact === artifact);

describe("an invented backup", () => {
  it.each([1, 2, 3])("gives every planted trace and nothing else (seed %i)", async (seed) => {
    const made = await makeIosBackup(join(folder, `whole ${seed}`), { messages: 1500, hostile: true, seed });
    const { findings } = await examine(made.folder, made.indicators);
    expect(findings.map(keyOf).toSorted()).toEqual(truthOf(made));
  });

  it("gives what stands only in the write-ahead log, and says that the log was read", async () => {
    const made = await makeIosBackup(join(folder, "logged"), { messages: 100, logged: 3 });
    const { findings, coverage } = await examine(made.folder, made.indicators);
    const last = made.truth.findLast((one) => one.artifact === "ios.sms");
    expect(last?.row).toBe(110);
    expect(findings.filter((one) => one.artifact === "ios.sms").map((one) => one.place.row)).toContain(110);
    expect(covered(coverage, "ios.sms.log")).toMatchObject({
      status: "read",
      note: { key: "phone.coverage.log-read" },
    });
  });

  it("loses its newest messages, and says so, when the log is damaged", async () => {
    const made = await makeIosBackup(join(folder, "bad log"), { messages: 100, logged: 3 });
    const log = join(made.folder, logOf("HomeDomain-Library/SMS/sms.db-wal"));
    const bytes = readFileSync(log);
    bytes.fill(0, 24, 32);
    writeFileSync(log, bytes);
    const { findings, coverage } = await examine(made.folder, made.indicators);
    expect(covered(coverage, "ios.sms")).toMatchObject({ status: "read", rows: 100 });
    expect(covered(coverage, "ios.sms.log")).toMatchObject({ status: "unreadable" });
    expect(findings.some((one) => one.artifact === "ios.safari")).toBe(true);
  });

  it("keeps what came before a damage, says where it stopped, and examines the rest", async () => {
    const made = await makeIosBackup(join(folder, "damaged"), { messages: 2000, logged: 0 });
    const messages = join(made.folder, made.files.sms);
    const bytes = readFileSync(messages);
    const middle = Math.floor(bytes.length / 2 / 4096) * 4096;
    bytes.fill(0xff, middle, middle + 4096);
    writeFileSync(messages, bytes);
    const { findings, coverage } = await examine(made.folder, made.indicators);
    const read = covered(coverage, "ios.sms");
    expect(read).toMatchObject({ status: "unreadable", note: { key: "phone.coverage.damaged-database" } });
    const expected = made.truth.filter(
      (one) => one.artifact === "ios.sms" && (one.row ?? 0) <= (read?.rows ?? 0),
    );
    expect(expected.length).toBeGreaterThan(10);
    expect(findings.filter((one) => one.artifact === "ios.sms")).toHaveLength(expected.length);
    expect(covered(coverage, "ios.data-usage")?.status).toBe("read");
  });

  it("is examined without its list of files, as far as names can be worked out", async () => {
    const made = await makeIosBackup(join(folder, "no list"), { messages: 50 });
    rmSync(join(made.folder, "Manifest.db"));
    const { findings, coverage } = await examine(made.folder, made.indicators);
    expect(covered(coverage, "ios.manifest")?.status).toBe("missing");
    expect(covered(coverage, "ios.sms")?.status).toBe("read");
    expect(findings.some((one) => one.artifact === "ios.sms")).toBe(true);
  });

  it("is found when the folder above it is given", async () => {
    const made = await makeIosBackup(join(folder, "above", "EXAMPLE-DEVICE"), { messages: 50 });
    const { findings } = await examine(join(folder, "above"), made.indicators);
    expect(findings).toHaveLength(made.truth.length);
    expect(findings.every((one) => one.place.file.startsWith("EXAMPLE-DEVICE/"))).toBe(true);
  });

  it("is left as it was, to the last byte and time", async () => {
    const made = await makeIosBackup(join(folder, "untouched"), { messages: 50 });
    const state = (): string[] =>
      readdirSync(made.folder, { recursive: true, encoding: "utf8" }).map((name) => {
        const { size, mtimeMs } = statSync(join(made.folder, name));
        return `${name} ${size} ${mtimeMs}`;
      });
    const before = state();
    await examine(made.folder, made.indicators);
    expect(state()).toEqual(before);
  });
});

function logOf(place: string): string {
  const name = createHash("sha1").update(place).digest("hex");
  return `${name.slice(0, 2)}/${name}`;
}

const real = resolve("../shared/data/phone/ios-backup");
const sets = resolve("../shared/data/indicators");
describe.skipIf(!existsSync(real))("a backup that a phone made", () => {
  it("is examined with every published set, without an alarm of its own", async () => {
    const acquisition = openFolderAcquisition(real);
    const names = readdirSync(sets).filter((name) => name.endsWith(".stix2"));
    const index = createIndicatorIndex(
      names.map((name) => parseIndicators(readFileSync(join(sets, name)), name)),
    );
    const outputs = [];
    for await (const output of examinePhone(acquisition, index, { acquisitionName: "real" }))
      outputs.push(output);
    acquisition.close();
    const states = outputs.flatMap((one) =>
      one.kind === "coverage" ? [`${one.coverage.artifact} ${one.coverage.status} ${one.coverage.rows}`] : [],
    );
    expect(states).toEqual([
      "ios.info read 6",
      "ios.manifest read 3721",
      "ios.sms read 1",
      "ios.safari missing 0",
      "ios.data-usage read 50",
      "ios.other-files out-of-scope 0",
    ]);
    const levels = outputs.flatMap((one) => (one.kind === "finding" ? [one.finding.level] : []));
    expect(levels.filter((level) => level !== "low")).toEqual([]);
  });
});
