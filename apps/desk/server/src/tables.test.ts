import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { encodeWorkbook } from "@tocsin/formats";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createTestDesk, passphrase, type Answered, type TestDesk } from "./desk.fake.ts";

let test: TestDesk;
beforeEach(async () => {
  test = createTestDesk();
  await test.createVault();
});
afterEach(() => test.close());

const mark = "Zebra-Quagga-Okapi";
const rows = [
  ["Title", "When", "Grade"],
  ["An arrest", "2026-05-03", "reported"],
  [`Two \u202eletters ${mark}`, "3/5/26", "reported"],
  ["A visit", "2026-05", "heard of"],
  ["", "2026-06", "heard of"],
];
const csv = rows.map((cells) => cells.join(",")).join("\n");
const many = `Title,When\n${Array.from({ length: 400 }, (_, at) => `Title ${at},2026\n`).join("")}`;
const mapping = {
  format: "tocsin-mapping",
  version: 1,
  name: "made up",
  language: "en",
  sheets: [
    {
      headings: 1,
      records: [
        {
          kind: "incident",
          fields: {
            title: { columns: ["Title"] },
            when: { columns: ["When"] },
            status: { columns: ["Grade"] },
          },
        },
      ],
    },
  ],
};

const drop = async (bytes: string, name = "list.csv"): Promise<Answered["body"]> => {
  const response = await test.raw(`/api/tables?name=${name}`, {
    method: "PUT",
    headers: test.headers,
    body: bytes,
  });
  return response.json();
};
const work = async (path: string, body: object): Promise<Answered["body"]> =>
  test.ended((await test.ask("POST", path, body)).body.job);
const incidents = async (): Promise<readonly { label: string }[]> =>
  (await test.ask("POST", "/api/query/record.list", { input: { kind: "incident" } })).body.rows;
const problem = (row: number, reason: string): unknown => expect.objectContaining({ row, reason });

