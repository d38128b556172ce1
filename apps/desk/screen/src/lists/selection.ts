// What is selected in a list: rows one by one, a stretch of rows, or everything that matches.
import { useState } from "react";

export interface Selection {
  readonly ids: ReadonlySet<string>;
  toggle(id: string): void;
  /** From the row that was last touched to this one, as they stand in `order`. */
  extend(id: string, order: readonly string[]): void;
  set(ids: readonly string[]): void;
}

export interface Selected {
  readonly ids: ReadonlySet<string>;
  /** The row from which a stretch begins. */
  readonly anchor: string | null;
}

export const nothingSelected: Selected = { ids: new Set(), anchor: null };

export function withToggled({ ids }: Selected, id: string): Selected {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return { ids: next, anchor: id };
}

export function withStretch({ ids, anchor }: Selected, id: string, order: readonly string[]): Selected {
  const from = anchor === null ? -1 : order.indexOf(anchor);
  const to = order.indexOf(id);
  if (from === -1 || to === -1) return { ids: new Set([...ids, id]), anchor: id };
  const stretch = order.slice(Math.min(from, to), Math.max(from, to) + 1);
  return { ids: new Set([...ids, ...stretch]), anchor };
}

export function useSelection(): Selection {
  const [selected, setSelected] = useState(nothingSelected);
  return {
    ids: selected.ids,
    toggle: (id) => setSelected((last) => withToggled(last, id)),
    extend: (id, order) => setSelected((last) => withStretch(last, id, order)),
    set: (ids) => setSelected({ ids: new Set(ids), anchor: null }),
  };
}
