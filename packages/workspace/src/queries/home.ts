import { kindOf, query, rowsOf, valuesOf, type RecordRow, type Registry, type View } from "@tocsin/records";

export interface HomePage {
  readonly counts: Readonly<Record<string, number>>;
  /** Tasks that are not done, nearest first. */
  readonly due: readonly RecordRow[];
  readonly recent: readonly RecordRow[];
  readonly unfinished: readonly Unfinished[];
}

export interface Unfinished {
  readonly record: string;
  readonly kind: string;
  readonly label: string;
  /** Catalogue key of what is missing. */
  readonly why: string;
}

const shown = 8;

export const home = query("home", {}, async (view, _input, { registry }): Promise<HomePage> => {
  const names = [...registry.kinds.keys()];
  const counts = Object.fromEntries(
    await Promise.all(names.map(async (kind) => [kind, await view.count(kind)] as const)),
  );
  const recent = await view.list({ order: "newest", limit: shown });
  return {
    counts,
    due: await dueTasks(view, registry),
    recent: recent.rows,
    unfinished: await unfinishedOf(view, registry),
  };
});

async function dueTasks(view: View, registry: Registry): Promise<readonly RecordRow[]> {
  const kind = kindOf(registry, "task");
  const page = await view.list({ kind: "task", order: "oldest", limit: 200 });
  const states = await Promise.all(page.rows.map((row) => view.read(row.id)));
  return states
    .flatMap((state) => (state && valuesOf(state)["done"] === undefined ? [rowsOf(kind, state).record] : []))
    .slice(0, shown);
}

/** What was begun and lacks what later stretches of the road need. */
async function unfinishedOf(view: View, registry: Registry): Promise<readonly Unfinished[]> {
  const needs = [
    { kind: "finding", field: "case", why: "home.unfinished.finding" },
    { kind: "incident", field: "acts", why: "home.unfinished.acts" },
    { kind: "evidence", field: "case", why: "home.unfinished.evidence" },
  ];
  const found: Unfinished[] = [];
  for (const { kind, field, why } of needs) {
    const known = kindOf(registry, kind);
    const page = await view.list({ kind, limit: 50 });
    for (const row of page.rows) {
      const state = await view.read(row.id);
      if (!state || valuesOf(state)[field] !== undefined || found.length >= shown) continue;
      found.push({ record: row.id, kind, label: rowsOf(known, state).record.label, why });
    }
  }
  return found;
}
