// What the public library would let out, decided before anything is written: items, numbers, what stays inside and why.
import { encodeCanonicalText, encodeUtf8, type Json, type RecordId } from "@tocsin/core";
import type { LibraryItem, LibraryTable } from "@tocsin/library";
import { PublishError } from "@tocsin/publish";
import { valuesOf, type RecordState, type Registry } from "@tocsin/records";
import { labelOf } from "../label-of.ts";
import { planMatrix, type MatrixPlan } from "../matrix/plan-matrix.ts";
import { linkIn, stringIn, textIn } from "../values.ts";
import type { Workspace } from "../workspace.ts";
import { besideEarlier } from "./beside-earlier.ts";
import { libraryBefore, type LibraryBefore } from "./before.ts";
import { changesSince } from "./changes.ts";
import { chooseAll, type Chosen } from "./choose-records.ts";
import {
  historyContent,
  historyOf,
  reasonsBySlug,
  type HistoryChange,
  type LibraryHistory,
} from "./history.ts";
import { contentsOf, hashOfNothing } from "./item-parts.ts";
import {
  caseItem,
  commitmentItem,
  measureItem,
  proceedingItem,
  resourceItem,
  type ItemContext,
} from "./items.ts";
import { slugOf } from "./slug-of.ts";
import type { LeavingItem, LibraryPlan, PlanLibraryOptions } from "./library-types.ts";
import { withFile } from "./files/given-files.ts";
import type { PlannedFile } from "./files/file-look.ts";
import { planFiles } from "./files/plan-files.ts";
import { tablesOf } from "./numbers.ts";
import { readLibrary, type LibraryRecords } from "./read-library.ts";
import { checkItem, createStriker, struckItem, type Striker } from "./strike.ts";
import { withdrawnItem, withdrawnResource } from "./withdrawn-items.ts";

/** Nothing is written. Throws `workspace.newer-record`, `workspace.threshold-too-low`, `publish.leak`. */
export async function planLibrary(workspace: Workspace, options: PlanLibraryOptions): Promise<LibraryPlan> {
  const { about, signal, sha256, translators } = options;
  // Which records there are, and which consents were withdrawn, is found through the tables.
  await workspace.settled(signal);
  const records = await readLibrary(workspace, options);
  const before = libraryBefore(records.of("release"));
  const chosen = chooseAll(workspace, records);
  const context = contextOf(records, chosen, options);
  const striker = createStriker(records.names.finder);
  const citing = createStriker(records.names.citing);
  const checkedItem = (item: LibraryItem): LibraryItem => checkItem(item, records.names.citing);
  const made = itemsOf(context, { chosen, before, options });
  const files = await filesOf(workspace, { records, made, before, options });
  const items = made
    .map(({ item, kind }) => checkedItem(struckItem(item, isCited(kind) ? citing : striker)))
    .map((item) => withFile(item, files))
    .toSorted((a, b) => (a.slug < b.slug ? -1 : 1));
  const matrix = options.withNumbers === false ? null : await planNumbers(workspace, options);
  const tables =
    matrix === null ? [] : tablesOf(matrix, { translators, commitmentCode: context.commitmentCode });
  const labels = ownLabels(records, context, citing.strike);
  const history = toldHistory({ before, items, tables, reasons: options.reasons, sha256 }, records, striker);
  const changed = historyContent(history);
  const content = { about, items, tables, labels };
  const digest = sha256(
    encodeUtf8(encodeCanonicalText({ ...content, ...(changed && { changed }) } as unknown as Json)),
  );
  const leaving = leavingOf(made, items, { before, records, registry: workspace.registry });
  return {
    ...content,
    files,
    leaving,
    changes: changesSince(before.last, { about, items, tables, leaving }, sha256),
    withheld: chosen.withheld,
    fields: fieldsLeftOut(records, made),
    unnamed: records.names.unnamed.map(({ person, reason }) => ({ person, reason })),
    struck: striker.count() + citing.count(),
    ...ofNumbers(matrix),
    earlier: await besideEarlier(workspace, peopleIn(made, chosen), {
      named: records.names.named,
      within: caseOfIncident(records),
      signal,
    }),
    history,
    undated: new Set(made.flatMap(({ item, isUndated }) => (isUndated ? [item.slug] : []))),
    sha256: digest,
    same: before.bySha256.get(digest) ?? null,
  };
}

