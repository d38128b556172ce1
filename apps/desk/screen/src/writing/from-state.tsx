// What a draft about a State is begun from: everything that the State's page counts is chosen, and can be left out.
import type { ReactNode } from "react";
import type { Json } from "@tocsin/core";
import type { FormField } from "@tocsin/records";
import type { StateRecords } from "@tocsin/workspace";
import { useQuery } from "../asking.ts";
import { useDesk } from "../desk.tsx";
import { Action } from "../parts/action.tsx";
import { Unfolding } from "../parts/unfolding.tsx";
import { Waiting } from "../parts/waiting.tsx";
import { labelOfRecord } from "../words/label-of-record.ts";
import { addressOf } from "../router.ts";
import { numberWords } from "../words/amounts.ts";

export interface BegunFromState {
  /** ISO 3166. */
  readonly country: string;
  readonly groups: StateRecords;
}

/** Of a form: no field of the draft, but what its parts are to rest on. */
export const recordsField: FormField = {
  name: "records",
  type: "links",
  many: true,
  label: "documentPart.records",
  to: "any",
};

interface FromStateProps {
  readonly country: string | null;
  readonly children: (state: BegunFromState | null) => ReactNode;
}

export function FromState({ country, children }: FromStateProps) {
  return country === null ? <>{children(null)}</> : <Read country={country}>{children}</Read>;
}

function Read({ country, children }: FromStateProps & { readonly country: string }) {
  const { value, error } = useQuery<StateRecords>("document.of-state", { country });
  return value === null ? <Waiting error={error} /> : <>{children({ country, groups: value })}</>;
}

export function valuesOfState({ country, groups }: BegunFromState): Readonly<Record<string, Json>> {
  const records = groups.flatMap((group) => group.records.map(({ record }) => record));
  return { country, ...(records.length === 0 ? {} : { records }) };
}

export function recordsIn(values: Readonly<Record<string, Json>>): readonly string[] {
  const { records } = values;
  return Array.isArray(records) ? records.filter((id) => typeof id === "string") : [];
}

interface ChooseOfStateProps {
  readonly groups: StateRecords;
  readonly chosen: readonly string[];
  readonly choose: (ids: readonly string[]) => void;
}

export function ChooseOfState({ groups, chosen, choose }: ChooseOfStateProps) {
  const { words } = useDesk();
  if (groups.length === 0) return <p className="note">{words.t("writing.from-state.none")}</p>;
  return (
    <section className="card" aria-labelledby="from-state-title">
      <h2 id="from-state-title">{words.t("writing.from-state")}</h2>
      <p className="note">{words.t("writing.from-state.note")}</p>
      {groups.map((group) => (
        <Group key={group.kind} group={group} chosen={chosen} choose={choose} />
      ))}
    </section>
  );
}

interface GroupProps extends Omit<ChooseOfStateProps, "groups"> {
  readonly group: StateRecords[number];
}

function Group({ group: { kind, total, records }, chosen, choose }: GroupProps) {
  const desk = useDesk();
  const { words } = desk;
  const own = new Set<string>(records.map(({ record }) => record));
  const others = chosen.filter((id) => !own.has(id));
  const count = chosen.length - others.length;
  const title = words.t("writing.from-state.of", {
    kind: words.t(`kind.${kind}`),
    chosen: numberWords(words, count),
    count: numberWords(words, records.length),
  });
  return (
    <Unfolding className="facts" summary={title}>
      <p className="actions">
        <Action quiet onPress={() => choose(count === own.size ? others : [...others, ...own])}>
          {words.t(count === own.size ? "desk.bulk.none" : "desk.bulk.select-all")}
        </Action>
      </p>
      <fieldset className="checks">
        <legend className="hidden">{title}</legend>
        {records.map(({ record, label }) => (
          <label key={record} className="check">
            <input
              type="checkbox"
              checked={chosen.includes(record)}
              onChange={({ target }) =>
                choose(target.checked ? [...chosen, record] : chosen.filter((id) => id !== record))
              }
            />
            <a href={addressOf(kind, record)} dir="auto">
              {labelOfRecord(desk, { kind, label })}
            </a>
          </label>
        ))}
      </fieldset>
      {total > records.length && (
        <p className="note">{words.t("desk.list.shown", { shown: records.length, count: total })}</p>
      )}
    </Unfolding>
  );
}
