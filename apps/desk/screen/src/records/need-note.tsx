import type { Json } from "@tocsin/core";
import type { FormField } from "@tocsin/records";
import { useWords } from "../desk.tsx";
import { unmetNeeds } from "./needs.ts";

interface NeedNoteProps {
  readonly field: FormField;
  readonly fields: readonly FormField[];
  readonly values: Readonly<Record<string, Json>>;
}

/** Under a field that stands only with another one, as long as that one is empty. */
export function NeedNote({ field, fields, values }: NeedNoteProps) {
  const words = useWords();
  const needed = unmetNeeds(fields, values).find((need) => need.field === field.name)?.needed;
  if (needed === undefined) return null;
  const label = fields.find(({ name }) => name === needed)?.label;
  return (
    <p>
      <output className="waits">
        {words.t("desk.field.needs", { field: label === undefined ? needed : words.t(label) })}
      </output>
    </p>
  );
}
