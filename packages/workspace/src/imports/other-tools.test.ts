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
    const [person] = await allOf(workspace.view, "person");
    const involved = await valuesIn(workspace, "involvement");
    for (const one of involved) expect(one).toMatchObject({ role: "defender", person: person?.id });
    expect(await valuesIn(workspace, "incident")).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ when: "2026-05-03/2026-05-04", statedReason: expect.anything() }),
      ]),
    );
  });
});
