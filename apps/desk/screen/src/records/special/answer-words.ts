// What came back after something was sent, in words.
import { daysLeft, isEdtf, parseEdtf, type Json } from "@tocsin/core";
import type { Translator } from "@tocsin/language";
import { plainText } from "../../fields/plain-text.ts";
import { dateWords } from "../../words/date-words.ts";

type Values = Readonly<Record<string, Json>>;

type AnswerState = "unsent" | "waiting" | "answered" | "closed";

export function answerState({ sent, replied, result }: Values): AnswerState {
  if (replied !== undefined) return "answered";
  if (result !== undefined && result !== "waiting") return "closed";
  return sent === undefined ? "unsent" : "waiting";
}

/** "No reply for 45 days" is said only where the day on which it was sent is known. */
export function answerWords(words: Translator, values: Values, now: number): string {
  const state = answerState(values);
  const [sent, replied] = [plainText(values["sent"] ?? ""), plainText(values["replied"] ?? "")];
  if (state === "answered") return words.t("special.action.answered", { when: dateWords(words, replied) });
  if (state !== "waiting") return words.t(`special.action.${state}`);
  const when = dateWords(words, sent);
  const left = daysLeft(sent, Intl.DateTimeFormat().resolvedOptions().timeZone, now);
  if (left !== null && left > 0) return words.t("special.action.to-send", { when });
  return left === null || !isExactDay(sent)
    ? words.t("special.action.waiting-since", { when })
    : words.t("special.action.waiting", { count: Math.abs(left) });
}

function isExactDay(date: string): boolean {
  if (!isEdtf(date)) return false;
  const { precision, interval, approximate, uncertain } = parseEdtf(date);
  return (precision === "day" || precision === "instant") && !interval && !approximate && !uncertain;
}
