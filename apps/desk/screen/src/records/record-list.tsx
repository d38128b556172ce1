// Every record of a kind: filters by its facets, its columns, page by page. An empty list says what belongs there.
import { useState } from "react";
import type { ListPage, ListRow } from "@tocsin/workspace";
import type { KnownKind } from "../api/contract/definitions.ts";
import { useAction, useQuery } from "../asking.ts";
import { kindNamed, useDesk } from "../desk.tsx";
import { Action, Go } from "../parts/action.tsx";
import { Waiting } from "../parts/waiting.tsx";
import { DropZone } from "../evidence/drop-zone.tsx";
import { EmptyList } from "./empty-list.tsx";
import { FacetChips, type Filter } from "./facet-chips.tsx";
import { isMadeByHand } from "./made-by-hand.ts";
import { TablesNotice } from "./tables-notice.tsx";
import { RecordTable } from "./record-table.tsx";
import { RecordPageScreen } from "./record-page.tsx";

export function RecordList({ kind }: { readonly kind: string }) {
  const { words, definitions } = useDesk();
  const known = kindNamed(definitions, kind);
  if (known === undefined) return <RecordPageScreen id={kind} />;
  return (
    <article className="page">
      <div className="title-line">
        <h1>{words.t(known.view.label)}</h1>
        <BeginAction known={known} />
      </div>
      <TablesNotice />
      <Listed known={known} />
      {known.view.stretch === "evidence" && <DropZone caseId={null} />}
    </article>
  );
}

function BeginAction({ known: { form, view } }: { readonly known: KnownKind }) {
  const { words } = useDesk();
  if (view.stretch === "evidence") return <Go to={["add"]}>{words.t("desk.evidence.add")}</Go>;
  if (!isMadeByHand(form)) return null;
  return (
    <Go to={["new", form.kind]}>{words.t("desk.record.new", { kind: words.t(`${form.label}.one`) })}</Go>
  );
}

function Listed({ known }: { readonly known: KnownKind }) {
  const { kind } = known.view;
  const [filters, setFilters] = useState<readonly Filter[]>([]);
  const asked = useQuery<ListPage>("record.list", { kind, where: filters });
  const first = asked.value;
  const toggle = (filter: Filter): void =>
    setFilters((last) => {
      const others = last.filter(({ field }) => field !== filter.field);
      const isOn = last.some(({ field, value }) => field === filter.field && value === filter.value);
      return isOn ? others : [...others, filter];
    });
  if (first !== null && first.rows.length === 0 && filters.length === 0) return <EmptyList known={known} />;
  return (
    <>
      <FacetChips known={known} filters={filters} toggle={toggle} />
      {first === null ? (
        <Waiting error={asked.error} />
      ) : (
        // Another filter, or another answer, begins again with its first page.
        <Pages key={JSON.stringify([filters, first.next])} known={known} first={first} filters={filters} />
      )}
    </>
  );
}

interface PagesProps {
  readonly known: KnownKind;
  readonly first: ListPage;
  readonly filters: readonly Filter[];
}

function Pages({ known, first, filters }: PagesProps) {
  const { words, api } = useDesk();
  const [more, setMore] = useState<{ rows: readonly ListRow[]; next: string | null }>({
    rows: [],
    next: first.next,
  });
  const { run, isBusy } = useAction();
  const load = async (): Promise<void> => {
    const input = { kind: known.view.kind, where: filters, after: more.next };
    const page = await api.ask<ListPage>("record.list", input);
    setMore((last) => ({ rows: [...last.rows, ...page.rows], next: page.next }));
  };
  const rows = [...first.rows, ...more.rows];
  return (
    <>
      {rows.length === 0 ? (
        <p className="note">{words.t("state.nothing-found")}</p>
      ) : (
        <RecordTable known={known} rows={rows} />
      )}
      {more.next !== null && (
        <p className="actions">
          <Action isDisabled={isBusy} onPress={() => run(load)}>
            {words.t("action.show-more")}
          </Action>
        </p>
      )}
    </>
  );
}
