import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createTestDesk, type Answered, type TestDesk } from "./desk.fake.ts";

let test: TestDesk;
let evidence = "";
const person = "Robin Markerword";
const text = (words: string): object => ({ text: words, lang: "en" });

beforeEach(async () => {
  test = createTestDesk();
  await test.createVault("one");
  const path = join(test.folder, "note.txt");
  writeFileSync(path, "what was seen");
  const about = { path, title: "A note", lang: "en", obtainedBy: person };
  const { body } = await test.ask("POST", "/api/evidence", about);
  evidence = (await test.ended(body.job)).result.evidence;
  await create("person", { name: text(person) });
});
afterEach(() => test.close());

const create = (kind: string, values: object): Promise<Answered> =>
  test.ask("POST", "/api/command/record.create", { input: { kind, values } });
const write = (more: object): Promise<Answered> =>
  test.ask("POST", "/api/custody", {
    evidence,
    audience: "court",
    approvedBy: "A. Approver",
    formats: ["html", "json"],
    ...more,
  });

describe("a custody sheet from the desk", () => {
  it("has what a person wrote down, and leaves by the rules of an audience with a release of its own", async () => {
    await create("custody", { event: "handed-over", evidence, to: text(person), when: "2026-11" });
    const inside = await test.ask("POST", "/api/query/custody.sheet", { input: { evidence } });
    expect(inside.body.lines.map(({ event }: { event: string }) => event)).toEqual(["taken-in", "entry"]);
    expect(JSON.stringify(inside.body)).toContain(person);
    const planned = await test.ask("POST", "/api/custody/plan", { evidence, audience: "court" });
    expect(planned.body.withheld).toBeGreaterThan(1);
    expect(JSON.stringify(planned.body)).not.toContain(person);
    const { state, result } = await test.ended((await write({})).body.job);
    expect([state, result.withheld]).toEqual(["done", planned.body.withheld]);
    expect(result.outputs.map(({ name }: { name: string }) => name.replace(/-.*\./, "."))).toEqual([
      "custody.html",
      "custody.json",
    ]);
    for (const { url } of result.outputs) {
      const output = await test.raw(url, { headers: test.headers });
      expect(output.headers.get("content-disposition")).toContain("attachment");
      expect(await output.text()).not.toContain(person);
    }
    const release = await test.ask("POST", "/api/query/record.show", { input: { record: result.release } });
    expect(release.body.values).toMatchObject({ audience: "court", approvedBy: text("A. Approver") });
  });

  it("is refused without a person who approves, without a format, and for what is no evidence", async () => {
    for (const more of [{ approvedBy: "" }, { formats: [] }, { audience: "everybody" }])
      expect((await write(more)).status).toBe(400);
    const { body } = await create("case", { title: text("A case") });
    const other = { evidence: body.records[0], audience: "court" };
    expect((await test.ask("POST", "/api/custody/plan", other)).status).toBe(404);
    await test.ask("POST", "/api/vault/lock", {});
    expect((await test.ask("POST", "/api/custody/plan", other)).body.error.code).toBe("desk.no-vault");
  });
});
