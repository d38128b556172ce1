// What goes into a library's table comes out: in a field, or word for word with its row.
import fc from "fast-check";
import { isJsonObject, type Json } from "@tocsin/core";
import { valuesOf } from "@tocsin/records";
import { describe, expect, it } from "vitest";
import { allOf } from "../all-of.ts";
import { createSmallWorkspace, sha256Of } from "../small-workspace.fake.ts";
import { importTable } from "./import-table.ts";
import { parseMapping } from "./mapping.ts";

const mapping = {
  format: "tocsin-mapping",
  version: 1,
  name: "A library",
  language: "en",
  sheets: [
    {
      headings: 1,
      records: [
        {
          kind: "incident",
          fields: {
            title: { columns: ["Title"] },
            titleIn: {
              columns: ["Title__es", "Title__ar"],
              languages: { title__es: "es", title__ar: "ar" },
            },
            acts: {
              columns: ["Type"],
              split: "|",
              values: {
                "Network::Shutdown": "network.shutdown",
                "Network::Throttling": "network.throttling",
              },
            },
            when: { columns: ["Date"], range: "~" },
            where: { place: { point: "Geolocation" } },
            narrative: { columns: ["Description"] },
          },
        },
        { kind: "source", needs: ["Link"], fields: { title: { columns: ["Link"] } } },
      ],
    },
  ],
};
const headings = [
  "Title",
  "Title__es",
  "Title__ar",
  "Type",
  "Date",
  "Geolocation",
  "Description",
  "Link",
  "Unheard of",
];

const words = fc.stringMatching(/^[a-zé",|~ ]{0,12}$/);
const cells = fc.tuple(
  words,
  words,
  words,
  fc.oneof(
    words,
    fc.constantFrom(
      "Network::Shutdown",
      "Network::Shutdown|Network::Throttling",
      "Network::Shutdown|Network::None",
    ),
  ),
  fc.oneof(
    words,
    fc.constantFrom("2026-05-03", "2026-05-03~2026-05-09", "2026-05-09~2026-05-03", "2026-05~"),
  ),
  fc.oneof(words, fc.constantFrom("12.5|-3.25", "91|5", "12.5", "0|0")),
  words,
  fc.oneof(words, fc.constantFrom("A page|https://example.org/1")),
  words,
);

const csvOf = (rows: readonly (readonly string[])[]): Uint8Array =>
  new TextEncoder().encode(
    rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",")).join("\r\n"),
  );

type Values = Readonly<Record<string, Json | undefined>>;

const textsOf = (value: Json | undefined): readonly string[] =>
  isJsonObject(value) && typeof value["text"] === "string" ? [value["text"]] : [];

/** What the fields hold, said as the library says it. */
const saying: Readonly<Record<string, (incident: Values) => readonly string[]>> = {
  Title: ({ title }) => textsOf(title),
  Title__es: translated("es"),
  Title__ar: translated("ar"),
  Date: ({ when }) => (typeof when === "string" ? [when.replace("/", "~").replace("..", "")] : []),
  Geolocation: ({ where }) =>
    isJsonObject(where) ? [`${Number(where["latitude"]) / 1e6}|${Number(where["longitude"]) / 1e6}`] : [],
  Description: ({ narrative }) => textsOf(narrative),
};

function translated(lang: string): (incident: Values) => readonly string[] {
  return ({ titleIn }) =>
    (Array.isArray(titleIn) ? titleIn : [])
      .filter((each) => isJsonObject(each) && each["lang"] === lang)
      .flatMap(textsOf);
}

interface TakenRow {
  readonly cells: readonly string[];
  /** Null where none was made. */
  readonly incident: Values | null;
  readonly source: Values;
  readonly kept: Values;
  /** Headings that the report tells of. */
  readonly told: readonly string[];
}

async function takenRows(rows: readonly (readonly string[])[]): Promise<readonly TakenRow[]> {
  const { workspace } = await createSmallWorkspace();
  const { view, registry } = workspace;
  const { problems } = await importTable(workspace, {
    files: [{ name: "library.csv", bytes: csvOf([headings, ...rows]) }],
    mapping: parseMapping(mapping, registry),
    dryRun: false,
    sha256: sha256Of,
  });
  const [incidents, sources] = [await allOf(view, "incident"), await allOf(view, "source")];
  return (await allOf(view, "tableRow")).map((state) => {
    const { row, records, kept } = valuesOf(state);
    const made = Array.isArray(records) ? records : [];
    const incident = incidents.find(({ id }) => made.includes(id));
    const source = sources.find(({ id }) => made.includes(id));
    return {
      cells: rows[Number(row) - 2] ?? [],
      incident: incident === undefined ? null : valuesOf(incident),
      source: source === undefined ? {} : valuesOf(source),
      kept: isJsonObject(kept) ? kept : {},
      told: problems.filter((problem) => problem.row === row).map(({ heading }) => heading),
    };
  });
}

function isSaid(heading: string, cell: string, { incident, source }: TakenRow): boolean {
  const said = incident === null ? [] : (saying[heading]?.(incident) ?? []);
  return (heading === "Link" ? textsOf(source["title"]) : said).includes(cell.trim());
}

describe("a library's table", { timeout: 120_000 }, () => {
  it("loses nothing, whatever stands in it: several values, languages, ranges, points, links", async () => {
    const seen = new Set<string>();
    const look = (row: TakenRow): void => {
      for (const [column, heading] of headings.entries()) {
        const cell = row.cells[column] ?? "";
        if (cell.trim() === "") continue;
        const inField = isSaid(heading, cell, row);
        seen.add(`${heading} ${inField ? "in a field" : "with its row"}`);
        if (inField) continue;
        expect(row.kept[heading], heading).toBe(cell);
        const mustTell = row.incident !== null && (heading === "Date" || heading === "Geolocation");
        expect(!mustTell || row.told.includes(heading), `${heading}: ${cell}`).toBe(true);
      }
    };
    await fc.assert(
      fc.asyncProperty(fc.array(cells, { minLength: 1, maxLength: 4 }), async (rows) => {
        for (const row of await takenRows(rows)) look(row);
      }),
      { seed: 7, numRuns: 25 },
    );
    for (const heading of ["Title", "Title__es", "Title__ar", "Date", "Geolocation", "Description", "Link"])
      expect(seen).toContain(`${heading} in a field`);
    for (const heading of ["Type", "Date", "Geolocation", "Unheard of"])
      expect(seen).toContain(`${heading} with its row`);
  });
});
