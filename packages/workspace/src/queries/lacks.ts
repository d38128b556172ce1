import type { RecordId } from "@tocsin/core";
import { kindOf, link, query, rowsOf, string, valuesOf, type RecordState, type View } from "@tocsin/records";
import { lacksOf, type Lacks, type Problem } from "../lacks.ts";
import { stateOf } from "../state-of.ts";
import { linkIn } from "../values.ts";

export interface RecordLacks extends Lacks {
  readonly record: RecordId;
  readonly kind: string;
  readonly label: string;
}

/** Newest records of a kind that are looked at. */
const looked = 500;

/** What one record lacks, or every draft among the newest of a kind. */
export const lacks = query(
  "lacks",
  { record: link("any"), kind: string() },
  async (view, { record, kind }, { registry }): Promise<readonly RecordLacks[]> => {
    const one = async (state: RecordState): Promise<readonly RecordLacks[]> => {
      const known = registry.kinds.get(state.kind);
      if (known === undefined) return [];
      const own = lacksOf(registry, known, state);
      const problems = [...own.problems, ...(await linkProblems(view, state))];
      const { label } = rowsOf(known, state).record;
      return [{ record: state.id, kind: state.kind, label, lacks: own.lacks, problems }];
    };
    if (record !== undefined) return one(await stateOf(view, record));
    const { name } = kindOf(registry, kind ?? "incident");
    const { rows } = await view.list({ kind: name, limit: looked });
    const found: RecordLacks[] = [];
    for (const { id } of rows) {
      const state = await view.read(id);
      if (state === undefined) continue;
      found.push(...(await one(state)).filter((each) => each.lacks.length + each.problems.length > 0));
    }
    return found;
  },
);

/** Links by which something would come before itself, contain itself, or be made from itself. */
async function linkProblems(view: View, state: RecordState): Promise<readonly Problem[]> {
  const values = valuesOf(state);
  const circles = await Promise.all(
    ["parent", "mergedInto"].map(async (field) => ((await isCircle(view, state, field)) ? [field] : [])),
  );
  const own = state.kind === "eventLink" && values["from"] !== undefined && values["from"] === values["to"];
  return [...circles.flat(), ...(own ? ["to"] : [])].map((field) => ({ field, problem: "circle", what: [] }));
}

async function isCircle(view: View, state: RecordState, field: string): Promise<boolean> {
  let next = linkIn(valuesOf(state)[field]);
  for (let steps = 0; next !== null && steps < 64; steps += 1) {
    if (next === state.id) return true;
    const target = await view.read(next);
    next = target === undefined ? null : linkIn(valuesOf(target)[field]);
  }
  return false;
}
