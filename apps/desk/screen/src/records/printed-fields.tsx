// A record on paper: what is written in its fields, in place of the form.
import type { RecordPage } from "@tocsin/workspace";
import { kindNamed, useDesk } from "../desk.tsx";
import { FieldReading } from "../fields/field-reading.tsx";
import { usePrinting } from "../parts/use-printing.ts";

export function PrintedFields({ page }: { readonly page: RecordPage }) {
  const { definitions } = useDesk();
  const isPrinting = usePrinting();
  const fields = kindNamed(definitions, page.kind)?.form.fields ?? [];
  if (!isPrinting) return null;
  return (
    <div className="printed">
      {fields
        .filter(({ name }) => page.values[name] !== undefined)
        .map((field) => (
          <FieldReading key={field.name} field={field} value={page.values[field.name]} labels={page.labels} />
        ))}
    </div>
  );
}
