// How far work is, how fast it goes and what is left, as sentences.
import type { Translator } from "@tocsin/language";
import type { Job, JobProgress } from "../api/contract/work.ts";
import { numberWords, sizeWords, spanWords } from "./amounts.ts";

export interface ProgressWords {
  readonly text: string;
  /** Null while there is nothing to reckon with. */
  readonly left: string | null;
}

export function progressWords(words: Translator, { progress, startedAt }: Job, now: number): ProgressWords {
  if (progress === null) return { text: words.t("state.waiting"), left: null };
  const { done, total } = progress;
  const text =
    total === null
      ? words.t("desk.work.progress-open", { done: amountWords(words, done, progress) })
      : words.t("desk.work.progress", {
          done: amountWords(words, done, progress),
          total: amountWords(words, total, progress),
        });
  const seconds = (now - startedAt) / 1000;
  if (seconds < 1 || done <= 0) return { text, left: null };
  const perSecond = Math.round(done / seconds);
  // What takes longer than two seconds has no speed that says anything.
  const speed =
    perSecond === 0 ? null : words.t("desk.work.speed", { amount: amountWords(words, perSecond, progress) });
  if (total === null || total <= done) return { text, left: speed };
  const left = words.t("desk.work.left", { time: spanWords(words, ((total - done) / done) * seconds) });
  return { text, left: speed === null ? left : words.t("desk.work.speed-left", { speed, left }) };
}

function amountWords(words: Translator, amount: number, { unit }: JobProgress): string {
  return unit === "bytes"
    ? sizeWords(words, amount)
    : words.t(`desk.work.unit.${unit}`, { amount: numberWords(words, amount) });
}
