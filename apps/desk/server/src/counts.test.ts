import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createTestDesk, type Answered, type TestDesk } from "./desk.fake.ts";

let test: TestDesk;
beforeEach(async () => {
  test = createTestDesk();
  await test.createVault();
  await strike(7, "woman");
  await strike(2, "man");
});
afterEach(() => test.close());

const text = (words: string): object => ({ text: words, lang: "en" });
const post = (path: string, body: object): Promise<Answered> => test.ask("POST", path, body);
const create = async (kind: string, values: object): Promise<string> =>
  (await post("/api/command/record.create", { input: { kind, values } })).body.records[0];

async function strike(times: number, gender: string): Promise<void> {
  for (let n = 0; n < times; n += 1) {
    const incident = await create("incident", {
      title: text("A threat"),
      acts: ["harassment.threat"],
      when: "2025-03-04",
      status: "reported",
      defence: "because-of-work",
    });
    const person = await create("person", { name: text("Robin Markerword"), gender });
    await create("involvement", { role: "defender", person, incident });
    await create("involvement", { role: "official", incident });
  }
}

const question = { measure: "people", scope: "indicator", by: ["gender"] };
const leaving = { ...question, audience: "public", threshold: 5 };

describe("counts on the desk", () => {
  it("offer what goes with what was chosen, and let go what does not", async () => {
    const { body } = await post("/api/counts/choices", { ...question, measure: "incidents", period: "soon" });
    expect(body.question).toEqual({ measure: "incidents", scope: "indicator", by: [] });
    expect(body.fault).toBe("period");
    expect(body.first).not.toContain("gender");
  });

  it("show as they would leave what they show inside, with nothing written", async () => {
    const inside = await post("/api/query/count", { input: question });
    expect(inside.body.tables).toMatchObject([{ cells: [[2], [7]], total: 9 }]);
    const { body } = await post("/api/counts/plan", leaving);
    expect(body).toMatchObject({ hidden: 2, counts: { tables: [{ cells: [[null], [null]], total: 9 }] } });
    const releases = await post("/api/query/record.list", { input: { kind: "release" } });
    expect(releases.body.rows).toEqual([]);
  });

  it("refuse to show small numbers outside, and to go without somebody who answers for them", async () => {
    const low = await post("/api/counts/plan", { ...leaving, threshold: 2 });
    expect(low.body.error.code).toBe("workspace.threshold-too-low");
    for (const wrong of [{ format: "csv" }, { approvedBy: "A. Approver" }, { audience: "everybody" }])
      expect((await post("/api/counts", { ...leaving, ...wrong })).status).toBe(400);
  });

  it("leave as a table under a release, and stop where two tables give a small number away", async () => {
    const order = { ...leaving, format: "csv", approvedBy: "A. Approver" };
    const { state, result } = await test.ended((await post("/api/counts", order)).body.job);
    expect([state, result.hidden]).toEqual(["done", 2]);
    const file = await test.raw(result.outputs[0].url, { headers: test.headers });
    const table = await file.text();
    expect(table).toContain('"total","",9,false');
    expect(table).not.toContain("Markerword");
    await test.raw(result.outputs[0].url, { headers: test.headers });
    const { rows } = (await post("/api/query/clear.copies", { input: {} })).body;
    expect(rows).toEqual([
      expect.objectContaining({
        title: result.outputs[0].name,
        where: null,
        by: "A. Approver",
        sha256: result.outputs[0].sha256,
        bytes: Buffer.byteLength(table),
        release: result.release,
      }),
    ]);
    await strike(1, "woman");
    const { body: plan } = await post("/api/counts/plan", leaving);
    expect(plan.notices).toMatchObject([{ kind: "moved", release: result.release }]);
    const again = await test.ended((await post("/api/counts", order)).body.job);
    expect(again.error.code).toBe("workspace.reveals-together");
    const accepted = await post("/api/counts", { ...order, acceptDifferences: true });
    expect((await test.ended(accepted.body.job)).state).toBe("done");
  });
});
