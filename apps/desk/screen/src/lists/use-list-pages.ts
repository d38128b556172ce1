// The pages of a list as rows: the first one, those that were asked for, and, coming back, as many as were there.
import { useCallback, useEffect, useState } from "react";
import type { ListPage, ListRow } from "@tocsin/workspace";
import { useAction, useAnswer } from "../asking.ts";
import { useDesk } from "../desk.tsx";
import type { Api } from "../api/api.ts";
import { listInput, type ListChoice } from "./list-choice.ts";

export interface ListPages {
  /** Null until the first page is there. */
  readonly rows: readonly ListRow[] | null;
  readonly total: number;
  readonly hasMore: boolean;
  readonly isBusy: boolean;
  readonly error: unknown;
  loadMore(): void;
}

interface Read {
  readonly rows: readonly ListRow[];
  readonly next: string | null;
  readonly total: number;
}

const largestPage = 200;

export function useListPages(kind: string, choice: ListChoice): ListPages {
  const { api, lists, version } = useDesk();
  const key = JSON.stringify(listInput(kind, choice));
  // As many rows as were shown, so that a save in between takes nobody back to the top.
  const ask = useCallback(
    () => readRows(api, JSON.parse(key) as object, lists.placeIn(kind).rows),
    [api, key, kind, lists],
  );
  const asked = useAnswer(ask, version);
  const [more, setMore] = useState<(Read & { readonly behind: Read | null }) | null>(null);
  const { run, isBusy } = useAction();
  const read = more !== null && more.behind === asked.value ? more : asked.value;
  const shown = read?.rows.length ?? 0;
  useEffect(() => {
    if (shown > 0) lists.keep(kind, { rows: shown });
  }, [lists, kind, shown]);
  const loadMore = (): void => {
    if (read === null || read.next === null) return;
    run(async () => {
      const page = await api.ask<ListPage>("record.list", {
        ...(JSON.parse(key) as object),
        after: read.next,
      });
      setMore({ ...read, rows: [...read.rows, ...page.rows], next: page.next, behind: asked.value });
    });
  };
  return {
    rows: read?.rows ?? null,
    total: read?.total ?? 0,
    hasMore: read?.next !== null && read !== null,
    isBusy,
    error: asked.error,
    loadMore,
  };
}

async function readRows(api: Api, input: object, wanted: number): Promise<Read> {
  const limit = Math.min(wanted, largestPage);
  const first = await api.ask<ListPage>("record.list", limit > 50 ? { ...input, limit } : input);
  let { rows, next } = first;
  while (next !== null && rows.length < wanted) {
    const page: ListPage = await api.ask<ListPage>("record.list", {
      ...input,
      after: next,
      limit: largestPage,
    });
    rows = [...rows, ...page.rows];
    next = page.next;
  }
  return { rows, next, total: first.total ?? rows.length };
}
