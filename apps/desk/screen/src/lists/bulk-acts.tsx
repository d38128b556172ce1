// The acts on many records that write: a field, the case, a task about each. Each says first what it would change.
import { useState } from "react";
import { isEdtf, type Json } from "@tocsin/core";
import type { FormField } from "@tocsin/records";
import type { PlannedChanges } from "@tocsin/workspace";
import type { Acknowledged } from "../api/contract/work.ts";
import { useAction, useQuery } from "../asking.ts";
import { useDesk } from "../desk.tsx";
import { FormDate } from "../fields/date-line.tsx";
import { RecordChooser, type RecordChoice } from "../fields/link-editor.tsx";
import { SelectField } from "../fields/select-field.tsx";
import { choicesOf } from "../fields/vocabulary-choices.ts";
import { Action } from "../parts/action.tsx";
import { FormField as Typed } from "../parts/form-field.tsx";
import type { BulkActProps } from "./bulk-act-props.ts";

/** Fields of one code: what is set for many at once. */
export function BulkField({ known, records, done }: BulkActProps) {
  const { words, definitions } = useDesk();
  const fields = known.form.fields.filter(
    ({ type, fixed, needs }) => type === "code" && fixed !== true && needs === undefined,
  );
  const [name, setName] = useState(fields[0]?.name ?? "");
  const [value, setValue] = useState("");
  const field = fields.find((each) => each.name === name);
  const choose = (next: string): void => {
    setName(next);
    setValue("");
  };
  return (
    <div className="fields">
      <SelectField
        label={words.t("desk.bulk.field")}
        value={name}
        canBeEmpty={false}
        choices={fields.map((each) => ({ id: each.name, label: words.t(each.label) }))}
        choose={choose}
      />
      <SelectField
        label={words.t("desk.bulk.value")}
        value={value}
        choices={choicesOf(words, definitions, field?.vocabulary ?? "")}
        choose={setValue}
      />
      {field !== undefined && value !== "" && (
        <Planned records={records} field={field} value={value} done={done} />
      )}
    </div>
  );
}

export function BulkCase({ known, records, done }: BulkActProps) {
  const { words } = useDesk();
  const [chosen, setChosen] = useState<RecordChoice | null>(null);
  const field = known.form.fields.find(({ name }) => name === "case");
  return (
    <div className="fields">
      <RecordChooser label={words.t("desk.bulk.case")} kind="case" choose={setChosen} />
      {chosen !== null && field !== undefined && (
        <>
          <p>
            <bdi>{chosen.label}</bdi>
          </p>
          <Planned records={records} field={field} value={chosen.id} done={done} />
        </>
      )}
    </div>
  );
}

interface PlannedProps {
  readonly records: readonly string[];
  readonly field: FormField;
  readonly value: Json;
  readonly done: () => void;
}

function Planned({ records, field, value, done }: PlannedProps) {
  const { words, api } = useDesk();
  const input = { records, patch: { [field.name]: { set: value } } };
  const { value: plan, error } = useQuery<PlannedChanges>("records.plan", input);
  const write = useBulkAct(done);
  if (plan === null) return error === null ? null : <p role="alert">{words.t("error.unexpected")}</p>;
  const { changing, already, replaced } = plan;
  const count = replaced[field.name] ?? 0;
  return (
    <>
      <p>
        <output>
          {words.t("desk.bulk.plan", { count: changing })}{" "}
          {already > 0 && changing > 0 && words.t("desk.bulk.plan.already", { count: already })}{" "}
          {count > 0 && words.t("desk.bulk.plan.replaced", { count })}
        </output>
      </p>
      <p className="actions">
        <Action
          primary
          isDisabled={write.isBusy || changing === 0}
          onPress={() =>
            write.run(
              () => api.run("records.change", input),
              (number) => words.t("desk.bulk.done", { count: number }),
            )
          }
        >
          {words.t("desk.bulk.do")}
        </Action>
      </p>
    </>
  );
}

export function BulkTask({ records, done }: BulkActProps) {
  const { words, api } = useDesk();
  const [title, setTitle] = useState("");
  const [who, setWho] = useState("");
  const [due, setDue] = useState("");
  const write = useBulkAct(done);
  const isBadDate = due.trim() !== "" && !isEdtf(due.trim());
  const textIn = (name: string, text: string): object =>
    text.trim() === "" ? {} : { [name]: { text: text.trim(), lang: words.locale } };
  const input = {
    records,
    ...textIn("title", title),
    ...textIn("who", who),
    ...(due.trim() === "" ? {} : { due: due.trim() }),
  };
  return (
    <div className="fields">
      <Typed label={words.t("task.title")} value={title} change={setTitle} required />
      <Typed label={words.t("task.who")} value={who} change={setWho} />
      <FormDate label={words.t("task.due")} value={due} change={setDue} />
      <p>
        <output>{words.t("desk.bulk.plan.tasks", { count: records.length })}</output>
      </p>
      <p className="actions">
        <Action
          primary
          isDisabled={write.isBusy || title.trim() === "" || isBadDate}
          onPress={() =>
            write.run(
              () => api.run("records.task", input),
              (count) => words.t("desk.bulk.done.tasks", { count }),
            )
          }
        >
          {words.t("desk.bulk.do")}
        </Action>
      </p>
    </div>
  );
}

/** Writes, says for how many, and offers the one way back. */
function useBulkAct(done: () => void): {
  readonly isBusy: boolean;
  readonly run: (act: () => Promise<Acknowledged>, say: (count: number) => string) => void;
} {
  const { words, api, announceUndo, changed } = useDesk();
  const { run, isBusy } = useAction();
  return {
    isBusy,
    run: (act, say) =>
      run(async () => {
        const { records, at } = await act();
        changed();
        announceUndo(`${say(records.length)} ${words.t("desk.bulk.undo.note")}`, () =>
          api.run("records.undo", { records, at }),
        );
        done();
      }),
  };
}
