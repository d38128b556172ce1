// Who stands under a letter, counted: by country, by region, and by how far each was checked. Of names that are withheld a place
// is counted only where the list would show it.
import type { LetterPage } from "@tocsin/workspace";
import { useDesk } from "../desk.tsx";
import { codeLabel } from "../words/labels.ts";
import { Counts, type CountLine } from "./place-counts.tsx";
import { rungWords } from "./signer-words.ts";

const rungs = ["none", "email", "domain", "vouched", "register", "key"] as const;

export function LetterCounts({ page }: { readonly page: LetterPage }) {
  const { words } = useDesk();
  const { counts, signatures } = page;
  const places = (
    vocabulary: string,
    lines: readonly { readonly code: string; readonly count: number }[],
    rest: number,
  ): readonly CountLine[] => [
    ...lines.map(({ code, count }) => ({ key: code, label: codeLabel(words, vocabulary, code), count })),
    ...(rest === 0 ? [] : [{ key: "", label: words.t("letters.out.not-shown"), count: rest }]),
  ];
  const standing = signatures.filter((each) => each.standing === "stands");
  return (
    <section aria-labelledby="counts-title">
      <h2 id="counts-title">{words.t("letters.out.counts")}</h2>
      <p>{words.t("letters.out.sum", { ...sumOf(page) })}</p>
      <Counts
        title={words.t("letters.out.by-region")}
        column={words.t("letters.out.column.region")}
        lines={places("areas", counts.regions, counts.noRegion)}
      />
      <Counts
        title={words.t("letters.out.by-country")}
        column={words.t("letters.out.column.country")}
        lines={places("countries", counts.countries, counts.noCountry)}
      />
      <Counts
        title={words.t("letters.desk.by-rung")}
        column={words.t("letters.out.column.verified")}
        lines={rungs.flatMap((rung) => {
          const count = standing.filter(({ verified }) => verified === rung).length;
          return count === 0 ? [] : [{ key: rung, label: rungWords(words, rung), count }];
        })}
      />
    </section>
  );
}

function sumOf({ counts: { all, named, withheld, counted } }: LetterPage) {
  return { all, named, withheld, counted };
}
