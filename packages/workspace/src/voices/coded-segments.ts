// Which segments of a consultation have a code that counts: by links alone, so that tens of thousands are found without opening
// one of them.
import type { RecordId } from "@tocsin/core";
import type { View } from "@tocsin/records";
import { answersTakenBack } from "./taken-back.ts";

/** In no order. Words that were taken back are not among them. */
export async function codedSegments(view: View, questionnaire: RecordId): Promise<readonly RecordId[]> {
  const takenBack = await answersTakenBack(view);
  const contributions = await view.linkedIds(questionnaire, { kind: "contribution", field: "questionnaire" });
  const toContributions = await view.leadingTo(contributions);
  const counted = new Set(toContributions.flatMap(({ kind, from }) => (kind === "coding" ? [from] : [])));
  const answers = toContributions.flatMap(({ kind, from }) =>
    kind === "contributionAnswer" && !takenBack.has(from) ? [from] : [],
  );
  const segments = (await view.leadingTo(answers)).flatMap(({ kind, from }) =>
    kind === "segment" ? [from] : [],
  );
  const toSegments = await view.leadingTo([...new Set(segments)]);
  return [
    ...new Set(
      toSegments.flatMap(({ kind, from, to }) => (kind === "coding" && counted.has(from) ? [to] : [])),
    ),
  ];
}
