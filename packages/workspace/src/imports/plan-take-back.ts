// What the taking back of a whole import would do: which records would be withdrawn, which would be put back to what they
// were before it, and which stay because somebody worked on them since.
import type { RecordId } from "@tocsin/core";
import {
  isWithdrawn,
  rowsOf,
  type RecordState,
  type Registry,
  type StampedOperation,
  type View,
} from "@tocsin/records";
import { foldAll } from "../back-to.ts";
import { labelsOf } from "../queries/record-show.ts";
import { createBackPatches, type BackPatches, type FoundRecord } from "./back-patches.ts";
import { tableAct } from "./compose-rows.ts";
import { readImportRows, type ImportRows } from "./import-rows.ts";
import { createKeptRecords, type KeptReason, type KeptRecords } from "./kept-records.ts";
import { bringBackAct, readWholeActs, takeBackAct, type WholeActs } from "./whole-acts.ts";

export interface KeptRecord {
  readonly id: RecordId;
  readonly kind: string;
  readonly label: string;
  readonly reason: KeptReason;
}

export interface TakeBackPlan {
  /** Records of which nothing would stand any more, by kind. */
  readonly withdrawn: Readonly<Record<string, number>>;
  /** Records that were there before: they would say again what they said then. */
  readonly putBack: number;
  /** By reason, all of them. */
  readonly kept: Readonly<Record<KeptReason, number>>;
  /** The first of those that would stay, or, where all go, of those that somebody worked on. */
  readonly listed: readonly KeptRecord[];
}

export interface TakeBackProgress {
  readonly step: "rows" | "look" | "write";
  readonly done: number;
  readonly total: number | null;
}

export interface WholeImport {
  readonly table: RecordId;
  readonly rows: ImportRows;
  readonly kept: KeptRecords;
  /** What puts each record back, by its number. */
  readonly backs: BackPatches;
  readonly plan: TakeBackPlan;
}

