// Who signed and the counts as tables, in the order of the frozen list.
import type { ListCounts, OpenEntry } from "@tocsin/letters";
import type { DocumentBlock, DocumentText } from "../documents/model.ts";
import { termWords } from "../words.ts";
import type { LetterComposer } from "./letter-composer.ts";

/** Named ones, then whose name is withheld; whoever is counted alone is in no row. */
export function signerTable(
  entries: readonly OpenEntry[],
  composer: LetterComposer,
): readonly DocumentBlock[] {
  const { say, words } = composer;
  const rows = entries
    .filter(({ visibility }) => visibility !== "counted")
    .map((entry, at): readonly DocumentText[] => {
      const [first, ...others] = entry.names;
      return [
        words(String(at + 1)),
        first === undefined ? say("letters.out.withheld") : composer.people(first.text, first.lang),
        othersOf(others, composer),
        words(placeOf(entry, composer)),
        entry.verified === null || entry.verified === "none"
          ? words("")
          : words(
              termWords(`verificationRungs.${entry.verified}.label`, entry.verified, composer.translator),
            ),
      ];
    });
  if (rows.length === 0) return [];
  const columns = ["number", "name", "names", "place", "verified"].map((name) =>
    say(`letters.out.column.${name}`),
  );
  const kept = columns.map((_, column) => rows.some((row) => row[column]?.text !== ""));
  const keeping = <Cell>(cells: readonly Cell[]): readonly Cell[] => cells.filter((_, at) => kept[at]);
  const caption = say("letters.out.signers.caption");
  return [{ kind: "table", name: "signers", caption, columns: keeping(columns), rows: rows.map(keeping) }];
}

/** Names in one script stand in its language; in several, in none. */
function othersOf(names: OpenEntry["names"], { people, words }: LetterComposer): DocumentText {
  const [first] = names;
  if (first === undefined) return words("");
  const isOne = names.every(({ lang }) => lang === first.lang);
  return people(names.map(({ text }) => text).join(" · "), isOne ? first.lang : "mul");
}

function placeOf({ country, region }: OpenEntry, { translator }: LetterComposer): string {
  if (country !== null) return termWords(`countries.${country}.label`, country, translator);
  return region === null ? "" : termWords(`areas.${region}.label`, region, translator);
}

export function countTables(counts: ListCounts, composer: LetterComposer): readonly DocumentBlock[] {
  return [
    countTable("countries", { places: counts.countries, rest: counts.noCountry }, composer),
    countTable("areas", { places: counts.regions, rest: counts.noRegion }, composer),
  ];
}

interface Counted {
  readonly places: ListCounts["countries"];
  readonly rest: number;
}

function countTable(
  vocabulary: "countries" | "areas",
  { places, rest }: Counted,
  { say, words, translator }: LetterComposer,
): DocumentBlock {
  const name = vocabulary === "countries" ? "country" : "region";
  return {
    kind: "table",
    name: vocabulary,
    caption: say(`letters.out.by-${name}`),
    columns: [say(`letters.out.column.${name}`), say("letters.out.column.count")],
    rows: [
      ...places.map(({ code, count }) => [
        words(termWords(`${vocabulary}.${code}.label`, code, translator)),
        words(String(count)),
      ]),
      ...(rest === 0 ? [] : [[say("letters.out.not-shown"), words(String(rest))]]),
    ],
  };
}
