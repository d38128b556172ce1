import { describe, expect, it } from "vitest";
import type { ListPage } from "../queries/record-list.ts";
import type { OwnTermFound } from "../queries/term-list.ts";
import { codeOf, createSmallWorkspace } from "../small-workspace.fake.ts";

const called = [{ text: "Threat by poster", lang: "en" }];
const poster = { vocabulary: "acts", parent: "harassment.threat", names: called };

describe("term.add", () => {
  it("adds a term that incidents can have, and that lists and counts find under the standard one", async () => {
    const small = await createSmallWorkspace();
    const record = await small.make("term.add", poster);
    const [term, ...others] = (await small.workspace.ask("term.list", {})) as readonly OwnTermFound[];
    expect(others).toEqual([]);
    expect(term).toMatchObject({ record, ...poster, definition: null, retired: false });
    const code = term?.code ?? "";
    const own = await small.create("incident", { title: "Poster", acts: [code] });
    const plain = await small.create("incident", { title: "Call", acts: ["harassment.threat"] });
    const under = async (value: string): Promise<readonly string[]> => {
      const where = [{ field: "acts", value }];
      return ((await small.workspace.ask("record.list", { kind: "incident", where })) as ListPage).rows.map(
        ({ id }) => id,
      );
    };
    expect([...(await under("harassment.threat"))].sort()).toEqual([own, plain].sort());
    expect(await under(code)).toEqual([own]);
    const tally = await small.workspace.view.tally("incident", "acts");
    expect(Object.fromEntries(tally)).toEqual({ "harassment.threat": 2, [code]: 1 });
  });

  it("takes a term that came from elsewhere, and refuses one that stands nowhere", async () => {
    const small = await createSmallWorkspace();
    await small.create("incident", { title: "Brought in", acts: ["legal.slapp.local:0f3a9c2e"] });
    await expect(
      codeOf(() => small.create("incident", { title: "x", acts: ["legal.nothing.local:0f3a9c2e"] })),
    ).resolves.toBe("records.unknown-code");
  });

  it("has no place under unknown terms, unknown vocabularies, or codes that rules hang on", async () => {
    const small = await createSmallWorkspace();
    for (const wrong of [
      { ...poster, parent: "harassment.nothing" },
      { ...poster, vocabulary: "nothing" },
      { ...poster, vocabulary: "riskFlags", parent: "child" },
    ])
      await expect(codeOf(() => small.make("term.add", wrong))).resolves.toBe("records.unknown-code");
  });
});
