// The titles of the instruments, for lists of assessments, which name theirs by its identifier.
import { useCallback } from "react";
import type { InstrumentList } from "@tocsin/workspace";
import { useAnswer } from "../asking.ts";
import { useDesk } from "../desk.tsx";

export type Titles = Readonly<Record<string, string>>;

const none: Titles = {};

/** By identifier, in the reader's language where there is one; empty for lists of another kind. */
export function useInstrumentTitles(kind: string): Titles {
  const { api, version, words } = useDesk();
  const { locale } = words;
  const ask = useCallback(async (): Promise<Titles> => {
    if (kind !== "assessment") return none;
    const { instruments } = await api.ask<InstrumentList>("instrument.list", {});
    return Object.fromEntries(instruments.map(({ id, title, titles }) => [id, titles[locale] ?? title]));
  }, [api, kind, locale]);
  return useAnswer(ask, version).value ?? none;
}
