// Numbers beside records: where nearly all that a number counts leaves one by one, what is left over is a small number, and who
// was kept back can be found in it.
import {
  claimsOf,
  countsOfLines,
  readTables,
  withTotals,
  type EarlierCounts,
  type Notice,
  type ReleasedCounts,
} from "@tocsin/cases";
import type { RecordId } from "@tocsin/core";
import { caseKind, valuesOf, type RecordState, type View } from "@tocsin/records";
import { idsOf } from "../all-of.ts";
import { linksIn } from "../values.ts";

/** The widest number of each table that gives something away; the narrower ones tell the same. */
export async function numbersBesideRecords(
  view: View,
  incidents: readonly RecordId[],
  earlier: readonly EarlierCounts[],
): Promise<readonly Notice[]> {
  if (incidents.length === 0 || earlier.length === 0) return [];
  const source = countsOfLines(await view.linesOf(incidents));
  const notices: Notice[] = [];
  for (const { release, counts } of earlier) {
    const tables = (await readTables(source, counts.question)).map(withTotals);
    const found = leftOver(counts, { ...counts, tables });
    if (found !== undefined) notices.push({ kind: "remainder", release, ...found });
  }
  return notices;
}

/** Records of incidents that left before, each release beside the table that is to leave. */
export async function recordsBesideNumbers(
  view: View,
  counts: ReleasedCounts,
  releases: readonly RecordState[],
): Promise<readonly Notice[]> {
  const notices: Notice[] = [];
  const cases = new Set(await idsOf(view, caseKind.name));
  for (const release of releases) {
    const incidents = await incidentsOf(view, release, cases);
    for (const notice of await numbersBesideRecords(view, incidents, [{ release: release.id, counts }]))
      notices.push(notice);
  }
  return notices;
}

function leftOver(
  whole: ReleasedCounts,
  part: ReleasedCounts,
): { readonly cell: string; readonly count: number } | undefined {
  const known = claimsOf(whole);
  for (const [cell, { value }] of claimsOf(part)) {
    const all = known.get(cell)?.value ?? null;
    if (all === null || value === null) continue;
    const count = all - value;
    if (count > 0 && count < whole.threshold) return { cell, count };
  }
  return undefined;
}

/** What stays inside tells nobody anything. A library names the case and tells its incidents in it. */
async function incidentsOf(
  view: View,
  release: RecordState,
  cases: ReadonlySet<RecordId>,
): Promise<readonly RecordId[]> {
  const { audience, records } = valuesOf(release);
  if (audience === "internal") return [];
  const left = linksIn(records);
  const within: RecordId[] = [];
  for (const id of left)
    if (cases.has(id)) within.push(...(await view.linkedIds(id, { kind: "incident", field: "case" })));
  return [...new Set([...left, ...within])];
}
