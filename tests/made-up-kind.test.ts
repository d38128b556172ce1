// One definition, and everything follows: a kind that exists in this file alone is checked, stored, indexed, found,
// shown, edited and let out. apps/cli holds the command line to the same, the browser journeys the screen.
import {
  code,
  codes,
  data,
  date,
  flag,
  given,
  instant,
  integer,
  kind,
  link,
  links,
  names,
  place,
  setTypes,
  string,
  strings,
  text,
  translations,
  type FieldType,
} from "@tocsin/records";
import { createProgram, openProgram } from "@tocsin/node";
import { createBuiltInRegistry, exportRecords, type ListPage, type RecordPage } from "@tocsin/workspace";
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestDesk, type TestDesk } from "../apps/desk/server/src/desk.fake.ts";

const sighting = kind(
  "sighting",
  1,
  {
    title: text({ required: true, search: "high" }),
    reference: string({ search: "high" }),
    devices: integer(),
    confirmed: flag({ facet: true }),
    when: date({ sort: true, coarsen: "month" }),
    noted: instant({ fixed: true }),
    where: place({ facet: "country", coarsen: "region", guard: "place" }),
    status: code("verification", { facet: true }),
    case: link("case"),
    raw: data({ fixed: true }),
    witnesses: names({ guard: "name", sensitive: true }),
    acts: codes("acts", { facet: true }),
    related: links("sighting"),
    tags: strings({ facet: true, search: "low" }),
    story: text({ multiline: true, search: "low", guard: "case", sensitive: true }),
    whenSaid: given("calendars", { of: "when", coarsen: "month" }),
    storyIn: translations("textOrigins", { of: "story", guard: "case", sensitive: true }),
  },
  {
    label: "title",
    stretch: "record",
    messages: { en: { "kind.sighting": "Sightings", "kind.sighting.one": "Sighting" } },
  },
);

const english = (words: string): object => ({ text: words, lang: "en" });
const values = {
  title: english("Drone over the square"),
  reference: "S-17",
  devices: 3,
  confirmed: true,
  when: "2026-03-04~",
  noted: "2026-03-05T10:00:00Z",
  where: { country: "XX", region: "North", locality: "Example Town" },
  status: "reported",
  raw: { sensor: [1, 2] },
  witnesses: [english("Robin Example")],
  acts: ["legal.slapp"],
  tags: ["drone", "night"],
  story: english("It hovered for an hour."),
  whenSaid: { calendar: "solar-hijri", text: "1404-12-13", edtf: "2026-03-04", sure: true },
  storyIn: [{ text: "ظل يحوم ساعة.", lang: "ar", origin: "human-translation" }],
};

