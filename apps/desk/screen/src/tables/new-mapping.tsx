// A new mapping: of each sheet what its rows are, and where each column goes. A guess counts once a person confirmed it.
import { useCallback, useState } from "react";
import type { FormField as Field } from "@tocsin/records";
import type { LookedSheet, TableMapping } from "@tocsin/workspace";
import type { TakenTable } from "../api/contract/tables.ts";
import { useAnswer } from "../asking.ts";
import { kindNamed, useDesk } from "../desk.tsx";
import { LanguageSelect } from "../fields/language-select.tsx";
import { SelectField } from "../fields/select-field.tsx";
import { Action } from "../parts/action.tsx";
import { FormField } from "../parts/form-field.tsx";
import { Waiting } from "../parts/waiting.tsx";
import { columnsOf } from "./column-mapping.ts";
import { SheetPanel } from "./sheet-panel.tsx";
import { lackingFields, mappingOf, type SheetPlan } from "./sheet-plans.ts";

interface NewMappingProps {
  readonly taken: TakenTable;
  readonly choose: (mapping: TableMapping) => void;
}

/** So many sheets are guessed at; the others are left out until a person says what they are. */
const guessedSheets = 32;

export function NewMapping({ taken, choose }: NewMappingProps) {
  const { words, api } = useDesk();
  const { value: guessed, error } = useAnswer(
    useCallback(
      () =>
        Promise.all(
          taken.sheets.map(async (looked, sheet) => {
            const [first] = looked.rows;
            if (first === undefined || sheet >= guessedSheets) return planFor(looked, []);
            // A table of one sheet is about something; of several each may be left out.
            const kind = taken.sheets.length === 1 ? { kind: "incident" } : {};
            const guess = await api.guessMapping(taken.table, { sheet, headings: first.row, ...kind });
            return planFor(looked, guess.sheets[0]?.records ?? []);
          }),
        ),
      [api, taken],
    ),
    0,
  );
  if (taken.sheets.every(({ rows }) => rows.length === 0))
    return <p className="waits">{words.t("desk.table.sheet.empty")}</p>;
  if (guessed === null) return <Waiting error={error} />;
  return <Plans taken={taken} first={guessed} choose={choose} />;
}

function planFor(sheet: LookedSheet, guess: TableMapping["sheets"][number]["records"]): SheetPlan {
  const headings = sheet.rows[0]?.row ?? 1;
  const [record] = guess;
  return {
    sheet,
    headings,
    records: record === undefined ? [] : [{ kind: record.kind, key: "", constants: {} }],
    columns: columnsOf(sheet, headings, record?.fields ?? {}),
  };
}

const dateForms = ["D/M/YYYY", "M/D/YYYY", "D.M.YYYY", "D MMMM YYYY", "MMMM D, YYYY"];

function Plans({ taken, first, choose }: NewMappingProps & { readonly first: readonly SheetPlan[] }) {
  const { words, definitions } = useDesk();
  const [plans, setPlans] = useState(first);
  const [name, setName] = useState(taken.fileName);
  const [language, setLanguage] = useState(words.locale);
  const [dates, setDates] = useState("");
  const fieldsOf = useCallback(
    (kind: string): readonly Field[] => kindNamed(definitions, kind)?.form.fields ?? [],
    [definitions],
  );
  const used = plans.filter(({ records }) => records.length > 0);
  const open = used.flatMap(({ columns }) => columns.filter((each) => each.isGuess && !each.isConfirmed));
  const isWhole = used.every((plan) =>
    plan.records.every((_, at) => lackingFields(plan, at, fieldsOf).length === 0),
  );
  const isReady = used.length > 0 && open.length === 0 && isWhole && name.trim() !== "";
  const confirmAll = (): void =>
    setPlans(plans.map((plan) => ({ ...plan, columns: plan.columns.map(confirmed) })));
  const check = (): void =>
    choose(mappingOf({ name: name.trim(), language, dates: dates === "" ? [] : [dates], plans, fieldsOf }));
  return (
    <>
      {plans.length > 1 && <p className="note">{words.t("desk.table.sheets", { count: plans.length })}</p>}
      {plans.map((plan, at) => (
        <SheetPanel
          key={at}
          at={at}
          taken={taken}
          plan={plan}
          plans={plans}
          fieldsOf={fieldsOf}
          change={(next) => setPlans((all) => all.map((each, other) => (other === at ? next(each) : each)))}
        />
      ))}
      {open.length > 0 && (
        <p className="actions">
          <Action onPress={confirmAll}>{words.t("desk.table.confirm-all", { count: open.length })}</Action>
        </p>
      )}
      <SelectField
        label={words.t("desk.table.dates")}
        value={dates}
        choices={[
          { id: "", label: words.t("desk.table.dates.none") },
          ...dateForms.map((id) => ({ id, label: id })),
        ]}
        choose={setDates}
        canBeEmpty={false}
      />
      <p className="actions">
        <span className="term">{words.t("desk.table.language")}</span>
        <LanguageSelect of={taken.fileName} lang={language} choose={setLanguage} />
      </p>
      <FormField
        label={words.t("desk.table.name")}
        help={words.t("desk.table.name.help")}
        value={name}
        change={setName}
        required
      />
      {used.length === 0 && <p className="waits">{words.t("desk.table.sheets.none")}</p>}
      <p className="actions">
        <Action primary isDisabled={!isReady} onPress={check}>
          {words.t("desk.table.check")}
        </Action>
      </p>
    </>
  );
}

function confirmed<Column extends { readonly isConfirmed: boolean }>(column: Column): Column {
  return { ...column, isConfirmed: true };
}
