// Risks by practices of one consultation: each contributor counts once in a cell, whatever they said how often. Inside all numbers
// stand; what leaves is decided in `hide-small-cells.ts`.
import type { RecordId } from "@tocsin/core";
import type { LanguageText, View } from "@tocsin/records";
import { codingGrid, type CodeFamily } from "@tocsin/voices";
import { codesOfBook, newestBook, type BookCode } from "./codebooks.ts";
import type { Contributor } from "./contributors.ts";
import { countedCodings } from "./counted-codings.ts";
import { standingContributors } from "./taken-back.ts";

export interface CodedMatrix {
  readonly rows: readonly MatrixCode[];
  readonly columns: readonly MatrixCode[];
  /** Everybody who contributed, coded or not, and did not take all of it back; null where that is hidden. */
  readonly contributors: number | null;
  /** Regions as people wrote them, most contributors first; null for those who said none. */
  readonly regions: readonly { readonly region: string | null; readonly contributors: number }[];
  /** Those who are affected, as codes name them; whoever tells of two of them counts in both. */
  readonly groups: readonly MatrixCode[];
  /** By row and column; `byRegion` in the order of `regions`, `byGroup` in that of `groups`. */
  readonly cells: readonly (readonly MatrixCell[])[];
}

export interface MatrixCode {
  readonly code: RecordId;
  readonly title: LanguageText;
  /** Null where it is hidden. */
  readonly contributors: number | null;
}

export interface MatrixCell {
  /** Null where it is hidden. */
  readonly contributors: number | null;
  readonly byRegion: readonly (number | null)[];
  readonly byGroup: readonly (number | null)[];
}

export interface MatrixOptions {
  readonly questionnaire: RecordId;
  readonly rows: CodeFamily;
  readonly columns: CodeFamily;
  /** Only contributors of whom this code tells: a group that is affected. */
  readonly group?: RecordId;
}

export async function codedMatrix(view: View, options: MatrixOptions): Promise<CodedMatrix> {
  const { contributors, takenBack } = await standingContributors(view, options.questionnaire);
  const book = await newestBook(view);
  const codes = book === null ? [] : await codesOfBook(view, book);
  const codings = await countedCodings(view, { codes, contributions: [...contributors.keys()], takenBack });
  const all = codings.flatMap(({ contribution, code }) => {
    const who = contributors.get(contribution);
    return who === undefined ? [] : [{ contributor: who.contributor, code }];
  });
  const inGroup =
    options.group === undefined
      ? null
      : new Set(all.filter(({ code }) => code === options.group).map(({ contributor }) => contributor));
  const pairs = inGroup === null ? all : all.filter(({ contributor }) => inGroup.has(contributor));
  const regions = regionsOf(contributors, inGroup);
  return matrixOf({ codes, pairs, regions, options });
}

interface Region {
  readonly region: string | null;
  readonly contributors: ReadonlySet<string>;
}

/** Whoever saved one form twice is in the region that they wrote first. */
function regionsOf(
  contributors: ReadonlyMap<RecordId, Contributor>,
  inGroup: ReadonlySet<string> | null,
): readonly Region[] {
  const byKey = new Map<string, { region: string | null; contributors: Set<string> }>();
  const placed = new Set<string>();
  for (const { contributor, region, regionKey } of contributors.values()) {
    if (placed.has(contributor) || inGroup?.has(contributor) === false) continue;
    placed.add(contributor);
    const known = byKey.get(regionKey) ?? { region, contributors: new Set<string>() };
    known.contributors.add(contributor);
    byKey.set(regionKey, known);
  }
  return [...byKey.values()].toSorted((a, b) => b.contributors.size - a.contributors.size);
}

interface ToLayOut {
  readonly codes: readonly BookCode[];
  readonly pairs: readonly { readonly contributor: string; readonly code: RecordId }[];
  readonly regions: readonly Region[];
  readonly options: MatrixOptions;
}

function matrixOf({ codes, pairs, regions, options }: ToLayOut): CodedMatrix {
  const ofFamily = (family: CodeFamily): readonly BookCode[] =>
    codes.filter((code) => code.family === family && code.root === code.record);
  const [rows, columns] = [ofFamily(options.rows), ofFamily(options.columns)];
  const groups = ofFamily("affected");
  const grid = codingGrid(pairs, {
    rows: rows.map(({ record }) => record),
    columns: columns.map(({ record }) => record),
  });
  const told = new Map<RecordId, Set<string>>();
  for (const { contributor, code } of pairs) told.set(code, (told.get(code) ?? new Set()).add(contributor));
  const headOf = ({ record, title }: BookCode): MatrixCode => ({
    code: record,
    title,
    contributors: told.get(record)?.size ?? 0,
  });
  const nobody: ReadonlySet<string> = new Set();
  const [regionsOfEach, groupsOfEach] = [
    placesOf(regions.map((region) => region.contributors)),
    placesOf(groups.map(({ record }) => told.get(record) ?? nobody)),
  ];
  return {
    rows: rows.map(headOf),
    columns: columns.map(headOf),
    contributors: regions.reduce((sum, each) => sum + each.contributors.size, 0),
    regions: regions.map(({ region, contributors }) => ({ region, contributors: contributors.size })),
    groups: groups.map(headOf),
    cells: rows.map((_, row) =>
      columns.map((__, column) => {
        const people = grid[row * columns.length + column]?.contributors ?? nobody;
        return {
          contributors: people.size,
          byRegion: countsOf(people, regionsOfEach, regions.length),
          byGroup: countsOf(people, groupsOfEach, groups.length),
        };
      }),
    ),
  };
}

/** In which of the sets each of them is. */
function placesOf(sets: readonly ReadonlySet<string>[]): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  for (const [at, set] of sets.entries())
    for (const each of set) {
      const known = places.get(each);
      if (known === undefined) places.set(each, [at]);
      else known.push(at);
    }
  return places;
}

/** One look for each person, however many sets there are. */
function countsOf(
  people: ReadonlySet<string>,
  places: ReadonlyMap<string, readonly number[]>,
  sets: number,
): readonly number[] {
  const counts = Array.from({ length: sets }, () => 0);
  for (const each of people) for (const at of places.get(each) ?? []) counts[at] = (counts[at] ?? 0) + 1;
  return counts;
}
