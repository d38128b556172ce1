// What happened to a paragraph, what its draft notes at it, and what its words may hint at: always in words.
import type { ComparedDraftRow, DraftPageParagraph } from "@tocsin/workspace";
import { useWords } from "../desk.tsx";
import { codeLabel } from "../words/labels.ts";

export function ParagraphStates({
  paragraph: { brackets, agreed },
}: {
  readonly paragraph: Pick<DraftPageParagraph, "brackets" | "agreed">;
}) {
  const words = useWords();
  if (brackets === "none" && agreed === "open") return null;
  return (
    <span className="states">
      {brackets !== "none" && <span className="tag flag">{codeLabel(words, "bracketStates", brackets)}</span>}
      {agreed !== "open" && <span className="tag circle">{codeLabel(words, "agreedStates", agreed)}</span>}
    </span>
  );
}

/** "(PP3 bis)", or a mark for a paragraph without a printed label. */
export function Label({ label }: { readonly label: string | null }) {
  const words = useWords();
  return (
    <bdi className="para-label">
      {label ?? <span className="note">{words.t("texts.paragraph.no-label")}</span>}
    </bdi>
  );
}

export function rowWords(
  words: ReturnType<typeof useWords>,
  { kind, moved }: Pick<ComparedDraftRow, "kind" | "moved">,
): string {
  const what = words.t(`comparison.row.${kind}`);
  return moved ? words.t("comparison.row.and-moved", { what }) : what;
}

/** Hints and nothing more: the words that a list of the vault or of the program knows. */
export function Hints({ hints }: { readonly hints: ComparedDraftRow["hints"] }) {
  const words = useWords();
  if (hints.length === 0) return null;
  return (
    <ul className="hints" aria-label={words.t("texts.hints")}>
      {hints.map(({ kind, words: found, before }) => (
        <li key={`${kind} ${found}`}>
          {words.t(`texts.hint.${kind}`, { words: found, before: before ?? "" })}
        </li>
      ))}
    </ul>
  );
}
