// Walking a picture by keyboard: it is one stop of the Tab key, arrows go from mark to mark, Home and End to the ends.
import { useRef, useState, type KeyboardEvent } from "react";
import { useWords } from "../desk.tsx";

interface Walk<Mark> {
  /** The one that the Tab key comes to: the last that was visited, the first before. */
  readonly current: Mark | undefined;
  /** For the element around all marks, which carry `data-key`. */
  readonly around: {
    readonly ref: React.RefObject<HTMLDivElement | null>;
    readonly onKeyDown: (event: KeyboardEvent) => void;
  };
  /** For each mark. */
  of(mark: Mark): {
    readonly tabIndex: 0 | -1;
    readonly "data-key": string;
    readonly onFocus: () => void;
  };
}

/** Marks in the order of the walk, each with a key of its own. `isMirrored`: where the picture does not follow the writing. */
export function useWalk<Mark extends { readonly key: string }>(
  marks: readonly Mark[],
  { isMirrored }: { readonly isMirrored?: boolean } = {},
): Walk<Mark> {
  const { direction } = useWords();
  const ref = useRef<HTMLDivElement>(null);
  const [visited, setVisited] = useState<string | null>(null);
  const found = marks.findIndex(({ key }) => key === visited);
  const at = Math.max(found, 0);
  const onKeyDown = (event: KeyboardEvent): void => {
    const to = stepOf(event.key, {
      at,
      last: marks.length - 1,
      isMirrored: isMirrored ?? direction === "rtl",
    });
    const next = to === null ? undefined : marks[to];
    if (next === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const target = ref.current?.querySelector(`[data-key="${CSS.escape(next.key)}"]`);
    if (target instanceof HTMLElement) target.focus();
  };
  return {
    current: marks[at],
    around: { ref, onKeyDown },
    of: ({ key }) => ({
      tabIndex: key === marks[at]?.key ? 0 : -1,
      "data-key": key,
      onFocus: () => setVisited(key),
    }),
  };
}

interface At {
  readonly at: number;
  readonly last: number;
  readonly isMirrored: boolean;
}

/** Onwards is where the writing goes. */
export function stepOf(key: string, { at, last, isMirrored }: At): number | null {
  const [onwards, back] = isMirrored ? ["ArrowLeft", "ArrowRight"] : ["ArrowRight", "ArrowLeft"];
  if (key === onwards || key === "ArrowDown") return Math.min(at + 1, last);
  if (key === back || key === "ArrowUp") return Math.max(at - 1, 0);
  if (key === "Home") return 0;
  return key === "End" ? last : null;
}
