import {
  kindOf,
  query,
  rowsOf,
  valuesOf,
  type QueryContext,
  type RecordRow,
  type Registry,
  type View,
} from "@tocsin/records";
import { marksOf, type Marked } from "../marks.ts";
import { integerIn, textIn } from "../values.ts";
import { endedRetentions, type EndedRetentions } from "./ended-retentions.ts";

export interface HomePage {
  readonly counts: Readonly<Record<string, number>>;
  /** Tasks and deadlines that are not done, nearest first. */
  readonly due: readonly DueRow[];
  readonly recent: readonly RecordRow[];
  readonly unfinished: readonly Unfinished[];
  /** The copy that was last brought up to date; null where none was noted. */
  readonly lastCopy: LastCopy | null;
  /** What was kept until a date that is past: a person decides. */
  readonly retentions: EndedRetentions;
}

export type DueRow = RecordRow & Marked;

export interface LastCopy {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** The place, as people call it. */
  readonly label: string;
  /** Commits of this vault that the copy does not hold, the note of the copy left out. */
  readonly commitsSince: number;
}

export interface Unfinished {
  readonly record: string;
  readonly kind: string;
  readonly label: string;
  /** Catalogue key of what is missing. */
  readonly why: string;
}

const shown = 8;
/** Of each sort of unfinished thing, so that none crowds out the others. */
const shownOfEach = 4;
/** Newest records of a kind that are looked at for what they lack. */
const looked = 50;
const maximumPages = 20;

export const home = query("home", {}, async (view, _input, context): Promise<HomePage> => {
  const { registry } = context;
  const names = [...registry.kinds.keys()];
  const counts = Object.fromEntries(
    await Promise.all(names.map(async (kind) => [kind, await view.count(kind)] as const)),
  );
  const recent = await view.list({ order: "newest", limit: shown * 4 });
  const listed = recent.rows.filter(({ kind }) => isListed(registry, kind)).slice(0, shown);
  return {
    counts,
    due: [...(await dueOf(view, registry, "task")), ...(await dueOf(view, registry, "deadline"))]
      .sort((a, b) => a.sort - b.sort)
      .slice(0, shown),
    recent: listed,
    unfinished: await unfinishedOf(view, registry),
    lastCopy: await lastCopyOf(view, context),
    retentions: await endedRetentions(view, registry, context.now()),
  };
});

async function lastCopyOf(view: View, { commits }: QueryContext): Promise<LastCopy | null> {
  const { rows } = await view.list({ kind: "copy", limit: 1 });
  const [row] = rows;
  const state = row && (await view.read(row.id));
  if (state === undefined) return null;
  const { made, title, commits: held } = valuesOf(state);
  const at = typeof made === "string" ? Date.parse(made) : state.updated.at;
  const commitsSince = Math.max(0, commits() - (integerIn(held) ?? 0) - 1);
  return { at, label: textIn(title)?.text ?? "", commitsSince };
}

/** What people work on: parts of other records and what the program brought along are left out. */
function isListed(registry: Registry, kind: string): boolean {
  const stretch = registry.kinds.get(kind)?.options.stretch;
  return stretch !== "hidden" && stretch !== "commitments";
}

/** Tasks that are done are passed over, page by page, up to a bound that no desk's list of tasks should reach. */
async function dueOf(view: View, registry: Registry, name: string): Promise<readonly DueRow[]> {
  const kind = kindOf(registry, name);
  const due: DueRow[] = [];
  let after: string | null = null;
  for (let page = 0; page < maximumPages && due.length < shown; page += 1) {
    const { rows, next } = await view.list({
      kind: kind.name,
      order: "oldest",
      limit: 100,
      ...(after === null ? {} : { after }),
    });
    for (const { id } of rows) {
      const state = await view.read(id);
      if (state && valuesOf(state)["done"] === undefined)
        due.push({ ...rowsOf(kind, state).record, ...marksOf(registry, kind, state) });
    }
    if (next === null) break;
    after = next;
  }
  return due.slice(0, shown);
}

/** What was begun and lacks what later stretches of the road need. */
async function unfinishedOf(view: View, registry: Registry): Promise<readonly Unfinished[]> {
  const needs = [
    { kind: "finding", field: "case", why: "home.unfinished.finding" },
    { kind: "incident", field: "acts", why: "home.unfinished.acts" },
    { kind: "evidence", field: "case", why: "home.unfinished.evidence" },
  ];
  const found = await Promise.all(needs.map((need) => lacking(view, registry, need)));
  return found.flat();
}

async function lacking(
  view: View,
  registry: Registry,
  { kind, field, why }: { readonly kind: string; readonly field: string; readonly why: string },
): Promise<readonly Unfinished[]> {
  const known = kindOf(registry, kind);
  const { rows } = await view.list({ kind, limit: looked });
  const found: Unfinished[] = [];
  for (const { id } of rows) {
    if (found.length >= shownOfEach) break;
    const state = await view.read(id);
    const values = state && valuesOf(state);
    // What an examination put out belongs to the evidence that it was made from.
    if (!state || values?.[field] !== undefined || values?.["parent"] !== undefined) continue;
    found.push({ record: id, kind, label: rowsOf(known, state).record.label, why });
  }
  return found;
}
