// The example vault: the inputs of examples/ put through the real road, from evidence to a case. Nothing is canned.
import { randomBytes } from "node:crypto";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Coverage, ExaminerFinding, ExaminerOutput, JsonObject, RecordId, Verdict } from "@tocsin/core";
import {
  addEvidence,
  coverageToJson,
  sealedEvidenceOf,
  verdictToJson,
  type Workspace,
} from "@tocsin/workspace";
import { openPathSource } from "../evidence/path-source.ts";
import { examineInWorker } from "../workers/examine-in-worker.ts";
import { sealedRequest } from "../workers/sealed-examiner.ts";
import { createProgram, type OpenProgram, type ProgramOptions } from "./open-program.ts";
import { partOf, readStory, tellStory, type Story } from "./story.ts";

/** Steps by which progress is told: `example.step.<name>` in the catalogue. */
export const exampleSteps = ["vault", "story", "evidence", "phone", "measurements", "case", "done"] as const;
export type ExampleStep = (typeof exampleSteps)[number];

export interface ExampleOptions extends ProgramOptions {
  /** Folder of the inputs. */
  readonly inputs: string;
  readonly onStep?: (step: ExampleStep, done: number, total: number) => void;
  readonly worker?: URL;
}

export interface MadeExample {
  readonly program: OpenProgram;
  readonly case: RecordId;
}

/** Makes a fresh vault in a folder for temporary files, under a passphrase that nobody keeps. */
export async function makeExample(options: ExampleOptions): Promise<MadeExample> {
  const { inputs, onStep, signal } = options;
  const step = (name: ExampleStep): void => {
    signal?.throwIfAborted();
    onStep?.(name, exampleSteps.indexOf(name), exampleSteps.length - 1);
  };
  step("vault");
  const folder = join(await mkdtemp(join(tmpdir(), "tocsin-example-")), "example");
  const passphrase = randomBytes(24).toString("base64url");
  const program = await createProgram(folder, { ...options, passphrase, deviceName: "Example device" });
  try {
    step("story");
    const story = await readStory(inputs);
    const caseId = await tellStory(program.workspace, story);
    step("evidence");
    const road: Road = { program, story, options, case: caseId };
    await takeIn(road, "letter");
    const phone = await takeIn(road, "phone");
    const measurements = await takeIn(road, "measurements");
    step("phone");
    await keepFrom(road, phone);
    step("measurements");
    await keepFrom(road, measurements);
    step("case");
    await takeIntoCase(program.workspace, caseId);
    step("done");
    return { program, case: caseId };
  } catch (error) {
    await program.close();
    throw error;
  }
}

interface Road {
  readonly program: OpenProgram;
  readonly story: Story;
  readonly options: ExampleOptions;
  readonly case: RecordId;
}

async function takeIn({ program, story, options, case: caseId }: Road, name: string): Promise<RecordId> {
  const about: JsonObject = partOf(partOf(story.value, "evidence"), name);
  const textOf = (key: string): Readonly<Record<string, { text: string; lang: string }>> => {
    const value = about[key];
    const field =
      { title: "title", how: "obtainedHow", by: "obtainedBy", consent: "consentText" }[key] ?? key;
    return typeof value === "string" ? { [field]: { text: value, lang: story.lang } } : {};
  };
  const source = await openPathSource(join(options.inputs, String(about["path"])));
  const when = about["when"];
  const added = await addEvidence(
    program.workspace,
    { ...source, original: `examples/${String(about["path"])}` },
    {
      about: {
        title: { text: name, lang: "zxx" },
        ...textOf("title"),
        ...textOf("how"),
        ...textOf("by"),
        ...textOf("consent"),
        ...(typeof when === "string" ? { obtainedWhen: when } : {}),
        case: caseId,
      },
      ...(options.signal ? { signal: options.signal } : {}),
    },
  );
  return added.record;
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
async function takeIntoCase(workspace: Workspace, into: RecordId): Promise<void> {
  for (const level of ["critical", "high"]) {
    const { rows } = await workspace.view.list({
      kind: "finding",
      where: [{ field: "level", value: level }],
      limit: 1,
    });
    for (const { id } of rows) await workspace.run("finding.take", { finding: id, into });
  }
}
