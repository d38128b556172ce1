import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createRun } from "../run.fake.ts";

const rows = 20;
const mapping = {
  format: "tocsin-mapping",
  version: 1,
  name: "made up",
  language: "en",
  sheets: [{ headings: 1, records: [{ kind: "incident", fields: { title: { columns: ["title"] } } }] }],
};

let folder = "";
const pathOf = (name: string): string => join(folder, name);
const run = createRun(() => ({ vault: pathOf("vault") }));
const json = async (...args: readonly string[]) => JSON.parse((await run([...args, "--json"])).out);
const inVault = async () => (await json("vault", "status")).records;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "tocsin-take-back-"));
  await writeFile(pathOf("mapping.json"), JSON.stringify(mapping));
  const titles = Array.from({ length: rows }, (_, at) => `Incident ${at}\n`);
  await writeFile(pathOf("list.csv"), `title\n${titles.join("")}`);
  await run(["vault", "create", pathOf("vault")]);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe("an import of a table, by the command line", () => {
  it("is taken back as a whole and brought back, and says before what that would mean", async () => {
    const imported = await json("import", "table", pathOf("list.csv"), "--mapping", pathOf("mapping.json"));
    const table = String(imported.table);
    const whole = { incident: rows };
    const tried = await run(["import", "take-back", table, "--dry-run", "--lang", "en"]);
    expect(tried.out).toContain(`incident: ${rows}`);
    expect(tried.out).toContain("Nothing is erased by this");
    expect(await inVault()).toMatchObject(whole);
    expect(await json("import", "take-back", table)).toMatchObject({ withdrawn: whole, listed: [] });
    expect(await inVault()).toMatchObject({ incident: 0, table: 1 });
    expect((await run(["import", "take-back", table])).code).not.toBe(0);
    expect(await json("import", "bring-back", table)).toMatchObject({ records: whole, changed: 0 });
    expect(await inVault()).toMatchObject(whole);
    expect((await run(["import", "bring-back", table])).code).not.toBe(0);
  });
});
