// The example vault: the inputs of examples/ put through the real road, from evidence to a case. Nothing is canned.
import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Coverage, ExaminerFinding, ExaminerOutput, JsonObject, RecordId, Verdict } from "@tocsin/core";
import type { LanguageText } from "@tocsin/records";
import { addEvidence, coverageToJson, sealedEvidenceOf, verdictToJson } from "@tocsin/workspace";
import { openPathSource } from "../evidence/path-source.ts";
import { examineInWorker } from "../workers/examine-in-worker.ts";
import { sealedRequest } from "../workers/sealed-examiner.ts";
import { createProgram, type OpenProgram, type ProgramOptions } from "./open-program.ts";
import { partOf, readStory, tellIncidents, tellPeople, type Story, type Told } from "./story.ts";

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
    step("story");
    const story = await readStory(inputs);
    const told = await tellPeople(program.workspace, story);
    const road: Road = { program, story, options, told };
    step("evidence");
    const evidence = new Map<string, RecordId>();
    for (const name of ["letter", "phone", "measurements"]) evidence.set(name, await takeIn(road, name));
    await tellIncidents(program.workspace, story, { ...told, evidence });
    step("phone");
    await keepFrom(road, evidence.get("phone"));
    step("measurements");
    await keepFrom(road, evidence.get("measurements"));
    step("case");
    await takeIntoCase(road);
    step("done");
    return { program, case: told.case };
  } catch (error) {
    await program?.close();
    await rm(place, { recursive: true, force: true });
    throw error;
  }
}

interface Road {
  readonly program: OpenProgram;
  readonly story: Story;
  readonly options: ExampleOptions;
  readonly told: Told;
}

async function takeIn({ program, story, options, told }: Road, name: string): Promise<RecordId> {
  const about: JsonObject = partOf(partOf(story.value, "evidence"), name);
  const stringOf = (key: string): string => {
    const value = about[key];
    return typeof value === "string" ? value : "";
  };
  const textOf = (field: string, key: string): Readonly<Record<string, LanguageText>> =>
    stringOf(key) === "" ? {} : { [field]: { text: stringOf(key), lang: story.lang } };
  const source = await openPathSource(join(options.inputs, stringOf("path")));
  const consent = told.consents.get(stringOf("consentOf"));
  const added = await addEvidence(
    program.workspace,
    { ...source, original: `examples/${stringOf("path")}` },
    {
      about: {
        title: { text: stringOf("title"), lang: story.lang },
        ...textOf("obtainedHow", "how"),
        ...textOf("obtainedBy", "by"),
        ...textOf("consentText", "consent"),
        ...(stringOf("when") === "" ? {} : { obtainedWhen: stringOf("when") }),
        ...(consent === undefined ? {} : { consent }),
        case: told.case,
      },
      ...(options.signal ? { signal: options.signal } : {}),
    },
  );
  return added.record;
}

/** Examines sealed evidence and keeps what a person would look at first: findings, and verdicts that speak of interference. */
async function keepFrom({ program, options }: Road, evidence: RecordId | undefined): Promise<void> {
  if (evidence === undefined) return;
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
async function takeIntoCase({ program, story, told }: Road): Promise<void> {
  const { workspace } = program;
  const titles = partOf(story.value, "taken");
  for (const { level, title } of [
    { level: "critical", title: titles["phone"] },
    { level: "high", title: titles["measurements"] },
  ]) {
    const page = await workspace.view.list({
      kind: "finding",
      where: [{ field: "level", value: level }],
      limit: 1,
    });
    const [finding] = page.rows;
    if (!finding || typeof title !== "string") continue;
    const input = { finding: finding.id, into: told.case, title: { text: title, lang: story.lang } };
    await workspace.run("finding.take", input);
  }
}
