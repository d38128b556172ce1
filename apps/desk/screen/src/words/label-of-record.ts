// What a record is called on every screen.
import type { RecordPage } from "@tocsin/workspace";
import { kindNamed, type Desk } from "../desk.tsx";
import { dateWords } from "./date-words.ts";
import { deviceWords } from "./device-words.ts";
import { codeLabel, labelOfKind, questionText } from "./labels.ts";

type Named = Pick<RecordPage, "kind" | "label" | "question">;

/**
 * By the field that people know it by: a code by its label, a day in the reader's words, the name of a question by what is
 * asked; and what has none by its kind.
 */
export function labelOfRecord(desk: Desk, { kind, label, question }: Named): string {
  const { words, definitions } = desk;
  const asked = questionText(words, question);
  if (asked !== undefined) return asked;
  const known = kindNamed(definitions, kind);
  const field = known?.form.fields.find(({ name }) => name === known.view.labelField);
  if (label === "") return labelOfKind(words, kind, label);
  if (field?.vocabulary !== undefined) return codeLabel(words, field.vocabulary, label);
  if (field?.type === "date") return dateWords(words, label);
  return labelOfKind(words, kind, kind === "settings" ? deviceWords(desk, label) : label);
}
