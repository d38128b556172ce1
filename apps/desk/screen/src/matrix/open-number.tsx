// A number that opens what it counts.
import { useDesk } from "../desk.tsx";
import { numberWords } from "../words/amounts.ts";

interface OpenNumberProps {
  readonly count: number;
  readonly what: string;
  readonly open: () => void;
}

/** Nothing stands behind a zero. */
export function OpenNumber({ count, what, open }: OpenNumberProps) {
  const { words } = useDesk();
  const number = numberWords(words, count);
  if (count === 0) return <span className="number">{number}</span>;
  return (
    <button
      type="button"
      className="number-link"
      aria-label={words.t("desk.counts.look", { number, what })}
      onClick={open}
    >
      {number}
    </button>
  );
}
