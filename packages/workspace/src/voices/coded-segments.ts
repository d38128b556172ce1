// Which segments of a consultation have a code that counts: by links alone, so that tens of thousands are found without opening
// one of them.
import type { RecordId } from "@tocsin/core";
import { compareBriefs, type Brief, type View } from "@tocsin/records";
import { linkIn } from "../values.ts";
import { answersTakenBack, codingsTakenBack } from "./taken-back.ts";

/** Those that were coded first in front. Words that were taken back are not among them. */
export async function codedSegments(view: View, questionnaire: RecordId): Promise<readonly RecordId[]> {
  const takenBack = await codingsTakenBack(view, (await answersTakenBack(view)).keys());
  const contributions = await view.linkedIds(questionnaire, { kind: "contribution", field: "questionnaire" });
  const counting = await view.briefs(contributions, { kind: "coding", field: "counts" });
  const first = new Map<RecordId, Brief>();
  for (const { each } of counting)
    for (const coding of each()) {
      const segment = linkIn(coding[2]);
      if (segment === null || takenBack.has(coding[0])) continue;
      const known = first.get(segment);
      if (known === undefined || compareBriefs(coding, known) < 0) first.set(segment, coding);
    }
  return [...first].sort(([, a], [, b]) => compareBriefs(a, b)).map(([segment]) => segment);
}
