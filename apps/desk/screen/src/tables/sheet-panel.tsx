// One sheet of a table: what each of its rows is, by what other sheets name it, and where its columns go.
import type { LookedSheet } from "@tocsin/workspace";
import type { TakenTable } from "../api/contract/tables.ts";
import { useAction } from "../asking.ts";
import { useDesk } from "../desk.tsx";
import { SelectField } from "../fields/select-field.tsx";
import { Action } from "../parts/action.tsx";
import { columnsOf, headingNames, type Column } from "./column-mapping.ts";
import { ColumnTable } from "./column-table.tsx";
import { choosableKinds } from "./choosable-kinds.ts";
import { RowRecord } from "./row-record.tsx";
import { rowLinks, type FieldsOf, type RecordPlan, type SheetPlan } from "./sheet-plans.ts";

interface SheetPanelProps {
  /** Its place among the sheets. */
  readonly at: number;
  readonly taken: TakenTable;
  readonly plan: SheetPlan;
  readonly plans: readonly SheetPlan[];
  readonly fieldsOf: FieldsOf;
  readonly change: (next: (plan: SheetPlan) => SheetPlan) => void;
}

export function SheetPanel(props: SheetPanelProps) {
  const { words } = useDesk();
  const { plan, taken } = props;
  const { name, hidden, rows } = plan.sheet;
  if (taken.sheets.length === 1) return <SheetFields {...props} />;
  const kinds = plan.records.map(({ kind }) => words.t(`kind.${kind}.one`)).join(" · ");
  return (
    <details open={plan.records.length > 0}>
      <summary>
        <bdi>{name}</bdi>
        {": "}
        {kinds === "" ? words.t("desk.table.sheet.out") : kinds}
        {hidden && ` (${words.t("desk.table.sheet.hidden")})`}
      </summary>
      <div className="fields">
        {rows.length === 0 ? (
          <p className="waits">{words.t("desk.table.sheet.empty")}</p>
        ) : (
          <SheetFields {...props} />
        )}
      </div>
    </details>
  );
}

function SheetFields({ at: sheet, taken, plan, plans, fieldsOf, change }: SheetPanelProps) {
  const { words, api, definitions } = useDesk();
  const { run, isBusy } = useAction();
  const kinds = choosableKinds(definitions);
  const choices = kinds.map(({ form }) => ({ id: form.kind, label: words.t(`${form.label}.one`) }));
  const isOnly = taken.sheets.length === 1;

  /** What was said of the columns of other records stays; those of this one are guessed at anew. */
  const guess = (record: number, kind: string, headings: number): void =>
    run(async () => {
      const found = await api.guessMapping(taken.table, { sheet, headings, kind });
      const fields = found.sheets[0]?.records[0]?.fields ?? {};
      const columns = columnsOf(plan.sheet, headings, fields).map((column) => ({ ...column, record }));
      change((now) => ({
        ...now,
        headings,
        records: recordsWith(now, record, { kind, headings }),
        columns: mixed(now, columns, record),
      }));
    });
  const put = (record: number, changes: Partial<RecordPlan>): void =>
    change((now) => ({
      ...now,
      records: now.records.map((each, at) => (at === record ? { ...each, ...changes } : each)),
    }));
  const headings = headingNames(plan.sheet.rows.find(({ row }) => row === plan.headings)?.cells ?? []);
  const linkable = new Set(plans.flatMap(({ records }) => records.map(({ kind }) => kind)));
  const links = rowLinks(plan, fieldsOf);
  return (
    <>
      <SelectField
        label={words.t("desk.table.kind")}
        value={plan.records[0]?.kind ?? ""}
        choices={isOnly ? choices : [{ id: "", label: words.t("desk.table.sheet.out") }, ...choices]}
        choose={(kind) => (kind === "" ? change(leftOut) : guess(0, kind, plan.headings))}
        canBeEmpty={false}
      />
      {plan.records.length > 0 && (
        <>
          <SelectField
            label={words.t("desk.table.headings")}
            value={String(plan.headings)}
            choices={headingChoices(plan.sheet)}
            choose={(row) => guess(0, plan.records[0]?.kind ?? "", Number(row))}
            canBeEmpty={false}
          />
          {plan.records.map((record, at) => (
            <RowRecord
              key={at}
              at={at}
              plan={plan}
              record={record}
              headings={headings}
              kinds={choices}
              fieldsOf={fieldsOf}
              change={(changes) => put(at, changes)}
              chooseKind={(kind) => guess(at, kind, plan.headings)}
              remove={() => change((now) => without(now, at))}
            />
          ))}
          {links.length > 0 && (
            <p className="note">
              {words.t("desk.table.row-links")} {links.map(({ field }) => words.t(field.label)).join(" · ")}
            </p>
          )}
          <p className="actions">
            <Action
              quiet
              isDisabled={isBusy}
              onPress={() => guess(plan.records.length, "person", plan.headings)}
            >
              {words.t("desk.table.record.add")}
            </Action>
          </p>
          <ColumnTable
            name={isOnly ? "column" : `sheet-${sheet}-column`}
            plan={plan}
            fieldsOf={fieldsOf}
            linkable={linkable}
            change={(columns) => change((now) => ({ ...now, columns }))}
          />
        </>
      )}
    </>
  );
}

function headingChoices({ rows }: LookedSheet): readonly { readonly id: string; readonly label: string }[] {
  return rows.slice(0, 12).map(({ row, cells }) => ({
    id: String(row),
    label: `${row}: ${cells.join(" · ").slice(0, 60)}`,
  }));
}

function leftOut(plan: SheetPlan): SheetPlan {
  return { ...plan, records: [] };
}

/** Other headings are other columns: what was said of the old ones is about nothing. */
function recordsWith(
  plan: SheetPlan,
  at: number,
  { kind, headings }: { readonly kind: string; readonly headings: number },
): readonly RecordPlan[] {
  const record: RecordPlan = { kind, key: "", constants: {} };
  const before =
    plan.headings === headings ? plan.records : plan.records.map((each) => ({ ...each, key: "" }));
  return at < before.length
    ? before.map((each, other) => (other === at ? record : each))
    : [...before, record];
}

function mixed(plan: SheetPlan, guessed: readonly Column[], record: number): readonly Column[] {
  return guessed.map((column) => {
    const old = plan.columns.find(({ heading }) => heading === column.heading);
    const isOthers = old !== undefined && old.target !== "" && old.record !== record;
    return isOthers && old.examples.join() === column.examples.join() ? old : column;
  });
}

function without(plan: SheetPlan, at: number): SheetPlan {
  return {
    ...plan,
    records: plan.records.filter((_, other) => other !== at),
    columns: plan.columns.map((column) => {
      if (column.record === at) return { ...column, record: 0, target: "", isGuess: false };
      return column.record > at ? { ...column, record: column.record - 1 } : column;
    }),
  };
}
