// The fields of a form in groups: what matters most stands open, everything else behind a line that says what it is about.
import type { ReactNode } from "react";
import type { Json } from "@tocsin/core";
import type { Translator } from "@tocsin/language";
import { fieldGroups, type FormField } from "@tocsin/records";
import { useWords } from "../desk.tsx";
import { Unfolding } from "../parts/unfolding.tsx";

interface FieldGroupsProps {
  readonly fields: readonly FormField[];
  readonly values: Readonly<Record<string, Json>>;
  /** Names of those that come first, in this order; all others are behind one line. */
  readonly first?: readonly string[] | null;
  readonly children: (field: FormField) => ReactNode;
}

export function FieldGroups({ first = null, ...props }: FieldGroupsProps) {
  return first === null ? <Groups {...props} /> : <FirstOfAll {...props} first={first} />;
}

function FirstOfAll({ first, fields, ...props }: FieldGroupsProps & { readonly first: readonly string[] }) {
  const words = useWords();
  const others = fields.filter(({ name }) => !first.includes(name));
  const filled = others.filter(({ name }) => props.values[name] !== undefined).length;
  return (
    <>
      {first.flatMap((name) => fields.filter((field) => field.name === name)).map(props.children)}
      <Unfolding className="field-group" summary={summaryOf(words, "all", filled)}>
        <div className="fields">
          <Groups {...props} fields={others} />
        </div>
      </Unfolding>
    </>
  );
}

/** How many of them are filled in, where any is. */
function summaryOf(words: Translator, group: string, count: number): string {
  const name = words.t(`desk.field-group.${group}`);
  return count === 0 ? name : words.t("desk.field-group", { name, count });
}

function Groups({ fields, values, children }: Omit<FieldGroupsProps, "first">) {
  const words = useWords();
  return (
    <>
      {fields.filter(({ group }) => group === undefined).map(children)}
      {fieldGroups.map((name) => {
        const own = fields.filter(({ group }) => group === name);
        const filled = own.filter((field) => values[field.name] !== undefined).length;
        return own.length === 0 ? null : (
          <Unfolding key={name} className="field-group" summary={summaryOf(words, name, filled)}>
            <div className="fields">{own.map(children)}</div>
          </Unfolding>
        );
      })}
    </>
  );
}
