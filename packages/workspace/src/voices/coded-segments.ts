// Which segments of a consultation have a code that counts: by links alone, so that tens of thousands are found without opening
// one of them.
import type { RecordId } from "@tocsin/core";
import { compareBriefs, type Brief, type View } from "@tocsin/records";
import { linkIn } from "../values.ts";
import { answersTakenBack } from "./taken-back.ts";

/** Those that were coded first in front. Words that were taken back are not among them. */
export async function codedSegments(view: View, questionnaire: RecordId): Promise<readonly RecordId[]> {
  const takenBack = await answersTakenBack(view);
  const contributions = await view.linkedIds(questionnaire, { kind: "contribution", field: "questionnaire" });
  const counting = await view.briefs(contributions, { kind: "coding", field: "counts" });
  const first = new Map<RecordId, Brief>();
  for (const { each } of counting)
    for (const coding of each()) {
      const [segment, answer] = [linkIn(coding[3]), linkIn(coding[4])];
      if (answer === null || segment === null || takenBack.has(answer)) continue;
      const known = first.get(segment);
      if (known === undefined || compareBriefs(coding, known) < 0) first.set(segment, coding);
    }
  return [...first].sort(([, a], [, b]) => compareBriefs(a, b)).map(([segment]) => segment);
}
