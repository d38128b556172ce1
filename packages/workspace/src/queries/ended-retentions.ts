// Retentions that have ended, for a person to decide; where something else says to keep, that is said.
import { dutiesToKeep, standingOfRetention } from "@tocsin/cases";
import type { RecordId } from "@tocsin/core";
import { kindOf, labelIn, valuesOf, type RecordState, type Registry, type View } from "@tocsin/records";
import { retentionOnFile } from "../retentions.ts";
import { stringIn } from "../values.ts";

export interface EndedRetentions {
  /** As many as were found; at most those of the oldest 1,000 retentions that are due. */
  readonly count: number;
  /** Longest ended first. */
  readonly rows: readonly EndedRetention[];
}

export interface EndedRetention {
  readonly record: RecordId;
  readonly label: string;
  /** EDTF. */
  readonly until: string | null;
  readonly afterwards: "erase" | "review";
  /** What it is of, where that still is. */
  readonly of: { readonly record: RecordId; readonly kind: string; readonly label: string } | null;
  /** Other retentions by which the same thing is still to be kept. */
  readonly keptBy: readonly RecordId[];
}

const pageSize = 100;
const maximumPages = 10;
const shown = 8;

export async function endedRetentions(view: View, registry: Registry, now: number): Promise<EndedRetentions> {
  const ended: RecordState[] = [];
  let after: string | null = null;
  for (let page = 0; page < maximumPages; page += 1) {
    const { rows, next } = await view.list({
      kind: "retention",
      order: "oldest",
      limit: pageSize,
      ...(after === null ? {} : { after }),
    });
    for (const { id } of rows.filter(({ sort }) => sort <= now)) {
      const state = await view.read(id);
      if (state !== undefined && isEnded(state, now)) ended.push(state);
    }
    if (next === null || rows.some(({ sort }) => sort > now)) break;
    after = next;
  }
  const rows = ended.slice(0, shown).map((state) => rowOf(view, registry, { state, now }));
  return { count: ended.length, rows: await Promise.all(rows) };
}

function isEnded(state: RecordState, now: number): boolean {
  const standing = standingOfRetention(retentionOnFile(state), now);
  return standing === "erase" || standing === "review";
}

async function rowOf(
  view: View,
  registry: Registry,
  { state, now }: { readonly state: RecordState; readonly now: number },
): Promise<EndedRetention> {
  const own = retentionOnFile(state);
  const kept = own.of === undefined ? undefined : await view.read(own.of);
  const others = own.of === undefined ? [] : await view.linked(own.of, { kind: "retention", field: "of" });
  const duties = dutiesToKeep(
    new Set(own.of === undefined ? [] : [own.of]),
    others.filter(({ id }) => id !== state.id).map(retentionOnFile),
    now,
  );
  return {
    record: state.id,
    label: labelOf(registry, state),
    until: stringIn(valuesOf(state)["until"]),
    afterwards: standingOfRetention(own, now) === "erase" ? "erase" : "review",
    of: kept === undefined ? null : { record: kept.id, kind: kept.kind, label: labelOf(registry, kept) },
    keptBy: duties.map(({ id }) => id),
  };
}

function labelOf(registry: Registry, state: RecordState): string {
  return registry.kinds.has(state.kind) ? labelIn(kindOf(registry, state.kind), state) : "";
}
