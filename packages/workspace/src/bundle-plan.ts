// What a bundle would let out, decided before anything is written: records, operations, exhibits, and whose names.
import type { Json, RecordId } from "@tocsin/core";
import { valuesOf, type Change, type StampedOperation } from "@tocsin/records";
import { sealedFilesIn, type EvidenceInfo, type EvidenceName, type OperationPlace } from "@tocsin/vault";
import { type BundleChoice, type Chosen, chooseForBundle } from "./bundle-choice.ts";
import { createNameCheck, type NameAtRisk } from "./bundle-names.ts";
import { placeOf } from "./positions.ts";
import { stringIn, textIn } from "./values.ts";
import type { LookAtFile } from "./library/files/file-look.ts";
import { filesAtRisk } from "./redaction/files-at-risk.ts";
import { listedNames } from "./redaction/listed-names.ts";
import type { Workspace } from "./workspace.ts";
import type { EarlierNotice } from "./earlier-notice.ts";
import { noticeEarlier, wholeFields } from "./earlier-releases.ts";

export interface PlannedRecord {
  readonly id: RecordId;
  readonly kind: string;
  readonly title: string;
  readonly operations: number;
}

export interface PlannedOperation extends OperationPlace {
  readonly record: RecordId;
  readonly kind: string;
  readonly act: string;
  /** Milliseconds since 1970, as the writer claimed. */
  readonly at: number;
  /** Fields that the operation sets or changes: all of them leave with it. */
  readonly fields: readonly string[];
  /** Those of them that are guarded or sensitive by their definition. */
  readonly guarded: readonly string[];
  readonly names: readonly RecordId[];
}

export interface PlannedExhibit extends OperationPlace {
  readonly record: RecordId;
  readonly title: string;
  readonly part: "bytes" | "listing";
  readonly name: EvidenceName;
  readonly mediaType: string;
  readonly sha256: string;
  readonly size: number;
}

export interface BundlePlan {
  readonly audience: BundleChoice["audience"];
  readonly case: RecordId | null;
  readonly records: readonly PlannedRecord[];
  readonly operations: readonly PlannedOperation[];
  readonly exhibits: readonly PlannedExhibit[];
  /** Names that would leave although no consent covers the audience, and what endangers somebody. */
  readonly names: readonly NameAtRisk[];
  /** What earlier releases and this bundle together would reveal. */
  readonly earlier: readonly EarlierNotice[];
  /** Plain bytes of the exhibits. */
  readonly bytes: number;
}

export interface PlanOptions {
  /** Looks through each PDF; without it, each counts as saying more than it shows. */
  readonly lookAtFile?: LookAtFile | undefined;
  readonly signal?: AbortSignal;
}

/** Nothing is written. Throws `records.not-found`, `records.bad-input`, `workspace.newer-record`. */
export async function planBundle(
  workspace: Workspace,
  choice: BundleChoice,
  options: PlanOptions = {},
): Promise<BundlePlan> {
  return (await planWithSecrets(workspace, choice, options)).plan;
}

/** A plan with what opens its exhibits and where its operations stand. */
export interface SecretPlan {
  readonly plan: BundlePlan;
  readonly chosen: Chosen;
  readonly files: readonly EvidenceInfo[];
}

