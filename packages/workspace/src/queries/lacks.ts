import type { RecordId } from "@tocsin/core";
import { kindOf, link, query, rowsOf, string, type RecordState } from "@tocsin/records";
import { lacksOf, type Lacks } from "../lacks.ts";
import { linkProblems } from "../link-problems.ts";
import { stateOf } from "../state-of.ts";

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
      const problems = [...own.problems, ...(await linkProblems(view, known, state))];
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
