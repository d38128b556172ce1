import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Coverage, ExaminerFinding, ExaminerOutput, RecordId, Verdict } from "@tocsin/core";
import { addEvidence, sealedEvidenceOf, type EvidenceSource } from "@tocsin/workspace";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeIosBackup, type InventedBackup } from "../../../../tools/make-ios-backup.ts";
import { createIntake } from "../evidence/intake-source.ts";
import { openPathSource } from "../evidence/path-source.ts";
import { createProgram, type OpenProgram } from "../program/open-program.ts";
import type { ExamineRequest } from "./examine-in-worker.ts";
import { createMeasurementExaminer } from "./measurement-examiner.ts";
import { createPhoneExaminer } from "./phone-examiner.ts";
import { createSealedExaminer, sealedRequest, type SealedToExamine } from "./sealed-examiner.ts";
import { runExaminers } from "./worker-examiner.ts";

const root = resolve(import.meta.dirname, "../../../..");
const garden = join(root, "examples/measurements/garden.jsonl");
const folder = mkdtempSync(join(tmpdir(), "tocsin-sealed-"));
const indicators = join(folder, "example.stix2");
let program: OpenProgram;
let made: InventedBackup;

beforeAll(async () => {
  made = await makeIosBackup(join(folder, "backup"), { messages: 300 });
  writeFileSync(indicators, made.indicators);
  const cost = { memoryKib: 8, passes: 1, lanes: 1 };
  program = await createProgram(join(folder, "vault"), {
    passphrase: "a long sentence",
    deviceName: "d",
    cost,
  });
});
afterAll(async () => {
  await program.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Examined {
  readonly findings: readonly ExaminerFinding[];
  readonly verdicts: readonly Verdict[];
  readonly coverage: readonly Coverage[];
}

/** What the worker does, in this thread. */
async function examine(request: ExamineRequest): Promise<Examined> {
  const outputs: ExaminerOutput[] = [];
  const creators = [createSealedExaminer, createPhoneExaminer, createMeasurementExaminer];
  for await (const output of runExaminers({ settings: {}, ...request }, creators)) outputs.push(output);
  return {
    findings: outputs.flatMap((output) => (output.kind === "finding" ? [output.finding] : [])),
    verdicts: outputs.flatMap((output) => (output.kind === "verdict" ? [output.verdict] : [])),
    coverage: outputs.flatMap((output) => (output.kind === "coverage" ? [output.coverage] : [])),
  };
}

const inClear = (path: string): Promise<Examined> => examine({ paths: [path], indicatorPaths: [indicators] });
const add = async (source: EvidenceSource): Promise<RecordId> => {
  const about = { title: { text: "Evidence", lang: "en" } };
  return (await addEvidence(program.workspace, source, { about })).record;
};
const sealedOf = async (path: string): Promise<SealedToExamine> =>
  sealedEvidenceOf(program.workspace, await add(await openPathSource(path)));
const examineSealed = (sealed: SealedToExamine): Promise<Examined> =>
  examine(sealedRequest(program.folder, sealed, [indicators]));
const fileOf = ({ bytes }: SealedToExamine): string => join(program.folder, "evidence", `${bytes.name}.age`);

/** Without the name of the acquisition: a path in clear, a title in the vault. */
const coverageIn = ({ coverage }: Examined): readonly string[] =>
  coverage.map(({ artifact, status, rows, file, sha256, note }) =>
    [artifact, status, rows, artifact.startsWith("indicators") ? "" : file, sha256, note?.key].join(" "),
  );

describe("evidence that lies sealed", () => {
  it("gives exactly the findings and coverage of the clear backup", async () => {
    const [clear, sealed] = [await inClear(made.folder), await examineSealed(await sealedOf(made.folder))];
    expect(clear.findings.length).toBe(made.truth.length);
    expect(sealed.findings).toEqual(clear.findings);
    expect(coverageIn(sealed)).toEqual(coverageIn(clear));
  });

  it("gives them too when the folder was dropped in a browser, under its name", async () => {
    const intake = createIntake({ single: false, firstName: "phone/Info.plist" });
    const adding = add(intake.source);
    const source = await openPathSource(made.folder);
    const archive: Uint8Array[] = [];
    for await (const piece of source.stream()) archive.push(piece);
    const all = Buffer.concat(archive);
    for (const line of (source.listing()?.text ?? "").split("\n").filter(Boolean)) {
      const { path, offset, size } = JSON.parse(line) as { path: string; offset: number; size: number };
      const content = (async function* () {
        yield all.subarray(offset, offset + size);
      })();
      await intake.put({ path: `phone/${path}`, size, content });
    }
    intake.finish();
    const sealed = await sealedEvidenceOf(program.workspace, await adding);
    const [found, clear] = [await examineSealed(sealed), await inClear(made.folder)];
    expect(found.findings.map(({ value, type }) => [type, value])).toEqual(
      clear.findings.map(({ value, type }) => [type, value]),
    );
  });

  it("gives the verdicts of a file of measurements, alone and in a folder among other files", async () => {
    const alone = await examineSealed(await sealedOf(garden));
    const clear = await inClear(garden);
    const plain = ({ verdicts }: Examined): readonly unknown[] =>
      verdicts.map((verdict) => ({ ...verdict, file: "" }));
    expect(clear.verdicts.length).toBeGreaterThan(3);
    expect(plain(alone)).toEqual(plain(clear));
    const mixed = join(folder, "mixed");
    cpSync(garden, join(mixed, "no-ending"), { recursive: true });
    writeFileSync(join(mixed, "note.txt"), "nothing to measure");
    writeFileSync(join(mixed, "other.json"), "{}");
    const inFolder = await examineSealed(await sealedOf(mixed));
    expect(plain(inFolder)).toEqual(plain(clear));
    const others = inFolder.coverage.filter(({ artifact }) => artifact === "file");
    expect(others.map(({ file, status }) => [file, status])).toEqual([
      ["note.txt", "out-of-scope"],
      ["other.json", "out-of-scope"],
    ]);
  });

  it("says that nobody knows what a letter is", async () => {
    const { coverage } = await examineSealed(
      await sealedOf(join(root, "examples/letters/court-summons.txt")),
    );
    expect(coverage).toMatchObject([
      { status: "unreadable", note: { key: "phone.coverage.not-recognised" } },
    ]);
  });

  it("says that it cannot be read with a wrong passphrase, or without its file", async () => {
    const sealed = await sealedOf(made.folder);
    const wrong = { ...sealed, bytes: { ...sealed.bytes, passphrase: "A".repeat(43) } };
    const missing = { ...sealed, bytes: { ...sealed.bytes, name: "0".repeat(32) } };
    for (const each of [wrong, missing])
      expect(await examineSealed(each)).toEqual({
        findings: [],
        verdicts: [],
        coverage: [
          {
            acquisition: "Evidence",
            artifact: "acquisition",
            status: "unreadable",
            rows: 0,
            note: { key: "phone.coverage.unreadable-file" },
          },
        ],
      });
  });

  it("goes on past altered bytes, and says in its coverage what could not be read", async () => {
    const sealed = await sealedOf(made.folder);
    const whole = await examineSealed(sealed);
    const bytes = readFileSync(fileOf(sealed));
    const middle = Math.floor(bytes.length / 2);
    bytes[middle] = (bytes[middle] ?? 0) ^ 1;
    writeFileSync(fileOf(sealed), bytes);
    const altered = await examineSealed(sealed);
    expect(altered.coverage.length).toBeGreaterThan(2);
    expect(altered.coverage.filter(({ status }) => status === "unreadable").length).toBeGreaterThan(0);
    const known = whole.findings.map((finding) => JSON.stringify(finding));
    for (const finding of altered.findings) expect(known).toContain(JSON.stringify(finding));
    expect(altered.findings.length).toBeLessThan(whole.findings.length);
  });

  it("says where a file of measurements stops being readable", async () => {
    const long = join(folder, "long.jsonl");
    writeFileSync(long, readFileSync(garden, "utf8").repeat(60));
    const sealed = await sealedOf(long);
    const bytes = readFileSync(fileOf(sealed));
    bytes[bytes.length - 9] = (bytes.at(-9) ?? 0) ^ 1;
    writeFileSync(fileOf(sealed), bytes);
    const { coverage, verdicts } = await examineSealed(sealed);
    expect(coverage.some(({ status }) => status === "unreadable")).toBe(true);
    expect(verdicts.length).toBeLessThan((await inClear(long)).verdicts.length);
  });
});
