// What assessments rest on: the records that raters named beside their answers, once everybody may see the sheets.
import type { RecordId } from "@tocsin/core";
import { valuesOf, type View } from "@tocsin/records";
import { linksIn } from "../values.ts";

/** By assessment. One with a sheet that is open, or with none, rests on nothing that anybody else may see. */
export async function answersRestOn(
  view: View,
  assessments: readonly RecordId[],
): Promise<ReadonlyMap<RecordId, readonly RecordId[]>> {
  const sheets = await view.glanceLinked(assessments, { kind: "rating", field: "assessment" });
  const closed = new Map(
    [...sheets].filter(([, each]) => each.every((sheet) => valuesOf(sheet)["closed"] !== undefined)),
  );
  const ids = [...closed.values()].flatMap((each) => each.map(({ id }) => id));
  const answers = await view.glanceLinked(ids, { kind: "answer", field: "rating" });
  return new Map(
    [...closed].map(([assessment, own]) => {
      const named = own.flatMap(({ id }) =>
        (answers.get(id) ?? []).flatMap((answer) => linksIn(valuesOf(answer)["evidence"])),
      );
      return [assessment, [...new Set(named)]] as const;
    }),
  );
}
