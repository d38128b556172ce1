// Two people wrote one field without having seen each other: both values stand until somebody settles it.
import { Group } from "react-aria-components/Group";
import type { Change, FormField } from "@tocsin/records";
import type { RecordPage } from "@tocsin/workspace";
import { useWords } from "../desk.tsx";
import { ValueReading } from "../fields/field-reading.tsx";
import { Action } from "../parts/action.tsx";

interface ConflictProps {
  readonly field: FormField;
  readonly page: RecordPage;
  readonly save: (change: Change) => void;
}

export function Conflict({ field, page, save }: ConflictProps) {
  const words = useWords();
  const values = page.conflicts[field.name] ?? [];
  if (values.length < 2) return null;
  const label = words.t(field.label);
  return (
    <Group className="conflict" aria-label={words.t("desk.conflict.title", { field: label })}>
      <p>{words.t("desk.conflict.title", { field: label })}</p>
      <ul>
        {values.map((value, index) => (
          <li key={index}>
            <ValueReading field={field} value={value} labels={page.labels} />
            <Action onPress={() => save({ set: value })}>{words.t("desk.conflict.keep")}</Action>
          </li>
        ))}
      </ul>
    </Group>
  );
}
