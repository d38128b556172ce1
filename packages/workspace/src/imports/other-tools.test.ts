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
import type { TableFile } from "./table-files.ts";

const run = (workspace: Workspace, name: string, bytes: Uint8Array): Promise<ImportedTable> =>
  runFiles(workspace, name, [{ name, bytes }]);

async function runFiles(
  workspace: Workspace,
  name: string,
  files: readonly TableFile[],
): Promise<ImportedTable> {
  const text = readFileSync(resolve(`examples/mappings/${name}.json`), "utf8");
  const mapping = parseMapping(JSON.parse(text), workspace.registry);
  return importTable(workspace, { files, mapping, dryRun: false, sha256: sha256Of });
}

const valuesIn = async ({ view }: Workspace, kind: string): Promise<readonly unknown[]> =>
  (await allOf(view, kind)).map(valuesOf);

describe("tables of other tools", () => {
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
      expect.arrayContaining(["events 3 not-a-date", "events 3 unknown-value", "acts 4 not-here"]),
    );
    expect(counts["not-here"]).toBeGreaterThan(0);
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
      "involvement 4 P9 person.name not-here",
      "involvement 4  involvement.person missing",
      "chain_of_events 3 E9 incident.title not-here",
      "chain_of_events 3  eventLink.to missing",
    ]);
    const kept = (await valuesIn(workspace, "tableRow")).map((row) => (row as { kept?: object }).kept ?? {});
    for (const lost of ["090909090909", "P9", "E9", "A1", "02000000000022"])
      expect(
        kept.some((each) => Object.values(each).includes(lost)),
        lost,
      ).toBe(true);
  });

  it("come in from files of their own, given at once in any order, as from one workbook", async () => {
    const whole = await createSmallWorkspace();
    const expected = await run(whole.workspace, "huridocs", encodeWorkbook(eventTables));
    for (const tables of [eventTables, eventTables.toReversed()]) {
      const { workspace } = await createSmallWorkspace();
      const { rows, records, problems, counts } = await runFiles(workspace, "huridocs", filesOf(tables));
      expect({ rows, records, counts }).toEqual({
        rows: expected.rows,
        records: expected.records,
        counts: expected.counts,
      });
      expect(new Set(problems.map(({ sheet }) => sheet))).toEqual(
        new Set(expected.problems.map(({ sheet }) => sheet)),
      );
      const involved = await valuesIn(workspace, "involvement");
      expect(involved.filter((each) => Object.hasOwn(each as object, "incident"))).toHaveLength(4);
    }
  });

  it("come in from one file after the other too: a file is known by its name, and what it names must be there", async () => {
    const { workspace } = await createSmallWorkspace();
    const fileOf = (sheet: string): readonly TableFile[] =>
      filesOf(eventTables.filter(({ name }) => name === sheet));
    const early = await runFiles(workspace, "huridocs", fileOf("involvement"));
    expect(early.counts["not-here"]).toBeGreaterThan(0);
    expect(early.records).toEqual({});
    expect((await runFiles(workspace, "huridocs", fileOf("events"))).records).toEqual({ incident: 2 });
    expect((await runFiles(workspace, "huridocs", fileOf("persons"))).records).toEqual({ person: 4 });
    const acts = await runFiles(workspace, "huridocs", fileOf("acts"));
    expect(acts.records).toEqual({ involvement: 1 });
    expect(acts.counts["not-here"]).toBeUndefined();
  });

  it("come in from biographic details: how two people belong together, and what was not mapped stays with its row", async () => {
    const { workspace } = await createSmallWorkspace();
    const persons = eventTables.filter(({ name }) => name === "persons");
    const details = {
      name: "biographic_details",
      rows: [
        ["2301", "2302", "2303", "2309", "2310", "2311", "2322", "2350"],
        ["B1", "P1", "P2", "90", "2020", "2021-05", "Taught", "Said by both"],
        ["B2", "P1", "P3", "01", "", "", "", ""],
        ["B3", "P4", "", "", "2019", "", "A paper", ""],
        ["B4", "P1", "P9", "90", "", "", "", ""],
      ],
    };
    const { records, problems } = await run(workspace, "huridocs", encodeWorkbook([details, ...persons]));
    expect(records).toEqual({ person: 4, relation: 1 });
    const people = await allOf(workspace.view, "person");
    const idOf = (name: string): string | undefined =>
      people.find((state) => JSON.stringify(valuesOf(state)).includes(name))?.id;
    expect(await valuesIn(workspace, "relation")).toEqual([
      {
        relation: "other",
        person: idOf("Alex"),
        to: idOf("Accused"),
        since: "2020",
        until: "2021-05",
        notes: { text: "Taught · Said by both", lang: "en" },
      },
    ]);
    expect(
      problems
        .filter(({ reason }) => reason !== "column-missing")
        .map(({ row, value, field, reason }) => `${row} ${value} ${field} ${reason}`),
    ).toEqual([
      "3 01 relation.relation unknown-value",
      "3  relation.relation missing",
      "5 P9 person.name not-here",
      "5  relation.to missing",
    ]);
    const rows = (await valuesIn(workspace, "tableRow")) as readonly {
      readonly kept?: object;
      readonly records?: readonly string[];
    }[];
    const about = rows.find(({ kept }) => Object.values(kept ?? {}).includes("B3"));
    expect(about).toMatchObject({ kept: { "2310": "2019", "2322": "A paper" }, records: [idOf("Helper")] });
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

function filesOf(
  tables: readonly { readonly name: string; readonly rows: readonly string[][] }[],
): readonly TableFile[] {
  return tables.map(({ name, rows }) => ({
    name: `${name}.csv`,
    bytes: new TextEncoder().encode(rows.map((cells) => `${cells.join(",")}\n`).join("")),
  }));
}
