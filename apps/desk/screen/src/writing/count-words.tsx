import { useWords } from "../desk.tsx";

interface CountWordsProps {
  readonly words: number;
  readonly limit: number | null;
  /** Words that records put in are not counted yet. */
  readonly isUncounted: boolean;
}

/** How many words, of how many, and by how many too many. */
export function CountWords({ words: count, limit, isUncounted }: CountWordsProps) {
  const words = useWords();
  const over = limit === null ? 0 : count - limit;
  if (isUncounted && count === 0) return <>…</>;
  return (
    <span className={over > 0 ? "danger" : ""}>
      {limit === null
        ? words.t("writing.words", { words: count })
        : words.t("writing.words-of", { words: count, limit })}
      {over > 0 && ` · ${words.t("writing.words-over", { words: over })}`}
      {isUncounted && <small> · {words.t("writing.words-counting")}</small>}
    </span>
  );
}