interface Filing extends Pick<Making, "before" | "options"> {
  readonly records: LibraryRecords;
  readonly made: readonly MadeItem[];
}

/** Those that left with the last library are approved until a person says which are. */
function filesOf(
  workspace: Workspace,
  { records, made, before: { last }, options }: Filing,
): Promise<readonly PlannedFile[]> {
  const kept = last === null || last.isWithdrawn ? [] : last.files;
  return planFiles(workspace, records, {
    items: made.flatMap(({ state, kind, item }) =>
      state === undefined || kind !== "resource" || item.withdrawn !== null ? [] : [state],
    ),
    look: options.lookAtFile,
    approved: new Set(options.files ?? kept),
    signal: options.signal,
  });
}

function ofNumbers(
  matrix: MatrixPlan | null,
): Pick<LibraryPlan, "hidden" | "threshold" | "notices" | "matrix"> {
  if (matrix === null) return { hidden: 0, threshold: null, notices: [], matrix: null };
  const { hidden, threshold, notices, released } = matrix;
  return { hidden, threshold, notices, matrix: released };
}

interface Telling {
  readonly before: LibraryBefore;
  readonly items: readonly LibraryItem[];
  readonly tables: readonly LibraryTable[];
  readonly reasons: PlanLibraryOptions["reasons"];
  readonly sha256: PlanLibraryOptions["sha256"];
}

/** Reasons of earlier releases leave again, and are struck by what holds now. */
function toldHistory(
  { before, items, tables, reasons, sha256 }: Telling,
  { names }: LibraryRecords,
  { strike }: Striker,
): LibraryHistory {
  const fresh = {
    approved: null,
    contents: contentsOf({ items, tables }, sha256),
    reasons: reasonsBySlug(reasons),
  };
  const history = historyOf([...before.releases, fresh], hashOfNothing(sha256));
  return new Map(
    [...history].map(([slug, changes]) => [
      slug,
      changes.map((change): HistoryChange => {
        if (change.text === null) return change;
        const text = strike(change.text.text);
        if (names.finder.has(text))
          throw new PublishError(
            "publish.leak",
            "Cannot publish library: a withheld name would be in a reason",
          );
        return { ...change, text: { ...change.text, text } };
      }),
    ]),
  );
}

/** Facts about documents of others are corrected freely; what is about people is held against what left before. */
function peopleIn(made: readonly MadeItem[], { incidentsOf }: Chosen): readonly RecordId[] {
  return made.flatMap(({ record, kind, state, item }) => {
    if (state === undefined || item.withdrawn !== null || isCited(kind)) return [];
    return kind === "case" ? [record, ...incidentsOf(record).map(({ id }) => id)] : [record];
  });
}

function caseOfIncident({ of }: LibraryRecords): ReadonlyMap<RecordId, RecordId> {
  return new Map(
    of("incident").flatMap((state) => {
      const caseId = linkIn(valuesOf(state)["case"]);
      return caseId === null ? [] : [[state.id, caseId] as const];
    }),
  );
}

/** Tells of a document, and of nobody in the vault. */
function isCited(kind: string): boolean {
  return kind === "resource" || kind === "commitment";
}

function planNumbers(workspace: Workspace, { threshold }: PlanLibraryOptions): Promise<MatrixPlan> {
  return planMatrix(workspace, {
    audience: "public",
    by: "state",
    ...(threshold === undefined ? {} : { threshold }),
  });
}

function contextOf(
  records: LibraryRecords,
  { states }: Chosen,
  { translators }: PlanLibraryOptions,
): ItemContext {
  const codes = new Map(
    records.of("commitment").map((state) => [state.id, stringIn(valuesOf(state)["reference"])] as const),
  );
  const inside = new Set(states.map(({ id }) => id));
  return {
    records,
    translators,
    commitmentCode: (id) => codes.get(id) ?? slugOf(id),
    isIn: (id) => inside.has(id),
  };
}

interface MadeItem {
  readonly record: RecordId;
  readonly kind: string;
  readonly state: RecordState | undefined;
  readonly item: LibraryItem;
  readonly isHeld: boolean;
  /** Gone, and nothing says since when but the release. */
  readonly isUndated: boolean;
}

