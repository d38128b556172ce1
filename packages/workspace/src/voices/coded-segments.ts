// Which segments of a consultation have a code that counts: by links alone, so that tens of thousands are found without opening
// one of them.
import type { RecordId } from "@tocsin/core";
import type { View } from "@tocsin/records";
import { linkIn } from "../values.ts";
import { answersTakenBack } from "./taken-back.ts";

/** Those that were coded first in front. Words that were taken back are not among them. */
export async function codedSegments(view: View, questionnaire: RecordId): Promise<readonly RecordId[]> {
  const takenBack = await answersTakenBack(view);
  const contributions = await view.linkedIds(questionnaire, { kind: "contribution", field: "questionnaire" });
  const counting = await view.briefs(contributions, { kind: "coding", field: "counts" });
  const segments = counting.flatMap(({ values }) => {
    const [answer, segment] = [linkIn(values["answer"]), linkIn(values["segment"])];
    return answer === null || segment === null || takenBack.has(answer) ? [] : [segment];
  });
  return [...new Set(segments)];
}