export async function planWithSecrets(
  workspace: Workspace,
  choice: BundleChoice,
  { lookAtFile, signal }: PlanOptions,
): Promise<SecretPlan> {
  // Which records belong together, and which consents were withdrawn, is found through the tables.
  await workspace.settled(signal);
  const chosen = await chooseForBundle(workspace, choice, signal);
  const caseId = choice.case ?? null;
  const { audience } = choice;
  const looking = { lookAtFile, signal };
  const files = audience === "internal" ? undefined : await filesAtRisk(workspace, chosen.records, looking);
  const listed = audience === "internal" ? undefined : await listedNames(workspace, chosen.records, signal);
  const outside = files === undefined || listed === undefined ? {} : { files, listed };
  const about = { audience, case: caseId, signal, ...outside };
  const check = await createNameCheck(workspace, about);
  const risks = new Map<RecordId, NameAtRisk>();
  const operations = chosen.operations.map((each) => {
    const names = check.namesIn(each);
    // A name is told before a risk of the same record: it can be one that nobody may let out.
    for (const risk of names)
      if (!lesser.has(risk.reason) || !risks.has(risk.record)) risks.set(risk.record, risk);
    return plannedOperation(workspace, each, names);
  });
  const sealed = chosen.operations.flatMap((each) => sealedBy(workspace, chosen, each));
  const exhibits = sealed.map(({ exhibit }) => exhibit);
  const earlier = await earlierOf(workspace, { audience, chosen, named: check.named, signal });
  const plan: BundlePlan = {
    audience,
    case: caseId,
    records: plannedRecords(workspace, chosen),
    operations,
    exhibits,
    names: [...risks.values()],
    earlier,
    bytes: exhibits.reduce((sum, { size }) => sum + size, 0),
  };
  return { plan, chosen, files: sealed.map(({ file }) => file) };
}

const lesser: ReadonlySet<string> = new Set(["risk", "identifier", "metadata", "document", "redacted"]);

interface BesideEarlier {
  readonly audience: BundleChoice["audience"];
  readonly chosen: Chosen;
  readonly named: ReadonlySet<RecordId>;
  readonly signal: AbortSignal | undefined;
}

async function earlierOf(
  workspace: Workspace,
  { audience, chosen: { records }, named, signal }: BesideEarlier,
): Promise<readonly EarlierNotice[]> {
  const fields = wholeFields(workspace.registry);
  const ids = records.map(({ id }) => id);
  return noticeEarlier(workspace, { audience, fields, records: ids, named, isWhole: true, signal });
}

function plannedRecords(workspace: Workspace, { records, operations }: Chosen): readonly PlannedRecord[] {
  return records.map((state) => ({
    id: state.id,
    kind: state.kind,
    title: titleOf(workspace, state),
    operations: operations.filter(({ operation }) => operation.record === state.id).length,
  }));
}

function titleOf({ registry }: Workspace, state: Chosen["records"][number]): string {
  const label = registry.kinds.get(state.kind)?.options.label;
  const value = label === undefined ? undefined : valuesOf(state)[label];
  return textIn(value)?.text ?? stringIn(value) ?? "";
}

function plannedOperation(
  { registry }: Workspace,
  { stamp, operation }: StampedOperation,
  names: readonly NameAtRisk[],
): PlannedOperation {
  const definitions = registry.kinds.get(operation.kind)?.fields ?? {};
  const fields = Object.keys(operation.patch);
  return {
    ...placeOf(stamp),
    record: operation.record,
    kind: operation.kind,
    act: operation.act,
    at: stamp.at,
    fields,
    guarded: fields.filter((name) => {
      const field = definitions[name];
      return field === undefined || field.guard !== undefined || field.sensitive === true;
    }),
    names: names.map(({ record }) => record),
  };
}

interface SealedFile {
  readonly exhibit: PlannedExhibit;
  readonly file: EvidenceInfo;
}

/** The sealed files that an operation on evidence records: its bytes, and the listing of a folder. */
function sealedBy(
  workspace: Workspace,
  { records }: Chosen,
  { stamp, operation }: StampedOperation,
): readonly SealedFile[] {
  const state = records.find(({ id }) => id === operation.record);
  if (operation.kind !== "evidence" || state === undefined) return [];
  return sealedFilesIn(setIn(operation.patch["sealed"])).map((file, at) => {
    const { name, sha256, size } = file;
    const mediaType = at === 0 ? stringIn(valuesOf(state)["mediaType"]) : "text/plain";
    const exhibit: PlannedExhibit = {
      ...placeOf(stamp),
      record: operation.record,
      title: titleOf(workspace, state),
      part: at === 0 ? "bytes" : "listing",
      name,
      mediaType: mediaType ?? "application/octet-stream",
      sha256,
      size,
    };
    return { exhibit, file };
  });
}

function setIn(change: Change | undefined): Json {
  return change !== undefined && "set" in change ? change.set : null;
}
