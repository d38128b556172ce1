import type { RecordPage } from "@tocsin/workspace";
import { kindNamed, useDesk, type Desk } from "../desk.tsx";
import { deviceWords } from "../words/device-words.ts";
import { codeLabel, labelOfKind } from "../words/labels.ts";

/** By the field that people know it by; a code is shown by its label, the name of a question by its words, and what has none by its kind. */
export function labelOfPage(desk: Desk, page: RecordPage): string {
  if (page.question === undefined) return labelOfRecord(desk, page);
  return page.question.translations[desk.words.locale] ?? page.question.text;
}

/** The label of a record of which nothing else is at hand. */
export function labelOfRecord(desk: Desk, { kind, label }: Pick<RecordPage, "kind" | "label">): string {
  const { words, definitions } = desk;
  const known = kindNamed(definitions, kind);
  const field = known?.form.fields.find(({ name }) => name === known.view.labelField);
  if (field?.vocabulary !== undefined && label !== "") return codeLabel(words, field.vocabulary, label);
  return labelOfKind(words, kind, kind === "settings" ? deviceWords(desk, label) : label);
}

export function RecordLabel({ page }: { readonly page: RecordPage }) {
  const desk = useDesk();
  return <bdi>{labelOfPage(desk, page)}</bdi>;
}
