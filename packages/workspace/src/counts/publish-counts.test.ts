import { beforeAll, describe, expect, it } from "vitest";
import { valuesOf } from "@tocsin/records";
import type { CountPage } from "../queries/count.ts";
import type { CountedList } from "../queries/counted-list.ts";
import { codeOf, createSmallWorkspace, sha256Of, type SmallWorkspace } from "../small-workspace.fake.ts";
import { planCounts } from "./plan-counts.ts";
import { publishCounts, type PublishCountsOptions } from "./publish-counts.ts";

let small: SmallWorkspace;

/** So many incidents, each with a person of this gender, by an official on account of their work. */
async function strike(times: number, gender: string, country = "XA"): Promise<void> {
  for (let n = 0; n < times; n += 1) {
    const incident = await small.create("incident", {
      title: "an incident",
      acts: ["harassment.threat"],
      when: "2025-03-04",
      where: { country },
      status: "reported",
      defence: "because-of-work",
    });
    const person = await small.create("person", { name: "somebody", gender });
    await small.create("involvement", { role: "defender", person, incident });
    await small.create("involvement", { role: "official", incident });
  }
}

const options = (more: Partial<PublishCountsOptions> = {}): PublishCountsOptions => ({
  question: { by: ["gender"] },
  audience: "public",
  format: "csv",
  approvedBy: { text: "A. Coordinator", lang: "en" },
  sha256: sha256Of,
  ...more,
});

const linesOf = (bytes: Uint8Array): readonly string[] =>
  new TextDecoder().decode(bytes).trim().split("\r\n");

describe("counts that leave", () => {
  beforeAll(async () => {
    small = await createSmallWorkspace();
    await strike(9, "woman");
    await strike(7, "man");
    await strike(2, "non-binary");
  });

  it("are whole inside, with the rules beside them", async () => {
    const page = (await small.workspace.ask("count", { by: ["gender"] })) as CountPage;
    expect(page.tables).toMatchObject([
      { status: "reported", rows: ["man", "non-binary", "woman"], cells: [[7], [2], [9]], total: 18 },
    ]);
    expect(page.rules.length).toBeGreaterThan(5);
    expect(page.rules.every(({ source, checked }) => source !== "" && !checked)).toBe(true);
  });

  it("lead to the records behind a number, each with its incident", async () => {
    const asked = { by: ["gender"], status: "reported", row: "non-binary" };
    const { rows, total } = (await small.workspace.ask("counted.list", asked)) as CountedList;
    expect(total).toBe(2);
    expect(rows).toMatchObject([
      { kind: "person", label: "somebody", incidentLabel: "an incident", size: 1 },
      { kind: "person", label: "somebody", incidentLabel: "an incident", size: 1 },
    ]);
    const all = (await small.workspace.ask("counted.list", { status: "reported" })) as CountedList;
    expect(all.total).toBe(18);
    expect(await codeOf(() => small.workspace.ask("counted.list", { ...asked, by: ["weight"] }))).toBe(
      "records.bad-input",
    );
  });

  it("are shown as they would leave, with nothing written, before anybody approves", async () => {
    const plan = await planCounts(small.workspace, options());
    expect(plan).toMatchObject({ hidden: 2, notices: [], counts: { threshold: 5 } });
    expect(plan.counts.tables).toMatchObject([{ cells: [[null], [null], [9]], total: 18 }]);
    expect(await small.workspace.view.count("release")).toBe(0);
  });

  it("leave nothing behind without somebody who answers for them, or with small numbers for outside", async () => {
    const nobody = options({ approvedBy: { text: " ", lang: "en" } });
    expect(await codeOf(() => publishCounts(small.workspace, nobody))).toBe("workspace.not-approved");
    const low = options({ threshold: 2 });
    expect(await codeOf(() => publishCounts(small.workspace, low))).toBe("workspace.threshold-too-low");
    const wrong = options({ question: { by: ["act", "family"] } });
    expect(await codeOf(() => publishCounts(small.workspace, wrong))).toBe("records.bad-input");
    expect(await small.workspace.view.count("release")).toBe(0);
  });

  it("hide small numbers and another, with the rule in every row, under a release that keeps the table", async () => {
    const { bytes, release, hidden, notices } = await publishCounts(small.workspace, options());
    expect([hidden, notices]).toEqual([2, []]);
    const [head, ...rows] = linesOf(bytes);
    expect(head).toBe('"measure","scope","period","status","gender","column","count","hidden","rule"');
    expect(rows.map((row) => row.split(",").slice(4, 8).join())).toEqual([
      '"man","",,true',
      '"non-binary","",,true',
      '"woman","",9,false',
      '"total","",18,false',
    ]);
    expect(rows.every((row) => row.includes("below 5 hidden"))).toBe(true);
    const state = await small.workspace.view.read(release);
    const values = state && valuesOf(state);
    expect(values?.["sha256"]).toBe(sha256Of(bytes));
    expect(values?.["counts"]).toMatchObject({
      threshold: 5,
      tables: [{ cells: [[null], [null], [9]], total: 18 }],
    });
  });

  it("are stopped where an earlier release and this one reveal a small number together, and say which and how", async () => {
    await strike(1, "woman");
    const error = await publishCounts(small.workspace, options()).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: "workspace.reveals-together" });
    expect(String(error)).toContain("moved: people indicator reported * gender=woman");
    expect(await small.workspace.view.count("release")).toBe(1);
    const accepted = await publishCounts(
      small.workspace,
      options({ acceptDifferences: true, format: "json" }),
    );
    expect(accepted.notices.map(({ kind, count }) => [kind, count])).toContainEqual(["moved", 1]);
    expect(JSON.parse(new TextDecoder().decode(accepted.bytes))).toMatchObject({
      method: "tocsin-16.10.1",
      threshold: 5,
    });
  });

  it("count children like everybody, name none of them, and leave them in the totals where their number is hidden", async () => {
    small = await createSmallWorkspace();
    const names = ["Tamarind Wrenfield", "Quill Marrow"];
    await strike(8, "woman");
    for (const name of names) {
      const incident = await small.create("incident", {
        title: "a post was taken down",
        acts: ["harassment.threat"],
        when: "2025-03-04",
        where: { country: "XA" },
        status: "reported",
        defence: "because-of-work",
      });
      const person = await small.create("person", { name, gender: "woman", child: true });
      await small.create("involvement", { role: "defender", person, incident, ageThen: "child.13-15" });
      await small.create("involvement", { role: "official", incident });
    }
    const whole = await publishCounts(small.workspace, options());
    expect(linesOf(whole.bytes).at(-1)).toContain('"total","",10,false');
    const byAge = await publishCounts(
      small.workspace,
      options({ question: { by: ["age"] }, acceptDifferences: true }),
    );
    const rows = linesOf(byAge.bytes).map((row) => row.split(",").slice(4, 8).join());
    expect(rows).toContain('"child.13-15","",,true');
    expect(rows.at(-1)).toBe('"total","",10,false');
    for (const { bytes } of [whole, byAge])
      for (const name of names) expect(new TextDecoder().decode(bytes)).not.toContain(name);
  });
});