interface Making {
  readonly chosen: Chosen;
  readonly before: LibraryBefore;
  readonly options: PlanLibraryOptions;
}

function itemsOf(context: ItemContext, { chosen, before, options }: Making): readonly MadeItem[] {
  const again = new Set(options.again ?? []);
  const present = chosen.states.map((state): MadeItem => {
    const { id: record, kind } = state;
    const withdrawn = again.has(record) ? undefined : before.withdrawn.get(record);
    const item =
      withdrawn === undefined
        ? itemOf(state, chosen, context)
        : withdrawnItem({ id: record, kind, ...withdrawn }, context.translators);
    return { record, kind, state, item, isHeld: withdrawn !== undefined, isUndated: false };
  });
  const inside = new Set(chosen.states.map(({ id }) => id));
  // What left once keeps its page, which says that it is gone.
  const gone = [...before.records]
    .filter((id) => !inside.has(id))
    .map((record): MadeItem => {
      const state = context.records.byId.get(record);
      const kind = state?.kind ?? "case";
      const by = before.withdrawn.get(record) ?? { when: lastChange(state), reason: null };
      return {
        record,
        kind,
        state: undefined,
        item: withdrawnItem({ id: record, kind, ...by }, context.translators),
        isHeld: false,
        isUndated: !before.withdrawn.has(record),
      };
    });
  return [...present, ...gone];
}

/** To the month; of what was erased nothing is left to say when. */
function lastChange(state: RecordState | undefined): string {
  return state === undefined ? "" : `${new Date(state.updated.at).toISOString().slice(0, 7)}-01T00:00:00Z`;
}

function itemOf(state: RecordState, { incidentsOf }: Chosen, context: ItemContext): LibraryItem {
  switch (state.kind) {
    case "case":
      return caseItem(state, incidentsOf(state.id), context);
    case "measure":
      return measureItem(state, context);
    case "proceeding":
      return proceedingItem(state, context);
    case "commitment":
      return commitmentItem(state, context);
    default:
      return withdrawnResource(state, resourceItem(state, context));
  }
}

interface Around {
  readonly before: LibraryBefore;
  readonly records: LibraryRecords;
  readonly registry: Registry;
}

function leavingOf(
  made: readonly MadeItem[],
  items: readonly LibraryItem[],
  { before, records, registry }: Around,
): readonly LeavingItem[] {
  const bySlug = new Map(items.map((item) => [item.slug, item]));
  /** Where the page says only that something was withdrawn, people inside know it by its name. */
  const labelInside = (id: RecordId): string => {
    const state = records.byId.get(id);
    return state === undefined ? "" : labelOf(registry, state);
  };
  return made.map(({ record, kind, item, isHeld }) => {
    const editions = bySlug.get(item.slug)?.editions ?? [];
    const isWithdrawn = item.withdrawn !== null;
    return {
      record,
      kind,
      slug: item.slug,
      title: isWithdrawn ? labelInside(record) : (editions[0]?.title ?? ""),
      state: isWithdrawn ? "withdrawn" : before.records.has(record) ? "before" : "new",
      isHeld,
      langs: isWithdrawn ? [] : editions.map(({ lang }) => lang),
    };
  });
}

function fieldsLeftOut(records: LibraryRecords, made: readonly MadeItem[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { state, kind, item } of made) {
    if (state === undefined || item.withdrawn !== null) continue;
    const { withheld, coarsened } = records.released(state);
    for (const field of [...withheld, ...coarsened])
      counts[`${kind}.${field}`] = (counts[`${kind}.${field}`] ?? 0) + 1;
  }
  return counts;
}

/** What an organisation's own commitments are called. */
function ownLabels(
  records: LibraryRecords,
  { commitmentCode, isIn, translators }: ItemContext,
  strike: (text: string) => string,
): LibraryPlan["labels"] {
  const [english] = [...translators.values()];
  const own = records.of("commitment").filter(({ id }) => {
    const key = `commitment.${commitmentCode(id)}.label`;
    return isIn(id) && english?.has(key) !== true;
  });
  if (own.length === 0) return {};
  const commitment = Object.fromEntries(
    own.map((state) => {
      const title = textIn(records.released(state).values["title"]) ?? { text: "", lang: "und" };
      return [commitmentCode(state.id), [{ text: strike(title.text), lang: title.lang }]];
    }),
  );
  return { commitment };
}
