// What a draft has and lacks at this moment: what the records say, which is asked for when somebody rests, and what is typed.
import { useCallback, useEffect, useState, useSyncExternalStore } from "react";
import type { DocumentPage, DocumentPagePart, DraftCheck } from "@tocsin/workspace";
import { useAnswer, type Asked } from "../asking.ts";
import { useDesk } from "../desk.tsx";
import { writtenWords, type LiveWords } from "./live-words.ts";

/** After the last change: words that records put in are counted over the whole vault. */
const rest = 4000;

export function useDraftCheck(document: string): Asked<DraftCheck> {
  const { api, version } = useDesk();
  const [asked, setAsked] = useState(version);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(version), rest);
    return () => clearTimeout(timer);
  }, [version]);
  return useAnswer<DraftCheck>(
    useCallback(() => api.checkDraft({ document }), [api, document]),
    asked,
  );
}

export interface PartCount {
  readonly name: string;
  readonly heading: string;
  readonly counted: boolean;
  /** Of both together; null while those of records are not counted. */
  readonly words: number;
  readonly limit: number | null;
  readonly isUncounted: boolean;
}

export interface DraftCount {
  readonly parts: readonly PartCount[];
  readonly words: number;
  readonly limit: number | null;
  readonly isUncounted: boolean;
}

/** Changes with every key. */
export function useDraftCount(page: DocumentPage, check: DraftCheck | null, live: LiveWords): DraftCount {
  useSyncExternalStore(live.subscribe, live.version);
  return countDraft(page, check, live);
}

export function countDraft(
  page: Pick<DocumentPage, "parts" | "check">,
  check: Pick<DraftCheck, "filled"> | null,
  live: Pick<LiveWords, "of">,
): DraftCount {
  const parts = page.parts.map((part) => countPart(part, check, live));
  const counted = parts.filter((part) => part.counted);
  return {
    parts,
    words: counted.reduce((sum, { words }) => sum + words, 0),
    limit: page.check.limit,
    isUncounted: counted.some(({ isUncounted }) => isUncounted),
  };
}

/** What people wrote into a part, as it is typed. */
export function useOwnWords(part: DocumentPagePart, live: LiveWords): number {
  return useSyncExternalStore(live.subscribe, () => ownWords(part, live));
}

function ownWords({ written }: DocumentPagePart, live: Pick<LiveWords, "of">): number {
  return written.reduce(
    (sum, { record, text }) =>
      sum + (live.of(record) ?? (text === null ? 0 : writtenWords(text.text, text.lang))),
    0,
  );
}

function countPart(
  part: DocumentPagePart,
  check: Pick<DraftCheck, "filled"> | null,
  live: Pick<LiveWords, "of">,
): PartCount {
  const { name, heading, counted, limit, uncounted } = part;
  return {
    name,
    heading,
    counted,
    limit,
    words: ownWords(part, live) + (check?.filled[name] ?? 0),
    isUncounted: uncounted && check === null,
  };
}

export interface Lack {
  /** Null: of the document as a whole. */
  readonly part: string | null;
  readonly code: string;
  readonly records: readonly string[];
}

/** What keeps it from leaving: what is typed counts at once. */
export function lacksNow({ check }: Pick<DocumentPage, "check">, { parts, words, limit }: DraftCount) {
  const wordsIn = new Map(parts.map((part) => [part.name, part.words]));
  const stands = check.lacks.filter(
    ({ part, code }): boolean =>
      code !== "too-long" && !(code === "empty" && part !== null && (wordsIn.get(part) ?? 0) > 0),
  );
  const long = parts.flatMap((part): readonly Lack[] =>
    part.limit !== null && part.words > part.limit
      ? [{ part: part.name, code: "too-long", records: [] }]
      : [],
  );
  const whole: readonly Lack[] =
    limit !== null && words > limit ? [{ part: null, code: "too-long", records: [] }] : [];
  return [...stands, ...long, ...whole] satisfies readonly Lack[];
}
