// How far the lists are made, as a sentence.
import type { Translator } from "@tocsin/language";
import type { ListsProgress } from "../api/contract/session.ts";
import { numberWords, spanWords } from "./amounts.ts";

export function listsWords(words: Translator, { step, done, total, rate }: ListsProgress): string {
  const amounts = { done: numberWords(words, done), total: numberWords(words, total) };
  const text = words.t(`desk.lists.step.${step}`, amounts);
  // The pace of the log is in entries, and an act has several: only records tell what is left.
  if (step === "log" || rate <= 0 || done >= total) return text;
  return `${text} · ${words.t("desk.work.left", { time: spanWords(words, (total - done) / rate) })}`;
}
