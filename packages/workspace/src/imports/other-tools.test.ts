import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { encodeWorkbook } from "@tocsin/formats";
import { valuesOf } from "@tocsin/records";
import { describe, expect, it } from "vitest";
import { allOf } from "../all-of.ts";
import { createSmallWorkspace, sha256Of } from "../small-workspace.fake.ts";
import type { Workspace } from "../workspace.ts";
import { importTable, type ImportedTable } from "./import-table.ts";
import { parseMapping } from "./mapping.ts";

async function run(workspace: Workspace, name: string, bytes: Uint8Array): Promise<ImportedTable> {
  const text = readFileSync(resolve(`examples/mappings/${name}.json`), "utf8");
  const mapping = parseMapping(JSON.parse(text), workspace.registry);
  return importTable(workspace, { bytes, fileName: name, mapping, dryRun: false, sha256: sha256Of });
}

const valuesIn = async ({ view }: Workspace, kind: string): Promise<readonly unknown[]> =>
  (await allOf(view, kind)).map(valuesOf);

describe("tables of other tools", () => {
  it("come in from a library of Uwazi: several values, ranges, points, terms under terms, names that recur", async () => {
    const { workspace } = await createSmallWorkspace();
    const csv = readFileSync(resolve("examples/tables/uwazi-made-up.csv"));
    const { rows, records, problems } = await run(workspace, "uwazi", csv);
    expect({ rows, records }).toEqual({
      rows: 3,
      records: { source: 1, incident: 3, person: 1, involvement: 2 },
    });
    expect(
      problems.map(({ row, heading, reason, effect }) => `${row} ${heading} ${reason} ${effect}`),
    ).toEqual([
      "3 Type of attack unknown-value kept",
      "3 Geolocation bad-value kept",
      "4 Date not-a-date kept",
    ]);
    expect(await valuesIn(workspace, "incident")).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          title: { text: "First, of two", lang: "en" },
          titleIn: [{ text: "Primero, de dos", lang: "es" }],
          acts: ["network.shutdown", "network.throttling"],
          when: "2026-05-03/2026-05-09",
          where: { country: "TD", latitude: 12_500_000, longitude: -3_250_000 },
        }),
        expect.objectContaining({
          acts: ["network.shutdown"],
          when: "2026-06-01/..",
          where: { country: "TD" },
        }),
      ]),
    );
    const kept = (await valuesIn(workspace, "tableRow")).map((row) => (row as { kept?: unknown }).kept);
    expect(kept[0]).toMatchObject({ "Date added": "2026-01-02", Template: "Attack" });
  });

  it("come in from event tables by record numbers: an event, its acts, its persons, whatever stands first", async () => {
    const { workspace } = await createSmallWorkspace();
    const bytes = encodeWorkbook([
      {
        name: "events",
        rows: [
          ["0101", "0102", "0112", "0113", "0114", "0115", "0116", "0151"],
          ["E1", "An event", "Example Town", "2026-05-03", "2026-05-04", "What happened", "Fear", "01"],
          ["E2", "Another", "", "31 February 2026", "", "", "", "77"],
        ],
      },
      {
        name: "persons",
        rows: [
          ["0901", "0903", "0922", "0930"],
          ["P1", "Alex Example", "editor", "made up"],
        ],
      },
      {
        name: "acts",
        rows: [
          ["2101", "2102", "2103", "2113", "2116", "2117"],
          ["A1", "P1", "E1", "none given", "", ""],
          ["A2", "P1", "E2", "", "", ""],
          ["A3", "P9", "E9", "", "", ""],
        ],
      },
    ]);
    const { records, problems, counts } = await run(workspace, "huridocs", bytes);
    expect(records).toMatchObject({ incident: 2, person: 1, involvement: 2 });
    expect(problems.map(({ sheet, row, reason }) => `${sheet} ${row} ${reason}`)).toEqual(
      expect.arrayContaining(["events 3 not-a-date", "events 3 unknown-value", "acts 4 missing"]),
    );
    expect(counts["missing"]).toBeGreaterThan(0);
    expect(problems.filter(({ sheet }) => sheet === "acts").map(({ value }) => value)).toEqual(
      expect.arrayContaining(["E9", "P9"]),
    );
    const [person] = await allOf(workspace.view, "person");
    const involved = await valuesIn(workspace, "involvement");
    for (const one of involved) expect(one).toMatchObject({ role: "defender", person: person?.id });
    expect(await valuesIn(workspace, "incident")).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ when: "2026-05-03/2026-05-04", statedReason: expect.anything() }),
      ]),
    );
  });

  it("come in from every event table, whatever the order of sheets: who did it, who told it, who helped, what led to what", async () => {
    const { workspace } = await createSmallWorkspace();
    const { records, problems } = await run(workspace, "huridocs", encodeWorkbook(eventTables));
    expect(records).toEqual({ incident: 2, person: 4, involvement: 4, source: 1, action: 1, eventLink: 1 });
    const { view } = workspace;
    const named = async (kind: string, field: string, text: string): Promise<string | undefined> =>
      (await allOf(view, kind)).find((state) => JSON.stringify(valuesOf(state)[field]).includes(text))?.id;
    const [first, second] = [
      await named("incident", "title", "An event"),
      await named("incident", "title", "Later"),
    ];
    const [source] = await allOf(view, "source");
    expect(await valuesIn(workspace, "incident")).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ acts: ["legal.arrest"], sources: [source?.id] }),
        expect.objectContaining({ title: { text: "Later", lang: "en" } }),
      ]),
    );
    const involved = await valuesIn(workspace, "involvement");
    expect(involved).toHaveLength(4);
    expect(involved).toEqual(
      expect.arrayContaining([
        {
          role: "perpetrator",
          person: await named("person", "name", "Accused"),
          incident: first,
          degree: "ordered",
          perpetratorKind: "state.executive.police",
        },
        { role: "helper", person: await named("person", "name", "Helper"), incident: first },
        {
          role: "defender",
          person: await named("person", "name", "Alex"),
          incident: first,
          victimStatus: "held",
        },
        // Whoever did it has no name: what they are is known.
        { role: "perpetrator", incident: second, perpetratorKind: "opposition" },
      ]),
    );
    expect(source && valuesOf(source)).toMatchObject({
      sourceKind: "witness",
      date: "2026-05-05",
      person: await named("person", "name", "Witness"),
    });
    expect(await valuesIn(workspace, "action")).toEqual([
      {
        title: { text: "I1", lang: "en" },
        actionKind: "help.legal",
        addressee: { text: "A ministry", lang: "en" },
        sent: "2026-05-06",
        incidents: [first],
      },
    ]);
    expect(await valuesIn(workspace, "eventLink")).toEqual([{ link: "before", from: first, to: second }]);
    expect(
      problems
        .filter(({ reason }) => reason !== "column-missing")
        .map(({ sheet, row, value, field, reason }) => `${sheet} ${row} ${value} ${field} ${reason}`),
    ).toEqual([
      "acts 3 090909090909 incident.acts unknown-value",
      "involvement 4 P9 person.name missing",
      "involvement 4  involvement.person missing",
      "chain_of_events 3 E9 incident.title missing",
      "chain_of_events 3  eventLink.to missing",
    ]);
    const kept = (await valuesIn(workspace, "tableRow")).map((row) => (row as { kept?: object }).kept ?? {});
    for (const lost of ["090909090909", "P9", "E9", "A1", "02000000000022"])
      expect(
        kept.some((each) => Object.values(each).includes(lost)),
        lost,
      ).toBe(true);
  });

  it("are known again when the event tables come in once more", async () => {
    const { workspace } = await createSmallWorkspace();
    const bytes = encodeWorkbook(eventTables);
    await run(workspace, "huridocs", bytes);
    const { rows, knownRows, records } = await run(workspace, "huridocs", bytes);
    expect(records).toEqual({});
    expect(knownRows).toBe(rows);
  });
});

