// A new mapping: which sheet, what its rows are, and where each column goes. A guess counts once a person confirmed it.
import { useCallback, useState } from "react";
import type { LookedSheet, TableMapping } from "@tocsin/workspace";
import type { TakenTable } from "../api/contract/tables.ts";
import { useAnswer } from "../asking.ts";
import { kindNamed, useDesk } from "../desk.tsx";
import { LanguageSelect } from "../fields/language-select.tsx";
import { SelectField } from "../fields/select-field.tsx";
import { Action } from "../parts/action.tsx";
import { FormField } from "../parts/form-field.tsx";
import { Waiting } from "../parts/waiting.tsx";
import { isMadeByHand } from "../records/made-by-hand.ts";
import { columnsOf, lackingFields, mappingOf, type Column } from "./column-mapping.ts";
import { ColumnTable } from "./column-table.tsx";

interface NewMappingProps {
  readonly taken: TakenTable;
  readonly choose: (mapping: TableMapping) => void;
}

export function NewMapping({ taken, choose }: NewMappingProps) {
  const { words, definitions } = useDesk();
  const [sheet, setSheet] = useState(0);
  const looked = taken.sheets[sheet];
  const firstRow = looked?.rows[0]?.row ?? 1;
  const [row, setRow] = useState<number | null>(null);
  const [kind, setKind] = useState("incident");
  const headings = row ?? firstRow;
  const kinds = definitions.kinds.filter(({ form, view }) => view.stretch !== "hidden" && isMadeByHand(form));
  return (
    <>
      <SelectField
        label={words.t("desk.table.sheet")}
        value={String(sheet)}
        choices={taken.sheets.map(({ name }, at) => ({
          id: String(at),
          label: name === "" ? words.t("desk.table.sheet.one") : name,
        }))}
        choose={(id) => {
          setSheet(Number(id));
          setRow(null);
        }}
        canBeEmpty={false}
      />
      <SelectField
        label={words.t("desk.table.headings")}
        value={String(headings)}
        choices={(looked?.rows ?? []).slice(0, 12).map((each) => ({
          id: String(each.row),
          label: `${each.row}: ${each.cells.join(" · ").slice(0, 60)}`,
        }))}
        choose={(id) => setRow(Number(id))}
        canBeEmpty={false}
      />
      <SelectField
        label={words.t("desk.table.kind")}
        value={kind}
        choices={kinds.map(({ form }) => ({ id: form.kind, label: words.t(`${form.label}.one`) }))}
        choose={setKind}
        canBeEmpty={false}
      />
      {looked === undefined || looked.rows.length === 0 ? (
        <p className="waits">{words.t("desk.table.sheet.empty")}</p>
      ) : (
        <Guessed key={`${sheet} ${headings} ${kind}`} {...{ taken, sheet, looked, headings, kind, choose }} />
      )}
    </>
  );
}

interface GuessedProps extends NewMappingProps {
  readonly sheet: number;
  readonly looked: LookedSheet;
  readonly headings: number;
  readonly kind: string;
}

function Guessed(props: GuessedProps) {
  const { api } = useDesk();
  const { taken, sheet, looked, headings, kind } = props;
  const { value: guess, error } = useAnswer(
    useCallback(
      () => api.guessMapping(taken.table, { sheet, headings, kind }),
      [api, taken.table, sheet, headings, kind],
    ),
    0,
  );
  if (guess === null) return <Waiting error={error} />;
  const first = columnsOf(looked, headings, guess.sheets[0]?.records[0]?.fields ?? {});
  return <Columns {...props} first={first} />;
}

const dateForms = ["D/M/YYYY", "M/D/YYYY", "D.M.YYYY", "D MMMM YYYY", "MMMM D, YYYY"];

function Columns({
  taken,
  looked,
  headings,
  kind,
  choose,
  first,
}: GuessedProps & { readonly first: readonly Column[] }) {
  const { words, definitions } = useDesk();
  const [columns, setColumns] = useState(first);
  const [name, setName] = useState(taken.fileName);
  const [language, setLanguage] = useState(words.locale);
  const [dates, setDates] = useState("");
  const fields = kindNamed(definitions, kind)?.form.fields ?? [];
  const open = columns.filter(({ isGuess, isConfirmed }) => isGuess && !isConfirmed).length;
  const lacking = lackingFields(fields, columns);
  const isReady = open === 0 && lacking.length === 0 && name.trim() !== "";
  const wanted = { name: name.trim(), language, sheet: looked, headings, kind, fields, columns };
  const check = (): void => choose(mappingOf({ ...wanted, dates: dates === "" ? [] : [dates] }));
  return (
    <>
      <ColumnTable columns={columns} fields={fields} change={setColumns} />
      {open > 0 && (
        <p className="actions">
          <Action onPress={() => setColumns(columns.map((column) => ({ ...column, isConfirmed: true })))}>
            {words.t("desk.table.confirm-all", { count: open })}
          </Action>
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
      {lacking.map((field) => (
        <p key={field.name} className="waits">
          {words.t("desk.table.lacks", { field: words.t(field.label) })}
        </p>
      ))}
      <p className="actions">
        <Action primary isDisabled={!isReady} onPress={check}>
          {words.t("desk.table.check")}
        </Action>
      </p>
    </>
  );
}
