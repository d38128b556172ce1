// Holds our table of countries against two lists that others keep, where this machine has them: Debian's iso-codes
// (`iso_3166-1.json`) and CLDR's `supplementalData.xml` (package unicode-cldr-core). Neither is shipped; this says where we
// differ. Run: `npm run countries:compare -- /usr/share/iso-codes/json/iso_3166-1.json FOLDER/supplementalData.xml`.
import { readFile } from "node:fs/promises";
import { countries } from "@tocsin/cases";
import type { Term } from "@tocsin/records";

interface IsoEntry {
  readonly alpha_2: string;
  readonly alpha_3: string;
  readonly numeric: string;
}

/** One line for each difference: of codes against iso-codes, of areas against CLDR. */
export function differences(iso: readonly IsoEntry[], containment: string): readonly string[] {
  const ours = new Map(countries.terms.map((term) => [term.code, term]));
  const listed = new Map(iso.map((entry) => [entry.alpha_2, entry]));
  const missing = iso
    .filter(({ alpha_2 }) => !ours.has(alpha_2))
    .map(({ alpha_2 }) => `${alpha_2}: not in ours`);
  const areaOf = areasIn(containment);
  return [
    ...missing,
    ...[...ours.values()].flatMap((term) => differencesOf(term, listed.get(term.code), areaOf)),
  ];
}

function differencesOf(
  { code, crosswalk = {} }: Term,
  entry: IsoEntry | undefined,
  areaOf: ReadonlyMap<string, string>,
): readonly string[] {
  const { iso3166alpha3 = "none", iso3166numeric = "none", m49area = "none" } = crosswalk;
  const area = areaOf.get(code) ?? "none";
  const codes = `${iso3166alpha3} ${iso3166numeric}`;
  const theirs = entry === undefined ? null : `${entry.alpha_3} ${entry.numeric}`;
  return [
    ...(theirs === null ? [`${code}: not in theirs, so its codes were not compared`] : []),
    ...(theirs === null || theirs === codes ? [] : [`${code}: ${codes} in ours, ${theirs} in theirs`]),
    ...(area === m49area ? [] : [`${code}: area ${m49area} in ours, ${area} in theirs`]),
  ];
}

/** Country to the smallest numbered area around it. Groupings that CLDR marks otherwise (EU, deprecated) are left out. */
function areasIn(xml: string): ReadonlyMap<string, string> {
  const groups = [...xml.matchAll(/<group type="(\d{3})" contains="([^"]*)"\s*\/>/g)];
  return new Map(
    groups.flatMap(([, area = "", contains = ""]) =>
      contains.split(" ").flatMap((code) => (/^[A-Z]{2}$/.test(code) ? [[code, area] as const] : [])),
    ),
  );
}

export async function compareCountries(isoFile: string, cldrFile: string): Promise<void> {
  const table = JSON.parse(await readFile(isoFile, "utf8")) as Readonly<
    Record<"3166-1", readonly IsoEntry[]>
  >;
  const found = differences(table["3166-1"], await readFile(cldrFile, "utf8"));
  for (const line of found) console.log(line);
  console.log(`${countries.terms.length} countries, ${found.length} lines to look at`);
}