/** Sheets stand in an order in which every link leads to what comes later. */
const eventTables = [
  {
    name: "chain_of_events",
    rows: [
      ["2201", "2202", "2203", "2209"],
      ["C1", "E1", "E2", "01000000000022"],
      ["C2", "E1", "E9", "02000000000022"],
    ],
  },
  {
    name: "intervention",
    rows: [
      ["2601", "2602", "2603", "2609", "2611", "2612"],
      ["I1", "P4", "E1", "01020000000020", "2026-05-06", "A ministry"],
    ],
  },
  {
    name: "information",
    rows: [
      ["2501", "2502", "2503", "2509", "2511"],
      ["N1", "P3", "E1", "01020000000019", "2026-05-05"],
    ],
  },
  {
    name: "involvement",
    rows: [
      ["2401", "2402", "2403", "2404", "2409", "2412"],
      ["V1", "P2", "E1", "A1", "0102", "01010400000024"],
      ["V2", "", "E2", "A2", "", "020200000000"],
      ["V3", "P9", "E1", "A1", "0102", ""],
    ],
  },
  {
    name: "acts",
    rows: [
      ["2101", "2102", "2103", "2109", "2123"],
      ["A1", "P1", "E1", "3010100000004", "0202"],
      ["A2", "", "E2", "090909090909", ""],
    ],
  },
  {
    name: "persons",
    rows: [
      ["0901", "0903"],
      ["P1", "Alex Example"],
      ["P2", "Accused Example"],
      ["P3", "Witness Example"],
      ["P4", "Helper Example"],
    ],
  },
  {
    name: "events",
    rows: [
      ["0101", "0102", "0113"],
      ["E1", "An event", "2026-05-03"],
      ["E2", "Later", "2026-06-03"],
    ],
  },
];
