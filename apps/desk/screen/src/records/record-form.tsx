// Every field of a record, from its definition. Each saves itself, says so quietly, and can be undone.
import { useState } from "react";
import type { Change, FormField, Patch } from "@tocsin/records";
import type { RecordPage } from "@tocsin/workspace";
import { useAction } from "../asking.ts";
import { Part } from "../beside/part.tsx";
import { kindNamed, useDesk } from "../desk.tsx";
import { FieldEditor } from "../fields/field-editor.tsx";
import { FieldGroups } from "../fields/field-groups.tsx";
import { FieldReading } from "../fields/field-reading.tsx";
import { LanguageNotice } from "../fields/language-notice.tsx";
import { Action } from "../parts/action.tsx";
import { Conflict } from "./conflict.tsx";
import { NeedNote } from "./need-note.tsx";
import { heldBack, mergedChange, patchedValues } from "./needs.ts";

/** After the last key: often enough that nothing is lost, seldom enough that the history can be read. */
const delay = 1200;

export function RecordForm({ page }: { readonly page: RecordPage }) {
  const desk = useDesk();
  const { words, definitions } = desk;
  const [count, setCount] = useState(0);
  const [held, setHeld] = useState<Patch>({});
  const fields = kindNamed(definitions, page.kind)?.form.fields ?? [];
  const values = patchedValues(page.values, held);
  const save = (field: FormField, change: Change): void => {
    const patch = { ...held, [field.name]: mergedChange(held[field.name], change) };
    const { send, hold } = heldBack(fields, page.values, patch);
    setHeld(hold);
    if (Object.keys(send).length === 0) return;
    desk.api.run("record.change", { record: page.id, patch: send }).then(() => {
      desk.announce(words.t("desk.saved"));
      desk.changed();
    }, desk.fail);
  };
  const begin = (): void => {
    setHeld({});
    setCount((last) => last + 1);
  };
  return (
    <Part className="record-form" label={words.t("desk.record.fields")}>
      <div className="form-head">
        <p className="note">{words.t("desk.record.saves-itself")}</p>
        <UndoAction page={page} done={begin} />
      </div>
      <div className="fields" key={count}>
        <FieldGroups fields={fields.filter(({ fixed }) => fixed !== true)} values={values}>
          {(field) => (
            <div key={field.name} className="field-place">
              <Conflict field={field} page={page} save={(change) => save(field, change)} />
              <FieldEditor
                field={field}
                value={values[field.name]}
                labels={page.labels}
                delay={delay}
                save={(change) => save(field, change)}
              />
              <LanguageNotice field={field} fields={fields} values={values} />
              <NeedNote field={field} fields={fields} values={values} />
            </div>
          )}
        </FieldGroups>
      </div>
      <FixedFields fields={fields.filter(({ fixed }) => fixed === true)} page={page} />
    </Part>
  );
}

interface UndoActionProps {
  readonly page: RecordPage;
  readonly done: () => void;
}

function UndoAction({ page, done }: UndoActionProps) {
  const { words, api, announce, changed } = useDesk();
  const { run, isBusy } = useAction();
  // The act that began a record is not undone: records are erased.
  const canUndo = new Set(page.history.map(({ commit }) => commit)).size > 1;
  const undo = async (): Promise<void> => {
    await api.run("record.undo", { record: page.id });
    announce(words.t("desk.undone"));
    done();
    changed();
  };
  return (
    <Action isDisabled={isBusy || !canUndo} onPress={() => run(undo)}>
      {words.t("action.undo")}
    </Action>
  );
}

interface FixedFieldsProps {
  readonly fields: readonly FormField[];
  readonly page: RecordPage;
}

/** What the program wrote and nobody edits. */
function FixedFields({ fields, page }: FixedFieldsProps) {
  const { words } = useDesk();
  const known = fields.filter(({ name }) => page.values[name] !== undefined);
  if (known.length === 0) return null;
  return (
    <details className="fixed-fields">
      <summary>{words.t("desk.record.fixed")}</summary>
      {known.map((field) => (
        <FieldReading key={field.name} field={field} value={page.values[field.name]} labels={page.labels} />
      ))}
    </details>
  );
}
