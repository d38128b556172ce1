import type { SearchHit } from "@tocsin/records";
import { useWords } from "../desk.tsx";

/** The piece of text in which the words stand, marked, and how they were found where that is a guess. */
export function WhyFound({ hit: { how, excerpt, label } }: { readonly hit: SearchHit }) {
  const words = useWords();
  const isNew = excerpt !== undefined && excerpt.text !== label;
  if (!isNew && how === "same") return null;
  return (
    <small className="why-found">
      {isNew && (
        <bdi lang={excerpt.lang}>
          {piecesOf(excerpt).map(({ text, isMarked, at }) =>
            isMarked ? <mark key={at}>{text}</mark> : text,
          )}
        </bdi>
      )}{" "}
      {how !== "same" && words.t(`search.how.${how}`)}
    </small>
  );
}

interface Piece {
  readonly text: string;
  readonly isMarked: boolean;
  readonly at: number;
}

function piecesOf({ text, marks }: NonNullable<SearchHit["excerpt"]>): readonly Piece[] {
  const ends = marks.map(([, end]) => end);
  return [
    ...marks.flatMap(([start, end], index): readonly Piece[] => {
      const before = ends[index - 1] ?? 0;
      return [
        { text: text.slice(before, start), isMarked: false, at: before },
        { text: text.slice(start, end), isMarked: true, at: start },
      ];
    }),
    { text: text.slice(ends.at(-1) ?? 0), isMarked: false, at: text.length },
  ];
}
