import type { Submitted } from "../parts/submitted.ts";
import { isEdtf } from "@tocsin/core";
import { isFieldText } from "@tocsin/records";
import { kindNamed, useDesk } from "../desk.tsx";
import { FormDate } from "../fields/date-line.tsx";
import { FieldEditor } from "../fields/field-editor.tsx";
import { SelectField } from "../fields/select-field.tsx";
import { choicesOf } from "../fields/vocabulary-choices.ts";
import { Action } from "../parts/action.tsx";
import { FormField, LongField } from "../parts/form-field.tsx";
import { changedValues } from "../records/changed-values.ts";
import type { Account } from "./account.ts";

interface WhatHappenedProps {
  readonly account: Account;
  readonly change: (account: Account) => void;
  readonly go: () => void;
}

/** The acts by search, when, where, and a few words of one's own. */
export function WhatHappened({ account, change, go }: WhatHappenedProps) {
  const { words, definitions } = useDesk();
  const fields = kindNamed(definitions, "incident")?.form.fields ?? [];
  const isBadDate = account.when.trim() !== "" && !isEdtf(account.when.trim());
  const canGo = account.title.trim() !== "" && !isBadDate && isFieldText(account.narrative);
  const submit = (event: Submitted): void => {
    event.preventDefault();
    if (canGo) go();
  };
  const editorOf = (name: "acts" | "where", value: Account["acts"] | Account["place"]) => {
    const field = fields.find((each) => each.name === name);
    if (field === undefined) return null;
    return (
      <FieldEditor
        field={field}
        value={Object.keys(value).length === 0 ? undefined : value}
        labels={{}}
        delay={0}
        save={(next) => {
          const after = changedValues({ [name]: value }, name, next)[name];
          change(
            name === "acts" ? { ...account, acts: listOf(after) } : { ...account, place: partsOf(after) },
          );
        }}
      />
    );
  };
  return (
    <form className="fields" onSubmit={submit} autoComplete="off">
      <FormField
        label={words.t("desk.happened.title")}
        help={words.t("desk.happened.title.help")}
        value={account.title}
        change={(title) => change({ ...account, title })}
        required
      />
      {editorOf("acts", account.acts)}
      <FormDate
        label={words.t("incident.when")}
        value={account.when}
        change={(when) => change({ ...account, when })}
      />
      {editorOf("where", account.place)}
      <LongField
        field="narrative"
        label={words.t("incident.narrative")}
        value={account.narrative}
        change={(narrative) => change({ ...account, narrative })}
      />
      <Defence account={account} change={change} />
      <p className="actions">
        <Action primary isSubmit isDisabled={!canGo}>
          {words.t("action.next")}
        </Action>
      </p>
    </form>
  );
}

/** Without it nobody is counted as a defender who was attacked. */
function Defence({ account, change }: Pick<WhatHappenedProps, "account" | "change">) {
  const { words, definitions } = useDesk();
  return (
    <>
      <SelectField
        label={words.t("incident.defence")}
        value={account.defence}
        choices={choicesOf(words, definitions, "defenceLinks")}
        choose={(defence) => change({ ...account, defence })}
      />
      <FormField
        label={words.t("incident.defenceGrounds")}
        value={account.defenceGrounds}
        change={(defenceGrounds) => change({ ...account, defenceGrounds })}
        multiline
      />
    </>
  );
}

function listOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

function partsOf(value: unknown): Account["place"] {
  if (typeof value !== "object" || value === null) return {};
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, String(part)]));
}
