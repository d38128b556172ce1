import type { RecordPage } from "@tocsin/workspace";
import { kindNamed, useDesk, type Desk } from "../desk.tsx";
import { codeLabel } from "../words/labels.ts";

/** By the field that people know it by; a code is shown by its label, and what has none by its kind. */
export function labelOfPage({ words, definitions }: Desk, page: RecordPage): string {
  const known = kindNamed(definitions, page.kind);
  const field = known?.form.fields.find(({ name }) => name === known.view.labelField);
  const label = field?.vocabulary === undefined ? page.label : codeLabel(words, field.vocabulary, page.label);
  return label === "" ? words.t(`kind.${page.kind}.one`) : label;
}

export function RecordLabel({ page }: { readonly page: RecordPage }) {
  const desk = useDesk();
  return <bdi>{labelOfPage(desk, page)}</bdi>;
}
