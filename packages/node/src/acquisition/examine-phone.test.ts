// The examiner of phones over real files: invented backups with a known truth, and hostile ones.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
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

describe("an invented backup", () => {
  it("gives every planted trace and nothing else", async () => {
    const made = await makeIosBackup(join(folder, "whole"), { messages: 3000, hostile: true });
    const { findings } = await examine(made.folder, made.indicators);
    expect(findings.map(keyOf).toSorted()).toEqual(truthOf(made));
  });
});
