// From a plan that a person confirmed to what the vault erases, and the record that remains.
import type { Json, RecordId } from "@tocsin/core";
import {
  create,
  encodeOperation,
  erasureKind,
  RecordsError,
  retentionKind,
  valuesOf,
  type Erasure,
  type Operation,
  type RecordState,
} from "@tocsin/records";
import type { ErasureRequest, EvidenceName } from "@tocsin/vault";
import { positionOf } from "../positions.ts";
import { integerIn, linkIn, stringIn } from "../values.ts";
import type { ReadableWorkspace } from "../workspace.ts";
import type { ErasurePlan, PlanInFull } from "./plan.ts";
import { sealedFilesOf } from "./sealed-files.ts";

export interface ConfirmedErasure extends ErasureRequest {
  /** The record that says what was erased when and why. */
  readonly record: RecordId;
}

const act = "erase";

/**
 * Every operation that was ever written on the chosen records, and their sealed files. Throws `records.bad-input` for a
 * record that the plan does not name, and where nothing is chosen.
 */
export async function confirmErasure(
  workspace: ReadableWorkspace,
  { plan, histories }: PlanInFull,
  chosen: ReadonlySet<RecordId>,
): Promise<ConfirmedErasure> {
  if (chosen.size === 0 || [...chosen].some((id) => !histories.has(id)))
    throw new RecordsError("records.bad-input", "Cannot erase: the plan does not name what was chosen");
  const going = [...chosen].map((id) => histories.get(id) ?? []);
  const operations = going.flat().map(({ stamp }) => positionOf(stamp));
  const evidence = new Set<EvidenceName>(going.flatMap(sealedFilesOf).map(({ name }) => name));
  const { record, written } = await whatRemains(workspace, plan, {
    chosen,
    operations: operations.length,
    files: evidence.size,
  });
  return {
    ground: plan.ground,
    operations,
    evidence: [...evidence],
    payloads: written.map(encodeOperation),
    record,
  };
}

interface Counts {
  readonly chosen: ReadonlySet<RecordId>;
  readonly operations: number;
  readonly files: number;
}

async function whatRemains(
  workspace: ReadableWorkspace,
  { subject, ground }: ErasurePlan,
  { chosen, operations, files }: Counts,
): Promise<{ readonly record: RecordId; readonly written: readonly Operation[] }> {
  const { view, registry, context } = workspace;
  const when = new Date(context.now()).toISOString();
  const of = "consent" in subject ? subject.consent : "retention" in subject ? subject.retention : null;
  const state = of === null ? undefined : await view.read(of);
  const base: Erasure = { ground, when, ...(of === null ? {} : { of }) };
  const [evidence = [], ...more] = inPortions(await evidenceAmong(workspace, chosen));
  const first: Erasure = {
    ...base,
    ...datesOf(state),
    records: chosen.size,
    operations,
    files,
    ...(evidence.length === 0 ? {} : { evidence }),
  };
  const record = context.newId();
  const made = (values: Erasure, id: RecordId): Operation =>
    create(erasureKind, values, { record: id, act, isCode: registry.isCode });
  return {
    record,
    written: [
      made(first, record),
      ...more.map((portion) => made({ ...base, evidence: portion }, context.newId())),
      ...settled(state, { chosen, when }),
    ],
  };
}

/** A consent is erased with its words; that it was given and withdrawn, and when, is told here. */
function datesOf(state: RecordState | undefined): Pick<Erasure, "given" | "withdrawn" | "until"> {
  if (state === undefined) return {};
  const values = valuesOf(state);
  const names = state.kind === "consent" ? (["given", "withdrawn", "until"] as const) : (["until"] as const);
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = stringIn(values[name]);
      return value === null ? [] : [[name, value]];
    }),
  );
}

/** The retention has done what it was for. */
function settled(
  state: RecordState | undefined,
  { chosen, when }: { readonly chosen: ReadonlySet<RecordId>; readonly when: string },
): readonly Operation[] {
  if (state?.kind !== "retention" || chosen.has(state.id)) return [];
  const { name: kind, version } = retentionKind;
  const patch = { settled: { set: when.slice(0, 10) } };
  return [{ kind, version, record: state.id, act, patch }];
}

/** One operation has a limit of size. */
const evidenceAtOnce = 250;

function inPortions(all: readonly Json[]): readonly (readonly Json[])[] {
  const portions: (readonly Json[])[] = [];
  for (let at = 0; at < all.length; at += evidenceAtOnce) portions.push(all.slice(at, at + evidenceAtOnce));
  return portions;
}

/** Hash and size stay, so that custody can say what became of a file that somebody else holds. */
async function evidenceAmong(
  { view }: ReadableWorkspace,
  chosen: ReadonlySet<RecordId>,
): Promise<readonly Json[]> {
  const states = await Promise.all([...chosen].map((id) => view.read(id)));
  return states.flatMap((state): readonly Json[] => {
    if (state?.kind !== "evidence") return [];
    const { sha256, size, added, parent } = valuesOf(state);
    return [
      {
        record: state.id,
        sha256: stringIn(sha256),
        size: integerIn(size),
        added: stringIn(added),
        parent: linkIn(parent),
      },
    ];
  });
}
