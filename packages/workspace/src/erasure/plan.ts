// An erasure is planned before anybody decides: which records and files, who else is named where, what is out of reach.
import { standingOfRetention } from "@tocsin/cases";
import type { RecordId } from "@tocsin/core";
import { RecordsError, valuesOf, type RecordState, type StampedOperation } from "@tocsin/records";
import type { ErasureGround, EvidenceName } from "@tocsin/vault";
import { retentionOnFile } from "../retentions.ts";
import { readEvenTakenBack } from "../state-of.ts";
import { integerIn } from "../values.ts";
import type { ReadableWorkspace } from "../workspace.ts";
import { dutiesOver } from "./duties.ts";
import { mentionsOf, type FoundMention, type MentionOptions } from "./mentions.ts";
import { withParts } from "./parts.ts";
import { planDigests, type PlanEntry, type Sha256 } from "./plan-digest.ts";
import { labelOf, outOfReachOf, type OutOfReach } from "./reach.ts";
import { sealedFilesOf } from "./sealed-files.ts";
import { groundOf, rootsOf, type Belonging, type BelongingReason, type ErasureSubject } from "./subject.ts";

/** Plain data: it goes to the screen and comes back as a choice. */
export interface ErasurePlan {
  readonly subject: ErasureSubject;
  readonly ground: ErasureGround;
  /** Why this cannot be erased yet; null where it can. */
  readonly obstacle: ErasureObstacle | null;
  readonly records: readonly PlannedRecord[];
  /** Sealed files of the records, listings included. */
  readonly evidence: readonly PlannedFile[];
  /** Other records in which one of the people is named, in a text of today or in one that was superseded: not chosen. */
  readonly mentions: readonly PlannedMention[];
  readonly outOfReach: readonly OutOfReach[];
  /** Names the plan: every entry on every record of it, and which of them go. 64 hexadecimal characters. */
  readonly digest: string;
}

/** A consent that nobody withdrew; a retention that has not ended. */
export type ErasureObstacle = "not-withdrawn" | "not-ended";

export interface PlannedRecord {
  readonly id: RecordId;
  readonly kind: string;
  readonly label: string;
  /** Operations that were ever written on it. */
  readonly operations: number;
  readonly reason: BelongingReason;
  /** Whether it goes unless a person says otherwise. */
  readonly chosen: boolean;
  /** Retentions by which it is still to be kept: then a person decides which counts. */
  readonly keptBy: readonly RecordId[];
}

export interface PlannedFile {
  readonly record: RecordId;
  readonly name: EvidenceName;
  /** Plain bytes; null where the record does not say. */
  readonly size: number | null;
  readonly what: "bytes" | "listing";
}

export interface PlannedMention {
  readonly id: RecordId;
  readonly kind: string;
  readonly label: string;
  readonly operations: number;
  readonly fields: readonly string[];
  readonly chosen: boolean;
}

/** Where a person decides otherwise than the plan would. */
export interface ErasureChoice {
  /** Records of the plan that go too: offered ones, and those in which somebody is named. */
  readonly with?: readonly RecordId[];
  /** Records of the plan that stay. */
  readonly without?: readonly RecordId[];
}

export interface PlanErasureOptions extends MentionOptions, ErasureChoice {
  readonly sha256: Sha256;
}

/**
 * Reads the whole log once, where somebody could be named. Nothing is written. Throws `records.bad-input` where something
 * is chosen that the plan does not name.
 */
export async function planErasure(
  workspace: ReadableWorkspace,
  subject: ErasureSubject,
  options: PlanErasureOptions,
): Promise<ErasurePlan> {
  return (await planInFull(workspace, subject, options)).plan;
}

export type Histories = ReadonlyMap<RecordId, readonly StampedOperation[]>;

export interface PlanInFull {
  readonly plan: ErasurePlan;
  /** Every operation on every record of the plan. */
  readonly histories: Histories;
  readonly entries: readonly PlanEntry[];
  /** See `planDigests`. */
  readonly digests: readonly string[];
}

/** As `planErasure`, with what it was made from. */
export async function planInFull(
  workspace: ReadableWorkspace,
  subject: ErasureSubject,
  options: PlanErasureOptions,
): Promise<PlanInFull> {
  const { view, context } = workspace;
  // Which records there are is found through the tables.
  await workspace.settled(options.signal);
  const belonging = await withParts(view, await rootsOf(view, subject, context.now()));
  const except = "retention" in subject ? subject.retention : null;
  const duties = await dutiesOver(view, belonging, { now: context.now(), except });
  const states = belonging.map(({ state }) => state);
  const named = await plannedMentions(workspace, await mentionsIn(workspace, belonging, options));
  const records = belonging.map((each) => plannedRecord(workspace, each, duties.get(each.state.id) ?? []));
  const chosen = withChoice(records, named, options);
  const histories = await historiesOf(workspace, [...chosen.records, ...chosen.mentions]);
  const entries = entriesOf(chosen, histories);
  const digests = planDigests(options.sha256, { ...subject, ground: groundOf(subject) }, entries);
  const plan: ErasurePlan = {
    subject,
    ground: groundOf(subject),
    obstacle: await obstacleOf(workspace, subject),
    ...chosen,
    evidence: states.flatMap((state) => plannedFiles(state, histories.get(state.id) ?? [])),
    outOfReach: await outOfReachOf(workspace, states),
    digest: digests.at(-1) ?? "",
  };
  return { plan, histories, entries, digests };
}