export interface LookOptions {
  readonly table: RecordId;
  /** Those too that were changed or linked since. */
  readonly changedToo: boolean;
  readonly onProgress?: ((progress: TakeBackProgress) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

const listedRecords = 1000;
const recordsAtOnce = 200;

export async function lookAtImport(
  view: View,
  registry: Registry,
  { table, changedToo, onProgress, signal }: LookOptions,
): Promise<WholeImport> {
  const acts = await readWholeActs(view);
  const rows = await readImportRows(view, [{ field: "table", value: table }], {
    onRead: (done) => onProgress?.({ step: "rows", done, total: null }),
    signal,
  });
  const tally = createTally(rows);
  const backs = createBackPatches(rows.recordIds.length);
  const kept = createKeptRecords(rows, tally.isBegun);
  const looking = { rows, kept, tally };
  for (let from = 0; from < rows.recordIds.length; from += recordsAtOnce) {
    signal?.throwIfAborted();
    const ids = rows.recordIds.slice(from, from + recordsAtOnce);
    for (const [at, id] of ids.entries()) {
      const found = importedRecord(await view.history(id), table, acts);
      if (found === null) continue;
      tally.meet(from + at, found);
      backs.keep(from + at, found);
      if (found.isChanged) kept.keep(from + at, "changed");
      if (found.isChanged || rows.isShared(from + at)) noteLeads(registry, looking, found.now);
    }
    await keepLinked(view, looking, ids);
    onProgress?.({ step: "look", done: from + ids.length, total: rows.recordIds.length });
  }
  kept.settle();
  const plan = tally.plan(kept, changedToo);
  const labels = await labelsOf(
    view,
    registry,
    plan.listed.map(({ id }) => id),
  );
  const listed = plan.listed.map((each) => ({ ...each, label: labels[each.id]?.label ?? "" }));
  return { table, rows, kept, backs, plan: { ...plan, listed } };
}

interface ImportedRecord extends FoundRecord {
  /** Whether anything but the import, its taking back and its coming back was written since. */
  readonly isChanged: boolean;
}

/** Null for a record to which the import of this table gave nothing, or of which nothing stands. */
function importedRecord(
  newestFirst: readonly StampedOperation[],
  table: RecordId,
  acts: WholeActs,
): ImportedRecord | null {
  const oldestFirst = newestFirst.toReversed();
  const isOf = (act: Parameters<WholeActs["tableOf"]>[0]) => (each: StampedOperation) =>
    acts.tableOf(act, each) === table;
  const [isImport, isTakenBack, isBroughtBack] = [isOf(tableAct), isOf(takeBackAct), isOf(bringBackAct)];
  const first = oldestFirst.findIndex(isImport);
  const now = foldAll(oldestFirst);
  if (first === -1 || now === undefined || isWithdrawn(now)) return null;
  const since = oldestFirst.slice(first);
  const isChanged = since.some((each) => !isImport(each) && !isTakenBack(each) && !isBroughtBack(each));
  return { before: foldAll(oldestFirst.slice(0, first)), now, since, isChanged };
}

interface Looking {
  readonly rows: ImportRows;
  readonly kept: KeptRecords;
  readonly tally: Tally;
}

/** What a record of another origin leads to stays; what was there before the import stays anyway. */
async function keepLinked(
  view: View,
  { rows, kept, tally }: Looking,
  ids: readonly RecordId[],
): Promise<void> {
  for (const { to, from, kind } of await view.leadingTo(ids)) {
    const number = rows.numberOf(to);
    if (number === undefined || kind === "tableRow" || rows.numberOf(from) !== undefined) continue;
    if (tally.isBegun(number)) kept.keep(number, "linked");
  }
}

function noteLeads(registry: Registry, { rows, kept }: Looking, now: RecordState): void {
  const kind = registry.kinds.get(now.kind);
  const from = rows.numberOf(now.id);
  if (kind === undefined || from === undefined) return;
  for (const { to } of rowsOf(kind, now).links) {
    const number = rows.numberOf(to);
    if (number !== undefined) kept.lead(from, number);
  }
}

interface Tally {
  meet(record: number, found: ImportedRecord): void;
  /** Whether the import began it, so that nothing of it would stand. */
  isBegun(record: number): boolean;
  plan(kept: KeptRecords, changedToo: boolean): TakeBackPlan;
}

/** Of each record what it would become: 0 where the import gave it nothing. */
function createTally({ recordIds }: ImportRows): Tally {
  const kinds: string[] = [];
  const marks = new Uint16Array(recordIds.length);
  const putBackFlag = 0x8000;
  return {
    meet(record, { before, now }) {
      const at = kinds.includes(now.kind) ? kinds.indexOf(now.kind) : kinds.push(now.kind) - 1;
      const isThere = before !== undefined && !isWithdrawn(before);
      marks[record] = (at + 1) | (isThere ? putBackFlag : 0);
    },
    isBegun: (record) => marks[record] !== 0 && ((marks[record] ?? 0) & putBackFlag) === 0,
    plan(kept, changedToo) {
      const withdrawn: Record<string, number> = {};
      const counts = { changed: 0, linked: 0, together: 0 };
      const listed: KeptRecord[] = [];
      let putBack = 0;
      for (const [record, mark] of marks.entries()) {
        const id = recordIds[record];
        if (mark === 0 || id === undefined) continue;
        const kind = kinds[(mark & ~putBackFlag) - 1] ?? "";
        const reason = kept.reasonOf(record);
        if (reason !== undefined) counts[reason] += 1;
        if (reason !== undefined && listed.length < listedRecords)
          listed.push({ id, kind, label: "", reason });
        if (reason !== undefined && !changedToo) continue;
        if ((mark & putBackFlag) !== 0) putBack += 1;
        else withdrawn[kind] = (withdrawn[kind] ?? 0) + 1;
      }
      return { withdrawn, putBack, kept: counts, listed };
    },
  };
}
