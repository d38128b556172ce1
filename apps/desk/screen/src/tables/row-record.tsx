// One of the records that a row becomes: of what kind, by which column others name it, and what is the same in every row.
import type { FormField } from "@tocsin/records";
import { useDesk } from "../desk.tsx";
import { SelectField } from "../fields/select-field.tsx";
import { choicesOf } from "../fields/vocabulary-choices.ts";
import { Action } from "../parts/action.tsx";
import { lackingFields, type FieldsOf, type RecordPlan, type SheetPlan } from "./sheet-plans.ts";

interface RowRecordProps {
  readonly at: number;
  readonly plan: SheetPlan;
  readonly record: RecordPlan;
  readonly headings: readonly string[];
  readonly kinds: readonly { readonly id: string; readonly label: string }[];
  readonly fieldsOf: FieldsOf;
  readonly change: (changes: Partial<RecordPlan>) => void;
  readonly chooseKind: (kind: string) => void;
  readonly remove: () => void;
}

export function RowRecord({ at, plan, record, headings, kinds, fieldsOf, ...on }: RowRecordProps) {
  const { words } = useDesk();
  const { kind, key, constants } = record;
  const named = words.t(`kind.${kind}.one`);
  const lacking = lackingFields(plan, at, fieldsOf);
  const fixed = fieldsOf(kind).filter(
    (field) => isConstant(field) && (lacking.includes(field) || (constants[field.name] ?? "") !== ""),
  );
  return (
    <>
      {at > 0 && (
        <>
          <SelectField
            label={words.t("desk.table.record.also")}
            value={kind}
            choices={kinds}
            choose={on.chooseKind}
            canBeEmpty={false}
          />
          <p className="actions">
            <Action quiet onPress={on.remove}>
              {words.t("desk.table.record.remove", { kind: named })}
            </Action>
          </p>
        </>
      )}
      <SelectField
        label={words.t("desk.table.key", { kind: named })}
        value={key}
        choices={[
          { id: "", label: words.t("desk.table.key.none"), description: words.t("desk.table.key.what") },
          ...headings.map((id) => ({ id, label: id, description: words.t("desk.table.key.what") })),
        ]}
        choose={(heading) => on.change({ key: heading })}
        canBeEmpty={false}
      />
      {fixed.map((field) => (
        <Constant
          key={field.name}
          field={field}
          value={constants[field.name] ?? ""}
          choose={(code) => on.change({ constants: { ...constants, [field.name]: code } })}
        />
      ))}
      {lacking.map((field) => (
        <p key={field.name} className="waits">
          {words.t("desk.table.lacks", { field: `${named}: ${words.t(field.label)}` })}
        </p>
      ))}
    </>
  );
}

function isConstant({ type, required }: FormField): boolean {
  return type === "code" && required === true;
}

interface ConstantProps {
  readonly field: FormField;
  readonly value: string;
  readonly choose: (code: string) => void;
}

function Constant({ field, value, choose }: ConstantProps) {
  const { words, definitions } = useDesk();
  return (
    <SelectField
      label={words.t("desk.table.constant", { field: words.t(field.label) })}
      value={value}
      choices={choicesOf(words, definitions, field.vocabulary ?? "")}
      choose={choose}
    />
  );
}
