// A mark of a timeline as words: when, what, and how sure it is.
import type { Translator } from "@tocsin/language";
import type { TimelineMark } from "@tocsin/workspace";
import type { Desk } from "../../desk.tsx";
import { dateWords } from "../../words/date-words.ts";
import { labelOfRecord } from "../../words/label-of-record.ts";
import { codeLabel } from "../../words/labels.ts";

export function markKey({ record, field }: TimelineMark): string {
  return `${record}.${field}`;
}

/** What happened, was given or is due; a code by its label. */
export function markLabel(desk: Desk, { kind, label }: TimelineMark): string {
  return labelOfRecord(desk, { kind, label });
}

/** "Consent: Given". An incident is what it is about; the rest says which of its days it is. */
export function markSort(words: Translator, { kind, field }: TimelineMark): string {
  const name = words.t(`kind.${kind}.one`);
  const plain = ["when", "time", "said"].includes(field);
  return plain ? name : words.t("pictures.sort", { kind: name, what: words.t(`${kind}.${field}`) });
}

export function markSureness(words: Translator, mark: TimelineMark): readonly string[] {
  return [
    ...mark.acts.map((code) => codeLabel(words, "acts", code)),
    ...(mark.status === null ? [] : [codeLabel(words, "verification", mark.status)]),
    ...(mark.level === null ? [] : [codeLabel(words, "levels", mark.level)]),
    ...(mark.isUnconfirmed ? [words.t("mark.unconfirmed")] : []),
  ];
}

/** The whole of it in one line. */
export function markSentence(desk: Desk, mark: TimelineMark): string {
  const { words } = desk;
  return [
    dateWords(words, mark.date),
    markSort(words, mark),
    markLabel(desk, mark),
    ...markSureness(words, mark),
  ].join(" · ");
}
