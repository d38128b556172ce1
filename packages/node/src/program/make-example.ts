// The example vault: the inputs of examples/ put through the real road, from evidence to a case. Nothing is canned.
import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Coverage, ExaminerFinding, ExaminerOutput, JsonObject, RecordId, Verdict } from "@tocsin/core";
import { parseLanguageText } from "@tocsin/records";
import {
  addEvidence,
  coverageToJson,
  sealedEvidenceOf,
  verdictToJson,
  type AboutEvidence,
  type Workspace,
} from "@tocsin/workspace";
import { openPathSource } from "../evidence/path-source.ts";
import { examineInWorker } from "../workers/examine-in-worker.ts";
import { sealedRequest } from "../workers/sealed-examiner.ts";
import { createProgram, type OpenProgram, type ProgramOptions } from "./open-program.ts";
import { readAssessments } from "./read-assessments.ts";
import { readDrafts } from "./read-drafts.ts";
import { readStory, type Chapter } from "./story.ts";
import { createTogether, type Together } from "./run-together.ts";
import { tellAssessments } from "./tell-assessments.ts";
import { tellDrafts } from "./tell-drafts.ts";
import { readVoices } from "./read-voices.ts";
import { readLetter, tellLetter } from "./tell-letter.ts";
import { tellVoices } from "./tell-voices.ts";
import { createTeller, type Written } from "./tell-story.ts";

/** Steps by which progress is told: `example.step.<name>` in the catalogue. */
export const exampleSteps = [
  "vault",
  "story",
  "phone",
  "measurements",
  "case",
  "countries",
  "commitments",
  "voices",
  "texts",
  "letter",
  "done",
] as const;
export type ExampleStep = (typeof exampleSteps)[number];

export interface ExampleOptions extends ProgramOptions {
  /** Folder of the inputs. */
  readonly inputs: string;
  readonly onStep?: (step: ExampleStep, done: number, total: number) => void;
  readonly worker?: URL;
}

export interface MadeExample {
  readonly program: OpenProgram;
  /** The case with which the story begins. */
  readonly case: RecordId;
}

/** Makes a fresh vault in a folder for temporary files, under a passphrase that nobody keeps; a failure leaves nothing. */
export async function makeExample(options: ExampleOptions): Promise<MadeExample> {
  const { inputs, onStep, signal } = options;
  const step = (name: ExampleStep): void => {
    signal?.throwIfAborted();
    onStep?.(name, exampleSteps.indexOf(name), exampleSteps.length - 1);
  };
  step("vault");
  const place = await mkdtemp(join(tmpdir(), "tocsin-example-"));
  const folder = join(place, "example");
  const passphrase = randomBytes(24).toString("base64url");
  let program: OpenProgram | undefined;
  try {
    program = await createProgram(folder, { ...options, passphrase, deviceName: "Example device" });
    const caseId = await tellAll({ program, options, step }, await readStory(inputs));
    step("done");
    return { program, case: caseId };
  } catch (error) {
    await program?.close();
    await rm(place, { recursive: true, force: true });
    throw error;
  }
}

interface Road {
  readonly program: OpenProgram;
  readonly options: ExampleOptions;
  readonly step: (name: ExampleStep) => void;
}

/** The first chapter has the evidence that is examined; the others are told when that is done. */
async function tellAll(road: Road, [first, ...others]: readonly Chapter[]): Promise<RecordId> {
  const { program, options, step } = road;
  const { workspace } = program;
  const { signal } = options;
  const takeIn = (file: string, values: JsonObject): Promise<RecordId> => seal(road, file, values);
  const teller = createTeller({ workspace, takeIn, ...(signal ? { signal } : {}) });
  step("story");
  if (first !== undefined) await teller.tell(first);
  const caseId = teller.recordOf("bulletin");
  step("phone");
  await keepFrom(road, teller.recordOf("phone"));
  step("measurements");
  await keepFrom(road, teller.recordOf("measurements"));
  step("case");
  await takeIntoCase(workspace, caseId);
  step("countries");
  for (const chapter of others) await teller.tell(chapter);
  step("commitments");
  const together = createTogether(workspace, signal);
  await engageAll(together, teller.written);
  await tellAssessments(
    { workspace, together, recordOf: teller.recordOf },
    await readAssessments(options.inputs),
  );
  step("voices");
  await tellVoices({ workspace, together }, await readVoices(options.inputs));
  step("texts");
  await tellDrafts({ workspace, together, ...(signal ? { signal } : {}) }, await readDrafts(options.inputs));
  step("letter");
  await tellLetter({ workspace, together }, await readLetter(options.inputs));
  return caseId;
}

const engaging: readonly string[] = ["incident", "measure", "proceeding"];

/** Each incident is held against what its acts engage, each measure and proceeding against what the rules say. */
async function engageAll(together: Together, written: readonly Written[]): Promise<void> {
  await together(
    "record.engage",
    written.flatMap(({ kind, record }) => (engaging.includes(kind) ? [{ record }] : [])),
  );
}

async function seal({ program, options }: Road, file: string, values: JsonObject): Promise<RecordId> {
  const source = await openPathSource(join(options.inputs, file));
  const { record } = await addEvidence(
    program.workspace,
    { ...source, original: `examples/${file}` },
    { about: aboutOf(values), ...(options.signal ? { signal: options.signal } : {}) },
  );
  return record;
}

/** What people say about evidence; `addEvidence` refuses whatever else a chapter gives. */
function aboutOf({ title, ...values }: JsonObject): AboutEvidence {
  return { ...values, title: parseLanguageText(title) };
}

/** Examines sealed evidence and keeps what a person would look at first: findings, and verdicts that speak of interference. */
async function keepFrom({ program, options }: Road, evidence: RecordId): Promise<void> {
  const { workspace, folder } = program;
  const coverage: Coverage[] = [];
  const findings: ExaminerFinding[] = [];
  const verdicts: Verdict[] = [];
  const take = (output: ExaminerOutput): void => {
    if (output.kind === "coverage") coverage.push(output.coverage);
    if (output.kind === "finding") findings.push(output.finding);
    if (output.kind === "verdict") verdicts.push(output.verdict);
  };
  const request = sealedRequest(folder, await sealedEvidenceOf(workspace, evidence), [
    join(options.inputs, "indicators"),
  ]);
  const { signal, worker } = options;
  await examineInWorker(request, {
    onOutput: take,
    ...(signal ? { signal } : {}),
    ...(worker ? { worker } : {}),
  });
  const interference = verdicts.filter(({ state }) => state === "blocked" || state === "likely-blocked");
  await workspace.run("examination.keep", {
    evidence,
    coverage: coverage.map(coverageToJson),
    findings: findings.map((finding) => ({
      ...finding,
      place: { ...finding.place },
      indicators: finding.indicators.map((each) => ({ ...each })),
      examiner: { ...finding.examiner },
    })),
    verdicts: interference.map(verdictToJson),
  });
}

/** The gravest finding and the strongest verdict become incidents of the case; the others wait for a person. */
async function takeIntoCase(workspace: Workspace, caseId: RecordId): Promise<void> {
  for (const [level, title] of taken) {
    const where = [{ field: "level", value: level }];
    const { rows } = await workspace.view.list({ kind: "finding", where, limit: 1 });
    const [finding] = rows;
    if (finding === undefined) continue;
    const input = { finding: finding.id, into: caseId, title: { text: title, lang: "en" } };
    await workspace.run("finding.take", input);
  }
}

/** What a person calls what was found. */
const taken = [
  ["critical", "A visit to a host of a published spyware campaign"],
  ["high", "The newspaper's site could not be reached on one network"],
] as const;
