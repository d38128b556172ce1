// Every record of a kind: filters, columns, order, page by page, and acts on many. An empty list says what belongs there.
import { useCallback, useEffect, useSyncExternalStore } from "react";
import type { KnownKind } from "../api/contract/definitions.ts";
import { kindNamed, useDesk } from "../desk.tsx";
import { DropZone } from "../evidence/drop-zone.tsx";
import { Action, Go } from "../parts/action.tsx";
import { Waiting } from "../parts/waiting.tsx";
import { EmptyList } from "../records/empty-list.tsx";
import { registerChoice } from "../registers/registers.ts";
import { isBegunByHand } from "../records/made-by-hand.ts";
import { RecordPageScreen } from "../records/record-page.tsx";
import { TablesNotice } from "../records/tables-notice.tsx";
import { BulkBar } from "./bulk-bar.tsx";
import { isFiltered, orderedBy, type ListChoice } from "./list-choice.ts";
import { ListColumns } from "./list-columns.tsx";
import { ListFilters } from "./list-filters.tsx";
import { RecordTable } from "./record-table.tsx";
import { SavedViews } from "./saved-views.tsx";
import { useSelection } from "./selection.ts";
import { useListPages, type ListPages } from "./use-list-pages.ts";

interface RecordListProps {
  readonly kind: string;
  /** A register by which the list is narrowed when it is come to; null for as it was left. */
  readonly register?: string | null;
}

export function RecordList({ kind, register = null }: RecordListProps) {
  const { definitions } = useDesk();
  const known = kindNamed(definitions, kind);
  if (known === undefined) return <RecordPageScreen id={kind} />;
  return (
    <article className="page wide">
      <Listed known={known} register={register} />
      {known.view.stretch === "evidence" && <DropZone caseId={null} />}
    </article>
  );
}

interface BeginActionProps {
  readonly known: KnownKind;
  readonly register: string | null;
}

function BeginAction({ known, register }: BeginActionProps) {
  const { form, view } = known;
  const { words } = useDesk();
  if (view.stretch === "evidence") return <Go to={["add"]}>{words.t("desk.evidence.add")}</Go>;
  if (form.kind === "letter") return <Go to={["new", "letter"]}>{words.t("command.letter.open")}</Go>;
  if (form.kind === "document") return <Go to={["write"]}>{words.t("writing.begin")}</Go>;
  if (!isBegunByHand(known)) return null;
  if (form.kind === "task" || form.kind === "deadline")
    return (
      <span className="actions">
        <Go to={["do", "cycle.begin"]}>{words.t("command.cycle.begin")}</Go>
        <Go to={["new", form.kind]}>{words.t("desk.record.new", { kind: words.t(`${form.label}.one`) })}</Go>
      </span>
    );
  return (
    <Go to={["new", form.kind, ...(register === null ? [] : ["register", register])]}>
      {words.t("desk.record.new", { kind: words.t(`${form.label}.one`) })}
    </Go>
  );
}

interface HeadProps extends BeginActionProps {
  /** Whether the list is empty and says itself how to begin. */
  readonly isEmpty: boolean;
}

function Head({ isEmpty, ...begun }: HeadProps) {
  const { words, definitions } = useDesk();
  const { label, kind } = begun.known.view;
  // Where there is something to load, that comes first, and one can begin by hand all the same.
  const isOffered = isEmpty && definitions.commands.every(({ name }) => name !== `${kind}.load`);
  return (
    <>
      <div className="title-line">
        <h1>{words.t(label)}</h1>
        {!isOffered && <BeginAction {...begun} />}
      </div>
      <TablesNotice />
    </>
  );
}

function Listed({ known, register }: BeginActionProps) {
  const { lists } = useDesk();
  const { kind } = known.view;
  const choice = useSyncExternalStore(lists.subscribe, () => lists.placeIn(kind).choice);
  const change = useCallback(
    (next: ListChoice): void => lists.keep(kind, { choice: next, rows: 0, scroll: 0, opened: null }),
    [lists, kind],
  );
  useEffect(() => {
    if (register !== null) change(registerChoice(register));
  }, [register, change]);
  const pages = useListPages(kind, choice);
  const isEmpty = pages.rows?.length === 0 && !isFiltered(choice);
  const head = <Head known={known} register={register} isEmpty={isEmpty} />;
  if (isEmpty)
    return (
      <>
        {head}
        <EmptyList known={known} />
      </>
    );
  const parts = { known, choice, change };
  return (
    <>
      {head}
      <ListFilters {...parts} />
      <div className="list-ways">
        <SavedViews {...parts} />
        <ListColumns {...parts} />
      </div>
      {pages.rows === null ? <Waiting error={pages.error} /> : <Rows {...parts} pages={pages} />}
    </>
  );
}

interface RowsProps {
  readonly known: KnownKind;
  readonly choice: ListChoice;
  readonly change: (choice: ListChoice) => void;
  readonly pages: ListPages;
}

function Rows({ known, choice, change, pages }: RowsProps) {
  const { words } = useDesk();
  const selection = useSelection();
  const rows = pages.rows ?? [];
  if (rows.length === 0) return <p className="note">{words.t("state.nothing-found")}</p>;
  const count = totalWords(words, pages.total);
  return (
    <>
      <p className="note">
        <output>{count}</output>
      </p>
      <BulkBar known={known} choice={choice} total={pages.total} selection={selection} />
      <RecordTable
        known={known}
        rows={rows}
        choice={choice}
        caption={words.t("desk.list.name", { list: words.t(known.view.label), count })}
        selection={selection}
        order={(field) => change(orderedBy(choice, known.view, field))}
      />
      {pages.hasMore && (
        <p className="actions no-print">
          <Action isDisabled={pages.isBusy} onPress={pages.loadMore}>
            {words.t("action.show-more")}
          </Action>
          <small>{words.t("desk.list.shown", { shown: rows.length, count: pages.total })}</small>
        </p>
      )}
    </>
  );
}

const countedTo = 10_000;

function totalWords(words: ReturnType<typeof useDesk>["words"], total: number): string {
  return total < countedTo
    ? words.t("desk.list.total", { count: total })
    : words.t("desk.list.total.more", { count: total - 1 });
}