describe("a table that comes in", () => {
  it("is looked at, guessed at, checked, and imported as it was checked", async () => {
    const taken = await drop(csv);
    expect(taken).toMatchObject({ format: "csv", fileName: "list.csv", size: Buffer.byteLength(csv) });
    expect(taken.sheets[0].rows[1]).toEqual({ row: 2, cells: ["An arrest", "2026-05-03", "reported"] });
    const at = `/api/tables/${taken.table}`;
    const { body: guess } = await test.ask("POST", `${at}/guess`, {
      sheet: 0,
      headings: 1,
      kind: "incident",
    });
    expect(guess.sheets[0].records[0].fields).toMatchObject({
      title: { columns: ["Title"] },
      when: { columns: ["When"] },
    });
    const check = await work(`${at}/check`, { mapping });
    expect(check).toMatchObject({ kind: "table-check", state: "done", progress: { done: 4, unit: "rows" } });
    expect(check.result).toMatchObject({ table: null, rows: 4, records: { incident: 3 } });
    expect(await incidents()).toEqual([]);
    const imported = await work(`${at}/import`, { checked: check.id });
    expect(imported).toMatchObject({ kind: "table-import", state: "done", progress: { total: 4 } });
    expect(imported.result).toMatchObject({ rows: 4, records: { incident: 3 } });
    expect(imported.result.groups).toEqual(check.result.groups);
    expect((await incidents()).map(({ label }) => label)).toContain("An arrest");
  });

  it("has its problems told by kind, with counts, places and values as they were found", async () => {
    const { table } = await drop(csv);
    const check = await work(`/api/tables/${table}/check`, { mapping });
    const groups = new Map<string, Answered["body"]>(
      check.result.groups.map((group: { reason: string }) => [group.reason, group]),
    );
    expect(groups.get("unknown-value")).toMatchObject({
      count: 2,
      listed: 2,
      first: [problem(4, "unknown-value"), problem(5, "unknown-value")],
      values: [{ field: "incident.status", value: "heard of", count: 2 }],
    });
    expect(groups.get("not-a-date").first).toMatchObject([
      { row: 3, column: "B", heading: "When", value: "3/5/26" },
    ]);
    expect(groups.get("invisible-characters").first[0].value).toBe(`Two \u202eletters ${mark}`);
    expect(groups.get("missing").first).toMatchObject([{ row: 5, effect: "record-left-out" }]);
    const more = `/api/tables/${table}/problems?run=${check.id}&reason=unknown-value`;
    expect((await test.ask("GET", `${more}&from=1`)).body).toMatchObject([{ row: 5 }]);
    expect((await test.ask("GET", `${more}&from=2`)).body).toEqual([]);
  });

  it("has its problems written as a file, in which no cell is a formula that runs", async () => {
    const { table } = await drop(`Title,When\nA visit,=1+1\nA raid,"@now, or later"\n`);
    const check = await work(`/api/tables/${table}/check`, { mapping });
    const made = await test.ask("POST", `/api/tables/${table}/problems`, { run: check.id });
    const file = await test.raw(made.body.url, { headers: test.headers });
    expect(file.headers.get("content-disposition")).toContain("problems.csv");
    const lines = (await file.text()).split("\r\n");
    expect(lines[0]).toContain('"sheet","row","column","heading","value"');
    expect(lines.filter((line) => line.includes("=1+1") || line.includes("@now, or later"))).toHaveLength(2);
    expect(lines.filter((line) => /(^|,)"?[=@]/.test(line))).toEqual([]);
    const none = await test.ask("POST", `/api/tables/${table}/problems`, { run: "none" });
    expect([none.status, none.body.error.code]).toEqual([404, "desk.no-such-table"]);
  });

  it("is taken from where it lies, and a workbook shows its sheets", async () => {
    const path = join(test.folder, "list.xlsx");
    writeFileSync(
      path,
      encodeWorkbook([
        { name: "events", rows },
        { name: "acts", rows: [["kind"]] },
      ]),
    );
    const { body } = await test.ask("POST", "/api/tables", { path });
    expect(body).toMatchObject({ format: "xlsx", fileName: "list.xlsx" });
    expect(body.sheets.map(({ name }: { name: string }) => name)).toEqual(["events", "acts"]);
    const missing = await test.ask("POST", "/api/tables", { path: join(test.folder, "none.csv") });
    expect([missing.status, missing.body.error.code]).toEqual([400, "desk.bad-request"]);
    expect((await drop(`a${",".repeat(2_000)}\n`)).error).toMatchObject({
      code: "formats.limit",
      details: { row: 1 },
    });
  });

  it("can be several files: each a sheet called as it, and what one names stands in any other", async () => {
    const first = await drop("event,who,part\nE1,P1,defender\n", "parts.csv");
    const second = await drop("no,name\nP1,Alex Example\n", `persons.csv&with=${first.table}`);
    const all = await drop("no,title\nE1,An arrest\n", `events.csv&with=${second.table}`);
    expect(all.sheets.map(({ name }: { name: string }) => name)).toEqual(["parts", "persons", "events"]);
    expect(all.fileName).toBe("parts.csv, persons.csv, events.csv");
    const gone = await test.ask("POST", `/api/tables/${first.table}/guess`, {});
    expect([gone.status, gone.body.error.code]).toEqual([404, "desk.no-such-table"]);
    const named = (kind: string, column: string): object => ({
      kind,
      as: kind,
      key: [column],
      needs: [column],
      fields: {},
    });
    const title = { title: { columns: ["title"] } };
    const name = { name: { columns: ["name"] } };
    const part = {
      role: { columns: ["part"] },
      person: { record: "person" },
      incident: { record: "incident" },
    };
    const sheets = [
      { sheets: ["events"], headings: 1, records: [{ kind: "incident", key: ["no"], fields: title }] },
      { sheets: ["persons"], headings: 1, records: [{ kind: "person", key: ["no"], fields: name }] },
      {
        sheets: ["parts"],
        headings: 1,
        records: [named("incident", "event"), named("person", "who"), { kind: "involvement", fields: part }],
      },
    ];
    const check = await work(`/api/tables/${all.table}/check`, { mapping: { ...mapping, sheets } });
    expect(check.result).toMatchObject({
      records: { incident: 1, person: 1, involvement: 1 },
      groups: [],
    });
    const imported = await work(`/api/tables/${all.table}/import`, { checked: check.id });
    expect(imported.result.records).toEqual(check.result.records);
    const [known] = (await test.ask("GET", "/api/imports")).body;
    expect(known.fileName).toBe(all.fileName);
  });

  it("refuses an import for a cell that is too long before anything of it is written", async () => {
    const rows = Array.from({ length: 100 }, (_, at) => `Title ${at},2026\n`).join("");
    const { table } = await drop(`Title,When\n${rows}${"x".repeat(1_100_000)},2026\n`);
    const check = await work(`/api/tables/${table}/check`, { mapping });
    expect(check.result.groups.map(({ reason }: { reason: string }) => reason)).toContain("cut");
    const { state, error } = await work(`/api/tables/${table}/import`, { checked: check.id });
    expect([state, error.code]).toEqual(["failed", "workspace.cell-too-long"]);
    const facts = (await test.ask("GET", "/api/vault/facts")).body;
    expect(JSON.stringify(facts)).not.toContain("incomplete-step");
    expect(await incidents()).toEqual([]);
  });

  it("lies nowhere on the disk in clear, before, between and after", async () => {
    const found = (): readonly string[] =>
      readdirSync(test.folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
        .filter((file) => readFileSync(file).includes(mark));
    mkdirSync(join(test.folder, "planted"));
    writeFileSync(join(test.folder, "planted", "leak"), mark);
    const { table } = await drop(csv);
    const check = await work(`/api/tables/${table}/check`, { mapping });
    await work(`/api/tables/${table}/import`, { checked: check.id });
    expect(found()).toEqual([join(test.folder, "planted", "leak")]);
  });

  it("is imported once, and never without a check that came to its end", async () => {
    const { table } = await drop(many);
    const at = `/api/tables/${table}`;
    const unchecked = await test.ask("POST", `${at}/import`, { checked: "none" });
    expect([unchecked.status, unchecked.body.error.code]).toEqual([404, "desk.no-such-table"]);
    const { body } = await test.ask("POST", `${at}/check`, { mapping });
    const early = await test.ask("POST", `${at}/import`, { checked: body.job });
    expect(early.status).toBe(400);
    const second = await test.ask("POST", `${at}/check`, { mapping });
    expect([second.status, second.body.error.code]).toEqual([409, "desk.busy"]);
    await test.ended(body.job);
    await work(`${at}/import`, { checked: body.job });
    const again = await test.ask("POST", `${at}/import`, { checked: body.job });
    expect([again.status, again.body.error.code]).toEqual([404, "desk.no-such-table"]);
    expect(await incidents()).toHaveLength(50);
  });

  it("writes nothing when it is stopped, and can be gone through again", async () => {
    const { table } = await drop(many);
    const at = `/api/tables/${table}`;
    const check = await work(`${at}/check`, { mapping });
    const { body } = await test.ask("POST", `${at}/import`, { checked: check.id });
    await test.ask("DELETE", `/api/jobs/${body.job}`);
    expect((await test.ended(body.job)).state).toBe("cancelled");
    expect(await incidents()).toEqual([]);
    expect((await work(`${at}/import`, { checked: check.id })).result.records).toEqual({ incident: 400 });
  });

  it("is gone when the vault is locked, and none comes in without one", async () => {
    const { table } = await drop(csv);
    await test.ask("POST", "/api/vault/lock", {});
    expect((await drop(csv)).error.code).toBe("desk.no-vault");
    await test.ask("POST", "/api/vault/unlock", { passphrase });
    const { status, body } = await test.ask("POST", `/api/tables/${table}/guess`, {});
    expect([status, body.error.code]).toEqual([404, "desk.no-such-table"]);
  });

  it("comes in by a mapping that is known: of an import before, or a pattern of the program", async () => {
    const patterns = (await test.ask("GET", "/api/mappings")).body;
    expect(patterns.map(({ id }: { id: string }) => id)).toEqual([
      "pattern-huridocs",
      "pattern-shutdowns",
      "pattern-uhri",
      "pattern-uhri-excel",
      "pattern-upr",
      "pattern-uwazi",
    ]);
    const { table } = await drop(csv);
    const check = await work(`/api/tables/${table}/check`, { mapping });
    await work(`/api/tables/${table}/import`, { checked: check.id });
    const [own] = (await test.ask("GET", "/api/mappings")).body;
    expect(own).toMatchObject({ name: "made up", imported: expect.any(Number) });
    expect((await test.ask("GET", `/api/mappings/${own.id}`)).body).toEqual(mapping);
    expect((await test.ask("GET", "/api/mappings/pattern-uwazi")).body.sheets.length).toBeGreaterThan(0);
    expect((await test.ask("GET", "/api/mappings/pattern-none")).status).toBe(400);
    const bad = await test.ask("POST", `/api/tables/${table}/check`, { mapping: { ...mapping, sheets: [] } });
    expect([bad.status, bad.body.error.code]).toEqual([422, "records.bad-input"]);
    const known = (await drop(csv)).table;
    const again = await work(`/api/tables/${known}/check`, { mapping });
    expect(again.result).toMatchObject({ rows: 4, knownRows: 4, records: {} });
  });
});
