// The fields of a form in groups: what matters most stands open, everything else behind a line that says what it is about.
import type { ReactNode } from "react";
import type { Json } from "@tocsin/core";
import { fieldGroups, type FormField } from "@tocsin/records";
import { useWords } from "../desk.tsx";

interface FieldGroupsProps {
  readonly fields: readonly FormField[];
  readonly values: Readonly<Record<string, Json>>;
  readonly children: (field: FormField) => ReactNode;
}

export function FieldGroups({ fields, values, children }: FieldGroupsProps) {
  const words = useWords();
  return (
    <>
      {fields.filter(({ group }) => group === undefined).map(children)}
      {fieldGroups.map((name) => {
        const own = fields.filter(({ group }) => group === name);
        const filled = own.filter((field) => values[field.name] !== undefined).length;
        return own.length === 0 ? null : (
          <details key={name} className="field-group">
            <summary>
              {words.t("desk.field-group", { name: words.t(`desk.field-group.${name}`), count: filled })}
            </summary>
            <div className="fields">{own.map(children)}</div>
          </details>
        );
      })}
    </>
  );
}
