// Pages that are asked for one after the other: the first comes with the screen, the others when somebody wants them.
import { useState } from "react";
import { useAction } from "../asking.ts";
import { useDesk } from "../desk.tsx";

interface Paged<Row> {
  readonly rows: readonly Row[];
  readonly next: string | null;
}

interface More<Row> extends Paged<Row> {
  readonly behind: Paged<Row>;
}

/** All rows so far. They begin anew when the first page does. */
export function useMore<Row>(query: string, input: object, first: Paged<Row> | null) {
  const { api } = useDesk();
  const { run, isBusy } = useAction();
  const [more, setMore] = useState<More<Row> | null>(null);
  const { rows, next }: Paged<Row> = more !== null && more.behind === first ? more : (first ?? nothing);
  const loadMore = (): void =>
    run(async () => {
      if (first === null || next === null) return;
      const page = await api.ask<Paged<Row>>(query, { ...input, after: next });
      setMore({ behind: first, rows: [...rows, ...page.rows], next: page.next });
    });
  return { rows, next, isBusy, loadMore };
}

const nothing = { rows: [], next: null } as const;