const folder = mkdtempSync(join(tmpdir(), "tocsin-kind-"));
const vault = join(folder, "vault");
const opening = {
  registry: createBuiltInRegistry({ kinds: [sighting] }),
  passphrase: "a long sentence that nobody guesses",
};
const cost = { memoryKib: 8, passes: 1, lanes: 1 };
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("a kind that somebody makes up", () => {
  it("has every type of field that there is", () => {
    const all: Readonly<Record<FieldType, true>> = {
      text: true,
      string: true,
      integer: true,
      flag: true,
      date: true,
      instant: true,
      place: true,
      code: true,
      link: true,
      data: true,
      given: true,
      names: true,
      translations: true,
      codes: true,
      links: true,
      strings: true,
    };
    const used = new Set(Object.values(sighting.fields).map(({ type }) => type));
    expect([...used].sort()).toEqual(Object.keys(all).sort());
  });

  it("is checked, stored, listed, filtered, counted, found and edited, also after a restart", async () => {
    const first = await createProgram(vault, { ...opening, deviceName: "laptop", cost });
    const { workspace } = first;
    const caseId = (
      await workspace.run("record.create", { kind: "case", values: { title: english("A case") } })
    ).records[0];
    const other = (
      await workspace.run("record.create", { kind: "sighting", values: { title: english("Before") } })
    ).records[0];
    const made = await workspace.run("record.create", {
      kind: "sighting",
      values: { ...values, case: caseId, related: [other] },
    });
    for (const [field, wrong] of [
      ["devices", "three"],
      ["status", "no-such-code"],
      ["when", "yesterday"],
      ["where", { country: "nowhere" }],
      ["case", "not an id"],
      ["witnesses", "Robin"],
    ] as const)
      await expect(
        workspace.run("record.create", { kind: "sighting", values: { ...values, [field]: wrong } }),
      ).rejects.toMatchObject({ details: { kind: "sighting", field } });
    await first.close();

    const again = await openProgram(vault, opening);
    expect(again.rebuilt).toBe(false);
    const [record] = made.records;
    const page = (await again.workspace.ask("record.show", { record })) as RecordPage;
    expect(page.values).toEqual({ ...values, case: caseId, related: [other] });
    expect(Object.values(page.labels).map(({ label }) => label)).toEqual(
      expect.arrayContaining(["A case", "Before"]),
    );
    const ask = (name: string, input: object): Promise<unknown> => again.workspace.ask(name, input);
    for (const [field, value] of [
      ["where", "XX"],
      ["confirmed", "yes"],
      ["tags", "night"],
      ["acts", "legal.slapp"],
      ["case", caseId],
    ] as const) {
      const { rows } = (await ask("record.list", {
        kind: "sighting",
        where: [{ field, value }],
      })) as ListPage;
      expect([field, rows.map(({ id }) => id)]).toEqual([field, [record]]);
    }
    expect(await ask("record.tally", { kind: "sighting", facet: "where" })).toEqual({ XX: 1 });
    expect(await ask("record.tally", { kind: "sighting", facet: "tags" })).toEqual({ drone: 1, night: 1 });
    for (const words of ["hovered", "S-17", "dron"])
      expect(await ask("search", { words, kind: "sighting" })).toMatchObject([{ id: record }]);
    await again.workspace.run("record.change", {
      record,
      patch: { tags: { remove: ["night"], add: ["day"] } },
    });
    expect(await ask("record.tally", { kind: "sighting", facet: "tags" })).toEqual({ drone: 1, day: 1 });
    await again.workspace.run("record.undo", { record });
    expect(((await ask("record.show", { record })) as RecordPage).values["tags"]).toEqual(["drone", "night"]);
    await again.close();
  });

  it("leaves as CSV and JSON through a release, coarse for the public and without what is guarded", async () => {
    const { workspace, close } = await openProgram(vault, opening);
    const options = {
      kind: "sighting",
      approvedBy: { text: "Kim Approver", lang: "en" },
      sha256: (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex"),
    };
    const tableFor = async (audience: "public" | "internal", format: "csv" | "json"): Promise<string> =>
      Buffer.from((await exportRecords(workspace, { ...options, audience, format })).bytes).toString();
    const open = await tableFor("public", "csv");
    expect(open).toContain("Drone over the square");
    expect(open).toContain("2026-03");
    expect(open).not.toMatch(/2026-03-04|Example Town|Robin|hovered|sensor/);
    const [row] = JSON.parse(await tableFor("internal", "json")).filter(
      (each: { reference: string | null }) => each.reference === "S-17",
    );
    expect(row).toMatchObject({
      title: "Drone over the square",
      devices: 3,
      when: "2026-03-04~",
      tags: "drone; night",
      story: "It hovered for an hour.",
    });
    expect(await workspace.view.count("release")).toBe(2);
    await close();
  });

  it("is unknown to a program without it, which keeps it and shows it again to one that has it", async () => {
    const without = await openProgram(vault, { passphrase: opening.passphrase });
    expect(await without.workspace.ask("search", { words: "hovered" })).toEqual([]);
    await without.close();
    const again = await openProgram(vault, opening);
    expect(await again.workspace.ask("search", { words: "hovered" })).toHaveLength(1);
    await again.close();
  });
});

describe("the same kind in the desk", () => {
  let desk: TestDesk;
  beforeAll(async () => {
    desk = createTestDesk({ kinds: [sighting] });
    await desk.createVault();
  });
  afterAll(() => desk.close());

  it("is drawn from its definition", async () => {
    const { body } = await desk.ask("GET", "/api/kinds");
    const known = body.kinds.find(({ form }: { form: { kind: string } }) => form.kind === "sighting");
    expect(known.form.fields.map(({ name }: { name: string }) => name)).toEqual(Object.keys(sighting.fields));
    const many = known.form.fields.filter(({ many: is }: { many: boolean }) => is);
    expect(new Set(many.map(({ type }: { type: string }) => type))).toEqual(new Set(setTypes));
    expect(known.view.facets).toEqual(["confirmed", "where", "status", "acts", "tags"]);
    expect(known.messages.en["kind.sighting"]).toBe("Sightings");
  });

  it("is created, changed, shown and let out", async () => {
    const made = await desk.ask("POST", "/api/command/record.create", {
      input: { kind: "sighting", values },
    });
    const [record] = made.body.records;
    const patch = { devices: { set: 4 }, witnesses: { add: [english("Kim Example")] } };
    expect((await desk.ask("POST", "/api/command/record.change", { input: { record, patch } })).status).toBe(
      200,
    );
    const fixed = { input: { record, patch: { noted: { clear: true } } } };
    expect((await desk.ask("POST", "/api/command/record.change", fixed)).status).toBe(422);
    const { body } = await desk.ask("POST", "/api/query/record.show", { input: { record } });
    expect(body.values).toMatchObject({ devices: 4, noted: values.noted });
    expect(body.values.witnesses).toHaveLength(2);
    const ask = { kind: "sighting", audience: "public", format: "csv", approvedBy: "Kim Approver" };
    const { result } = await desk.ended((await desk.ask("POST", "/api/export", ask)).body.job);
    const table = await (await desk.raw(result.outputs[0].url, { headers: desk.headers })).text();
    expect(table).toContain("S-17");
    expect(table).not.toMatch(/Robin|Kim Example|hovered/);
  });
});
