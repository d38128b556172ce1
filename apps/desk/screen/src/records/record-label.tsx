import type { RecordPage } from "@tocsin/workspace";
import { kindNamed, useDesk, type Desk } from "../desk.tsx";
import { deviceWords } from "../words/device-words.ts";
import { codeLabel, labelOfKind, questionText } from "../words/labels.ts";

type Named = Pick<RecordPage, "kind" | "label" | "question">;

/** By the field that people know it by; a code is shown by its label, the name of a question by its words, and what has none by its kind. */
export function labelOfRecord(desk: Desk, { kind, label, question }: Named): string {
  const { words, definitions } = desk;
  const asked = questionText(words, question);
  if (asked !== undefined) return asked;
  const known = kindNamed(definitions, kind);
  const field = known?.form.fields.find(({ name }) => name === known.view.labelField);
  if (field?.vocabulary !== undefined && label !== "") return codeLabel(words, field.vocabulary, label);
  return labelOfKind(words, kind, kind === "settings" ? deviceWords(desk, label) : label);
}

export function RecordLabel({ page }: { readonly page: RecordPage }) {
  const desk = useDesk();
  return <bdi>{labelOfRecord(desk, page)}</bdi>;
}
