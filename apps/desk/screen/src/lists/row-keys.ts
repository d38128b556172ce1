// The rows of a list by keyboard, and the way back to the row that was opened.
import { useEffect } from "react";
import { useDesk } from "../desk.tsx";
import type { Selection } from "./selection.ts";

interface Body {
  readonly current: HTMLElement | null;
}

/** Where somebody left the list: the row that they opened has the focus again, at the height where it was. */
export function useComingBack(kind: string, body: Body): void {
  const { lists } = useDesk();
  useEffect(() => {
    const { opened, scroll } = lists.placeIn(kind);
    if (opened === null) return undefined;
    // The screen that a new address opens begins at its top: this comes behind it.
    const frame = requestAnimationFrame(() => {
      linkIn(rowsIn(body.current).find((row) => row.dataset["id"] === opened))?.focus({
        preventScroll: true,
      });
      window.scrollTo(0, scroll);
      lists.keep(kind, { opened: null });
    });
    return () => cancelAnimationFrame(frame);
  }, [lists, kind, body]);
}

/** Arrows go from row to row, Space selects, Shift with an arrow selects several, Ctrl A all that are shown. */
export function useRowKeys(body: Body, selection: Selection, ids: readonly string[]): void {
  useEffect(() => {
    const own = body.current;
    const onKey = (event: KeyboardEvent): void => {
      const row = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>("tr") : null;
      const at = ids.indexOf(row?.dataset["id"] ?? "");
      if (at === -1 || !actOnKey(event, { own, selection, ids, at })) return;
      event.preventDefault();
    };
    own?.addEventListener("keydown", onKey);
    return () => own?.removeEventListener("keydown", onKey);
  }, [body, selection, ids]);
}

/** Steps of the arrow keys; a step of many goes to the end. */
const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, Home: -Infinity, End: Infinity };

interface RowKey {
  readonly own: HTMLElement | null;
  readonly selection: Selection;
  readonly ids: readonly string[];
  readonly at: number;
}

/** Whether the key was one of the list's. */
function actOnKey(event: KeyboardEvent, row: RowKey): boolean {
  const { selection, ids, at } = row;
  const isBox = event.target instanceof HTMLInputElement;
  const isAll = event.key.toLowerCase() === "a" && (event.ctrlKey || event.metaKey);
  if (isAll) selection.set(ids);
  else if (event.key === " " && !isBox) selection.toggle(ids[at] ?? "");
  else return steps[event.key] !== undefined && step(event, row, isBox);
  return true;
}

function step(event: KeyboardEvent, { own, selection, ids, at }: RowKey, isBox: boolean): true {
  const to = Math.max(0, Math.min(ids.length - 1, at + (steps[event.key] ?? 0)));
  const next = rowsIn(own)[to];
  (isBox ? next?.querySelector("input") : linkIn(next))?.focus();
  const [from, id] = [ids[at] ?? "", ids[to] ?? ""];
  if (event.shiftKey && !selection.ids.has(from)) selection.toggle(from);
  if (event.shiftKey) selection.extend(id, ids);
  return true;
}

function rowsIn(body: HTMLElement | null): readonly HTMLElement[] {
  return body === null ? [] : [...body.querySelectorAll<HTMLElement>("tr")];
}

function linkIn(row: HTMLElement | undefined): HTMLElement | null {
  return row?.querySelector<HTMLElement>("th a") ?? null;
}
