// A small story for tests of erasing: who gave what under which consent, and what hangs on it.
import type { RecordId } from "@tocsin/core";
import { addEvidence } from "../evidence.ts";
import { createSmallWorkspace, piecesOf, sha256Of, type SmallWorkspace } from "../small-workspace.fake.ts";
import type { ErasurePlan } from "./plan.ts";

export interface Story {
  readonly small: SmallWorkspace;
  readonly case: RecordId;
  readonly person: RecordId;
  readonly other: RecordId;
  readonly consent: RecordId;
  readonly evidence: RecordId;
  readonly derived: RecordId;
  readonly finding: RecordId;
  readonly entry: RecordId;
  readonly alone: RecordId;
  readonly together: RecordId;
  readonly involvements: readonly RecordId[];
}

export async function evidenceOf(
  { workspace }: SmallWorkspace,
  text: string,
  about: { readonly consent?: RecordId; readonly parent?: RecordId; readonly case?: RecordId },
): Promise<RecordId> {
  const listing = { text: `${sha256Of(text)}  a.txt\n`, files: 1 };
  const { record } = await addEvidence(
    workspace,
    {
      mediaType: "application/x-tar",
      original: null,
      stream: () => piecesOf(text),
      listing: () => listing,
    },
    { about: { title: { text: `Folder with ${text}`, lang: "en" }, ...about } },
  );
  return record;
}

/** Two people, one of whom gave evidence under a consent and has withdrawn it. */
export async function tellStory(): Promise<Story> {
  const small = await createSmallWorkspace();
  const caseId = await small.create("case", { title: "Two editors" });
  const person = await small.create("person", { name: "Wanda Example" });
  const other = await small.create("person", { name: "Robin Other" });
  const consent = await small.create("consent", {
    scope: "My phone, for documentation",
    person,
    case: caseId,
    uses: ["documentation"],
    given: "2026-01-01",
  });
  const evidence = await evidenceOf(small, "messages", { consent, case: caseId });
  const derived = await evidenceOf(small, "output", { parent: evidence });
  const finding = await small.create("finding", { title: "A link", evidence: derived, case: caseId });
  const entry = await small.create("custody", { event: "received", evidence });
  const alone = await small.create("incident", { title: "She was called", case: caseId });
  const together = await small.create("incident", { title: "Both were stopped", case: caseId });
  const involvements: RecordId[] = [];
  for (const [who, incident] of [
    [person, alone],
    [person, together],
    [other, together],
  ] as const)
    involvements.push(await small.create("involvement", { role: "defender", person: who, incident }));
  await small.make("record.change", { record: person, patch: { country: { set: "FR" } } });
  await small.make("consent.withdraw", { consent });
  return {
    small,
    case: caseId,
    person,
    other,
    consent,
    evidence,
    derived,
    finding,
    entry,
    alone,
    together,
    involvements,
  };
}

export function chosenIn({ records }: ErasurePlan): ReadonlySet<RecordId> {
  return new Set(records.filter(({ chosen }) => chosen).map(({ id }) => id));
}
