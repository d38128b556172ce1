// An adopted text goes over to the commitments: a person gives their name, and every paragraph with a number is handed over.
import type { DraftPage } from "@tocsin/workspace";
import { useDesk } from "../desk.tsx";
import { QuickForm } from "../records/special/quick-form.tsx";
import { someFields } from "../records/special/some-fields.ts";

export function HandOverPart({ page }: { readonly page: DraftPage }) {
  const desk = useDesk();
  const { words, api } = desk;
  const fields = someFields(desk, "handOver", { names: ["by"], required: ["by"] }).map(
    ({ fixed: _fixed, ...field }) => field,
  );
  const paragraphs = page.paragraphs.flatMap(({ record, label }) => (label === null ? [] : [record]));
  if (page.stage !== "adopted" || paragraphs.length === 0) return null;
  return (
    <QuickForm
      page={{ kind: "draft", id: page.record, labels: {} }}
      name="hand-over"
      title={words.t("texts.hand-over")}
      note={words.t("texts.hand-over.note")}
      fields={fields}
      submit={words.t("texts.hand-over")}
      send={(values) => api.run("negotiation.hand-over", { ...values, draft: page.record, paragraphs })}
    />
  );
}
