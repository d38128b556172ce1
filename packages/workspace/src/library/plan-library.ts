// What the public library would let out, decided before anything is written: items, numbers, what stays inside and why.
import { encodeCanonicalText, encodeUtf8, type Json, type RecordId } from "@tocsin/core";
import type { LibraryItem } from "@tocsin/library";
import { valuesOf, type RecordState } from "@tocsin/records";
import { labelOf } from "../label-of.ts";
import { planMatrix, type MatrixPlan } from "../matrix/plan-matrix.ts";
import { flagIn, linkIn, linksIn, stringIn, textIn } from "../values.ts";
import type { Workspace } from "../workspace.ts";
import { libraryBefore, type LibraryBefore } from "./before.ts";
import { caseReason } from "./choose-cases.ts";
import {
  caseItem,
  commitmentItem,
  measureItem,
  proceedingItem,
  resourceItem,
  slugOf,
  type ItemContext,
} from "./items.ts";
import type {
  LeavingItem,
  LibraryPlan,
  LibraryReason,
  PlanLibraryOptions,
  WithheldItem,
} from "./library-types.ts";
import { tablesOf } from "./numbers.ts";
import { readLibrary, type LibraryRecords } from "./read-library.ts";
import { checkItem, createStriker, struckItem } from "./strike.ts";
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
  const items = made
    .map(({ item, kind }) => checkedItem(struckItem(item, isCited(kind) ? citing : striker)))
    .toSorted((a, b) => (a.slug < b.slug ? -1 : 1));
  const matrix = options.withNumbers === false ? null : await planNumbers(workspace, options);
  const tables =
    matrix === null ? [] : tablesOf(matrix, { translators, commitmentCode: context.commitmentCode });
  const labels = ownLabels(records, context, citing.strike);
  const content = { about, items, tables, labels };
  const digest = sha256(encodeUtf8(encodeCanonicalText(content as unknown as Json)));
  return {
    ...content,
    leaving: leavingOf(made, items, before),
    withheld: chosen.withheld,
    fields: fieldsLeftOut(records, made),
    unnamed: records.names.unnamed.map(({ person, reason }) => ({ person, reason })),
    struck: striker.count() + citing.count(),
    hidden: matrix?.hidden ?? 0,
    notices: matrix?.notices ?? [],
    matrix: matrix?.released ?? null,
    sha256: digest,
    same: before.bySha256.get(digest) ?? null,
  };
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

interface Chosen {
  readonly states: readonly RecordState[];
  readonly incidentsOf: (caseId: RecordId) => readonly RecordState[];
  readonly withheld: readonly WithheldItem[];
}

function chooseAll({ registry, context }: Workspace, records: LibraryRecords): Chosen {
  const byCase = grouped(records.of("incident"), "case");
  const incidentsOf = (id: RecordId): readonly RecordState[] =>
    (byCase.get(id) ?? []).filter((state) => valuesOf(state)["mergedInto"] === undefined);
  const partsOf = grouped(records.of("involvement"), "incident");
  const ofCase = grouped(records.of("involvement"), "case");
  const rule = {
    now: context.now(),
    consents: records.of("consent"),
    people: records.of("person"),
    unseen: records.names.unseen,
  };
  const cases = new Map(
    records.of("case").map((state): readonly [RecordId, LibraryReason | null] => {
      const incidents = incidentsOf(state.id);
      // Merged incidents count for who was harmed: nobody drops out of a case by a merge.
      const involvements = [
        ...(ofCase.get(state.id) ?? []),
        ...(byCase.get(state.id) ?? []).flatMap(({ id }) => partsOf.get(id) ?? []),
      ];
      return [state.id, caseReason(state, { incidents, involvements }, rule)];
    }),
  );
  const reasonOf = (state: RecordState): LibraryReason | null => reasonFor(state, records, cases);
  const candidates = (["resource", "case", "measure", "proceeding", "commitment"] as const).flatMap(
    records.of,
  );
  return {
    incidentsOf,
    states: candidates.filter((state) => reasonOf(state) === null),
    withheld: candidates.flatMap((state) => {
      const reason = reasonOf(state);
      const { id: record, kind } = state;
      return reason === null ? [] : [{ record, kind, label: labelOf(registry, state), reason }];
    }),
  };
}

function reasonFor(
  state: RecordState,
  records: LibraryRecords,
  cases: ReadonlyMap<RecordId, LibraryReason | null>,
): LibraryReason | null {
  const values = valuesOf(state);
  const caseId = linkIn(values["case"]);
  switch (state.kind) {
    case "resource":
      return flagIn(values["shown"]) === true ? null : "not-shown";
    case "case":
      return cases.get(state.id) ?? null;
    case "measure":
      return linksIn(values["sources"]).some((id) => isProtected(records.byId.get(id)))
        ? "protected-source"
        : null;
    case "proceeding":
      return caseId !== null && cases.get(caseId) === null ? null : "case-withheld";
    default:
      return null;
  }
}

function isProtected(source: RecordState | undefined): boolean {
  return source !== undefined && flagIn(valuesOf(source)["protection"]) === true;
}

function grouped(
  states: readonly RecordState[],
  field: string,
): ReadonlyMap<RecordId, readonly RecordState[]> {
  const groups = new Map<RecordId, RecordState[]>();
  for (const state of states) {
    const to = linkIn(valuesOf(state)[field]);
    if (to === null) continue;
    const group = groups.get(to);
    if (group === undefined) groups.set(to, [state]);
    else group.push(state);
  }
  return groups;
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
    return { record, kind, state, item };
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

function leavingOf(
  made: readonly MadeItem[],
  items: readonly LibraryItem[],
  before: LibraryBefore,
): readonly LeavingItem[] {
  const bySlug = new Map(items.map((item) => [item.slug, item]));
  return made.map(({ record, kind, item }) => ({
    record,
    kind,
    slug: item.slug,
    title: bySlug.get(item.slug)?.editions[0]?.title ?? "",
    state: item.withdrawn !== null ? "withdrawn" : before.records.has(record) ? "before" : "new",
  }));
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
