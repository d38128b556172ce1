// What a text says in other languages, below it: first who or what made each, then the words.
import type { ReportTranslation } from "../report-input.ts";
import { createVoice, term } from "../sentence.ts";
import type { ThreadStep } from "../report.ts";

export function translationSentences(
  translations: readonly ReportTranslation[] | undefined,
  thread: readonly ThreadStep[],
) {
  const { quote, say } = createVoice(thread);
  return (translations ?? []).flatMap((each) => [
    each.origin === null
      ? say("report.translation.unknown")
      : say("report.translation.by", { origin: term("textOrigins", each.origin) }),
    quote(each),
  ]);
}
