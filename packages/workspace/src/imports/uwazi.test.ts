// The CSV of an Uwazi library: one row for each entity of whatever template, relationships by titles.
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { valuesOf } from "@tocsin/records";
import { describe, expect, it } from "vitest";
import { allOf } from "../all-of.ts";
import { createSmallWorkspace, sha256Of } from "../small-workspace.fake.ts";
import type { Workspace } from "../workspace.ts";
import { importTable, type ImportedTable } from "./import-table.ts";
import { parseMapping } from "./mapping.ts";

const library = readFileSync(resolve("examples/tables/uwazi-made-up.csv"), "utf8");

async function run(workspace: Workspace, text = library): Promise<ImportedTable> {
  const mapping: unknown = JSON.parse(readFileSync(resolve("examples/mappings/uwazi.json"), "utf8"));
  return importTable(workspace, {
    files: [{ name: "library.csv", bytes: new TextEncoder().encode(text) }],
    mapping: parseMapping(mapping, workspace.registry),
    dryRun: false,
    sha256: sha256Of,
  });
}

const valuesIn = async ({ view }: Workspace, kind: string): Promise<readonly Record<string, unknown>[]> =>
  (await allOf(view, kind)).map((state) => ({ ...valuesOf(state) }));
const shortly = ({ problems }: ImportedTable): readonly string[] =>
  problems.map(
    ({ row, heading, value, field, reason, effect }) =>
      `${row} ${heading} ${reason} ${effect} ${field} ${value}`,
  );
const english = (text: string): object => ({ text, lang: "en" });

describe("a library of Uwazi", () => {
  it("comes in with several values, ranges, points, terms under terms, links and relationships", async () => {
    const { workspace } = await createSmallWorkspace();
    const { rows, records } = await run(workspace);
    expect({ rows, records }).toEqual({
      rows: 6,
      records: { source: 3, incident: 3, person: 4, involvement: 3 },
    });
    const sources = await allOf(workspace.view, "source");
    expect(sources.map(valuesOf)).toEqual([
      { title: english("A page"), notes: english("https://example.org/1") },
      { title: english("https://example.org/2"), notes: english("https://example.org/2") },
      { title: english("A page without an address") },
    ]);
    expect(await valuesIn(workspace, "incident")).toMatchObject([
      {
        title: english("First, of two"),
        titleIn: [{ text: "Primero, de dos", lang: "es" }],
        acts: ["network.shutdown", "network.throttling"],
        when: "2026-05-03/2026-05-09",
        where: { country: "TD", latitude: 12_500_000, longitude: -3_250_000 },
        sources: [sources[0]?.id],
      },
      { acts: ["network.shutdown"], when: "2026-06-01/..", where: { country: "TD" } },
      { title: english("Third") },
    ]);
    const kept = (await valuesIn(workspace, "tableRow")).map((row) => row["kept"]);
    expect(kept[0]).toMatchObject({ "Date added": "2026-01-02", Template: "Attack" });
  });

  it("links each title of a relationship, and has one person of one title, whatever row comes first", async () => {
    const { workspace } = await createSmallWorkspace();
    await run(workspace);
    const people = await allOf(workspace.view, "person");
    const named = (name: string): readonly string[] =>
      people.filter((state) => JSON.stringify(valuesOf(state)["name"]).includes(name)).map(({ id }) => id);
    expect([named("Alex"), named("Robin"), named("Sam")].map(({ length }) => length)).toEqual([1, 1, 2]);
    const alex = people.find(({ id }) => id === named("Alex")[0]);
    expect(alex && valuesOf(alex)).toMatchObject({ notes: english("An editor") });
    const linked = (await valuesIn(workspace, "involvement")).map(({ person }) => String(person));
    expect(linked.sort()).toEqual([...named("Alex"), ...named("Alex"), ...named("Robin")].sort());
  });

  it("never guesses which of two records of one title a relationship means, and says so", async () => {
    const { workspace } = await createSmallWorkspace();
    const told = shortly(await run(workspace));
    expect(told).toEqual([
      "3 Type of attack unknown-value kept incident.acts Network::Unheard of|Network::Shutdown",
      "3 Geolocation bad-value kept incident.where 91|5",
      "4 Type of attack unknown-value kept incident.acts Throttling",
      "4 Date not-a-date kept incident.when soon",
      "3  ambiguous record-left-out person.name Sam Example",
      "3  missing record-left-out involvement.person ",
      "6  ambiguous taken person.name Sam Example",
      "7  ambiguous taken person.name Sam Example",
    ]);
    const kept = (await valuesIn(workspace, "tableRow")).map((row) => row["kept"]);
    expect(kept[1]).toMatchObject({ People: "Alex Example|Sam Example" });
  });

  it("takes a title that is in the vault already for another record's, until a person says otherwise", async () => {
    const { workspace } = await createSmallWorkspace();
    await run(workspace);
    const more = library.split("\n").slice(0, 1);
    const again = await run(
      workspace,
      `${more.join("")}\nRobin Example,2026-02-02,Person,,,,,A painter,,,Published,\nFourth,2026-02-02,Attack,,,,Robin Example,,,,Published,\n`,
    );
    expect(again.records).toEqual({ person: 1, incident: 1 });
    expect(shortly(again)).toEqual([
      "2  ambiguous taken person.name Robin Example",
      "3  ambiguous record-left-out person.name Robin Example",
      "3  missing record-left-out involvement.person ",
    ]);
  });
});