async function obstacleOf(
  { view, context }: ReadableWorkspace,
  subject: ErasureSubject,
): Promise<ErasureObstacle | null> {
  const of = "consent" in subject ? subject.consent : "retention" in subject ? subject.retention : null;
  const state = of === null ? undefined : await view.read(of);
  if (state?.kind === "consent") return valuesOf(state)["withdrawn"] === undefined ? "not-withdrawn" : null;
  if (state?.kind !== "retention") return null;
  return standingOfRetention(retentionOnFile(state), context.now()) === "running" ? "not-ended" : null;
}

type Listed = Pick<ErasurePlan, "records" | "mentions">;

function withChoice(
  records: readonly PlannedRecord[],
  mentions: readonly PlannedMention[],
  { with: more = [], without = [] }: ErasureChoice,
): Listed {
  const [added, left] = [new Set(more), new Set(without)];
  const named = new Set([...records, ...mentions].map(({ id }) => id));
  if ([...added, ...left].some((id) => !named.has(id)))
    throw new RecordsError(
      "records.bad-input",
      "Cannot plan erasure: the plan does not name what was chosen",
    );
  const choose = <T extends PlannedRecord | PlannedMention>(each: T): T => ({
    ...each,
    chosen: !left.has(each.id) && (each.chosen || added.has(each.id)),
  });
  return { records: records.map(choose), mentions: mentions.map(choose) };
}

async function historiesOf(
  { view }: ReadableWorkspace,
  all: readonly { readonly id: RecordId }[],
): Promise<Histories> {
  const histories = new Map<RecordId, readonly StampedOperation[]>();
  for (const { id } of all) histories.set(id, await view.history(id));
  return histories;
}

function entriesOf({ records, mentions }: Listed, histories: Histories): readonly PlanEntry[] {
  const entries = (id: RecordId, part: PlanEntry["part"]): readonly PlanEntry[] =>
    (histories.get(id) ?? []).map(({ stamp }) => ({ record: id, stamp, part }));
  return [
    ...records.flatMap(({ id, chosen }) => entries(id, chosen ? "goes" : "offered")),
    ...mentions.flatMap(({ id, chosen }) => entries(id, chosen ? "goes" : "mention")),
  ];
}

function plannedRecord(
  workspace: ReadableWorkspace,
  { state, reason, chosen }: Belonging,
  keptBy: readonly RecordId[],
): PlannedRecord {
  const { id, kind, operations } = state;
  const label = labelOf(workspace, state);
  return { id, kind, label, operations, reason, chosen: chosen && keptBy.length === 0, keptBy };
}

function plannedFiles(state: RecordState, history: readonly StampedOperation[]): readonly PlannedFile[] {
  if (state.kind !== "evidence") return [];
  const size = integerIn(valuesOf(state)["size"]);
  return sealedFilesOf(history).map(({ name, what, size: own }) => ({
    record: state.id,
    name,
    what,
    size: own ?? (what === "bytes" ? size : null),
  }));
}

function mentionsIn(
  { vault }: ReadableWorkspace,
  belonging: readonly Belonging[],
  options: MentionOptions,
): Promise<readonly FoundMention[]> {
  const inside = new Set(belonging.map(({ state }) => state.id));
  const people = belonging.filter(({ state, chosen }) => state.kind === "person" && chosen);
  return mentionsOf(
    vault,
    people.map(({ state }) => state),
    { ...options, inside },
  );
}

async function plannedMentions(
  workspace: ReadableWorkspace,
  mentions: readonly FoundMention[],
): Promise<readonly PlannedMention[]> {
  const found = await Promise.all(
    mentions.map(async ({ record, fields }): Promise<readonly PlannedMention[]> => {
      // What was taken back still lies in the log, with every name in it.
      const state = await readEvenTakenBack(workspace.view, record);
      if (state === undefined) return [];
      const { kind, operations } = state;
      const label = labelOf(workspace, state);
      return [{ id: record, kind, label, operations, fields, chosen: false }];
    }),
  );
  return found.flat();
}
