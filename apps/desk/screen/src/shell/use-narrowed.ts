// Ctrl K: lists of the records that have what is typed as a value, such as a country or an act, with how many there are.
import { useEffect, useMemo, useState } from "react";
import type { Desk } from "../desk.tsx";
import { everything } from "../lists/list-choice.ts";
import { createMeantValues, type MeantFilter } from "../lists/meant-values.ts";
import { navigate } from "../router.ts";
import type { Deed } from "./deeds.ts";

interface Narrowed extends MeantFilter {
  readonly count: number;
}

const pause = 120;
const shownAtMost = 5;
/** Kinds with fields that are asked about at once. */
const askedAtMost = 12;

export function useNarrowed(desk: Desk, typed: string): readonly Deed[] {
  const { api, words, definitions, session, lists, fail } = desk;
  const meantBy = useMemo(() => createMeantValues(words, definitions), [words, definitions]);
  const [found, setFound] = useState<readonly Narrowed[]>([]);
  const isOpen = session.vault?.state === "open";
  useEffect(() => {
    let isCurrent = true;
    const timer = setTimeout(() => {
      const meant = isOpen ? meantBy(typed) : [];
      counted(api, meant).then(
        (all) => isCurrent && setFound(all),
        (error: unknown) => isCurrent && fail(error),
      );
    }, pause);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [api, meantBy, typed, isOpen, fail]);
  return found.map(({ kind, field, fieldLabel, value, label, count }) => ({
    id: `narrowed:${kind}:${field}:${value}`,
    label: words.t("desk.deed.narrowed", { field: words.t(fieldLabel), value: label }),
    what: words.t("desk.deed.narrowed.list", { list: words.t(`kind.${kind}`), count }),
    group: "lists",
    act: () => {
      const choice = { ...everything, where: [{ field, value }] };
      lists.keep(kind, { choice, rows: 0, scroll: 0, opened: null });
      navigate("list", kind);
    },
  }));
}

/** Those that records have, the most frequent first. */
async function counted(api: Desk["api"], meant: readonly MeantFilter[]): Promise<readonly Narrowed[]> {
  const facets = new Map(meant.map(({ kind, field: facet }) => [`${kind} ${facet}`, { kind, facet }]));
  const tallies = await Promise.all(
    [...facets].slice(0, askedAtMost).map(async ([name, asked]) => {
      const tally = await api.ask<Readonly<Record<string, number>>>("record.tally", asked);
      return [name, tally] as const;
    }),
  );
  const counts = new Map(tallies);
  return meant
    .map((filter) => ({
      ...filter,
      count: counts.get(`${filter.kind} ${filter.field}`)?.[filter.value] ?? 0,
    }))
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count)
    .slice(0, shownAtMost);
}
