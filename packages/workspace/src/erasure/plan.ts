// An erasure is planned before anybody decides: which records and files, who else is named where, what is out of reach.
import type { RecordId } from "@tocsin/core";
import { valuesOf, type RecordState } from "@tocsin/records";
import type { ErasureGround, EvidenceName } from "@tocsin/vault";
import { integerIn } from "../values.ts";
import type { Workspace } from "../workspace.ts";
import { dutiesOver } from "./duties.ts";
import { mentionsOf, type FoundMention, type MentionOptions } from "./mentions.ts";
import { withParts } from "./parts.ts";
import { labelOf, outOfReachOf, type OutOfReach } from "./reach.ts";
import { sealedFilesOf } from "./sealed-files.ts";
import { groundOf, rootsOf, type Belonging, type BelongingReason, type ErasureSubject } from "./subject.ts";

/** Plain data: it goes to the screen and comes back as a choice. */
export interface ErasurePlan {
  readonly subject: ErasureSubject;
  readonly ground: ErasureGround;
  readonly records: readonly PlannedRecord[];
  /** Sealed files of the records, listings included. */
  readonly evidence: readonly PlannedFile[];
  /** Other records in which one of the people is named, in a text of today or in one that was superseded: not chosen. */
  readonly mentions: readonly PlannedMention[];
  readonly outOfReach: readonly OutOfReach[];
}

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
}

/** Reads the whole log once, where somebody could be named. Nothing is written. */
export async function planErasure(
  workspace: Workspace,
  subject: ErasureSubject,
  options: MentionOptions = {},
): Promise<ErasurePlan> {
  const { view, vault, context } = workspace;
  // Which records there are is found through the tables.
  await workspace.settled(options.signal);
  const belonging = await withParts(view, await rootsOf(view, subject, context.now()));
  const except = "retention" in subject ? subject.retention : null;
  const duties = await dutiesOver(view, belonging, { now: context.now(), except });
  const states = belonging.map(({ state }) => state);
  const inside = new Set(states.map(({ id }) => id));
  const people = belonging.filter(({ state, chosen }) => state.kind === "person" && chosen);
  const mentions = await mentionsOf(
    vault,
    people.map(({ state }) => state),
    { ...options, inside },
  );
  return {
    subject,
    ground: groundOf(subject),
    records: belonging.map((each) => plannedRecord(workspace, each, duties.get(each.state.id) ?? [])),
    evidence: (await Promise.all(states.map((state) => plannedFiles(workspace, state)))).flat(),
    mentions: await plannedMentions(workspace, mentions),
    outOfReach: await outOfReachOf(workspace, states),
  };
}

function plannedRecord(
  workspace: Workspace,
  { state, reason, chosen }: Belonging,
  keptBy: readonly RecordId[],
): PlannedRecord {
  const { id, kind, operations } = state;
  const label = labelOf(workspace, state);
  return { id, kind, label, operations, reason, chosen: chosen && keptBy.length === 0, keptBy };
}

async function plannedFiles({ view }: Workspace, state: RecordState): Promise<readonly PlannedFile[]> {
  if (state.kind !== "evidence") return [];
  const size = integerIn(valuesOf(state)["size"]);
  return sealedFilesOf(await view.history(state.id)).map(({ name, what, size: own }) => ({
    record: state.id,
    name,
    what,
    size: own ?? (what === "bytes" ? size : null),
  }));
}

async function plannedMentions(
  workspace: Workspace,
  mentions: readonly FoundMention[],
): Promise<readonly PlannedMention[]> {
  const found = await Promise.all(
    mentions.map(async ({ record, fields }): Promise<readonly PlannedMention[]> => {
      const state = await workspace.view.read(record);
      if (state === undefined) return [];
      const { kind, operations } = state;
      return [{ id: record, kind, label: labelOf(workspace, state), operations, fields }];
    }),
  );
  return found.flat();
}
