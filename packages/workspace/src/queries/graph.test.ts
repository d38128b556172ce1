import type { RecordId } from "@tocsin/core";
import { describe, expect, it } from "vitest";
import { createSmallWorkspace, type SmallWorkspace } from "../small-workspace.fake.ts";
import type { GraphMore, GraphPage } from "./graph.ts";

const around = async ({ workspace }: SmallWorkspace, about: RecordId): Promise<GraphPage> =>
  (await workspace.ask("graph", { about })) as GraphPage;

const said = ({ nodes, links }: Pick<GraphPage, "nodes" | "links">): readonly string[] => {
  const labels = new Map(nodes.map(({ record, label }) => [record, label]));
  return links
    .map(({ from, to, code, isSuspected }) =>
      [labels.get(from), isSuspected ? `suspected ${code}` : code, labels.get(to)].join(" > "),
    )
    .toSorted();
};

async function story() {
  const small = await createSmallWorkspace();
  const caseId = await small.create("case", { title: "Editors" });
  const incident = await small.create("incident", { title: "Raid", when: "2025-05-03", case: caseId });
  const later = await small.create("incident", { title: "Arrest", when: "2025-06-01", case: caseId });
  const [editor, brother, officer] = await Promise.all(
    ["Editor", "Brother", "Officer"].map((name) => small.create("person", { name })),
  );
  const part = (role: string, person: RecordId | undefined, more: object = {}): Promise<RecordId> =>
    small.create("involvement", { role, person, incident, ...more });
  await part("defender", editor);
  await part("perpetrator", officer, { attribution: "pattern", grounds: "It fits a pattern." });
  await part("judge", officer, { incident: later, attribution: "document" });
  await small.create("relation", { relation: "family.sibling", person: brother, to: editor });
  await small.create("eventLink", { link: "reprisal-for", from: later, to: incident });
  return { small, caseId, incident, later, editor: editor ?? caseId, officer: officer ?? caseId };
}

describe("the graph around a record", () => {
  it("says who had which part in what, and what of it is only suspected", async () => {
    const { small, caseId, editor, incident } = await story();
    expect(said(await around(small, caseId))).toEqual([
      "Editor > defender > Raid",
      "Officer > judge > Arrest",
      "Officer > suspected perpetrator > Raid",
    ]);
    expect(said(await around(small, incident))).toContain("Arrest > reprisal-for > Raid");
    expect(said(await around(small, editor))).toContain("Brother > family.sibling > Editor");
  });

  it("marks whose name no consent covers, and never those whom one does", async () => {
    const { small, caseId, editor } = await story();
    const withheld = async (): Promise<readonly string[]> =>
      (await around(small, caseId)).nodes.filter(({ isWithheld }) => isWithheld).map(({ label }) => label);
    expect((await withheld()).toSorted()).toEqual(["Editor", "Officer"]);
    const yes = { uses: ["publication"], namesPublished: true, given: "2025-01-01" };
    await small.create("consent", { scope: "All", person: editor, ...yes });
    expect(await withheld()).toEqual(["Officer"]);
  });

  it("stays small where somebody had hundreds of parts, counts what it leaves out, and gives it page by page", async () => {
    const { small, officer } = await story();
    const many = 120;
    for (let n = 0; n < many; n += 1) {
      const incident = await small.create("incident", { title: `Incident ${String(n)}` });
      await small.create("involvement", { role: "perpetrator", person: officer, incident });
    }
    const page = await around(small, officer);
    expect(page.nodes.length).toBeLessThanOrEqual(60);
    expect(page.more).toContainEqual({ record: officer, count: many + 2 - 16 });
    const more = (await small.workspace.ask("record.parts", { about: officer, after: 100 })) as GraphMore;
    expect([more.total, more.links.length, more.next]).toEqual([many + 2, 22, null]);
  });
});
