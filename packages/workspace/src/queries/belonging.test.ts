import { describe, expect, it } from "vitest";
import { createSmallWorkspace } from "../small-workspace.fake.ts";
import type { ListPage } from "./record-list.ts";

describe("a list of records that are called alike", () => {
  it("says of each whose it is: the person of a part, else the organisation", async () => {
    const small = await createSmallWorkspace();
    const person = await small.create("person", { name: "Example Writer" });
    const organisation = await small.create("organisation", { name: "Example Mining" });
    const [ofPerson, ofBody, ofNobody] = [
      await small.create("involvement", { role: "defender", person, organisation }),
      await small.create("involvement", { role: "perpetrator", organisation }),
      await small.create("involvement", { role: "defender" }),
    ];
    const list = (await small.workspace.ask("record.list", { kind: "involvement" })) as ListPage;
    const of = new Map(list.rows.map((row) => [row.id, row.of]));
    expect(of.get(ofPerson)).toEqual({ id: person, kind: "person", label: "Example Writer" });
    expect(of.get(ofBody)).toEqual({ id: organisation, kind: "organisation", label: "Example Mining" });
    expect(of.get(ofNobody)).toBeUndefined();
  });

  it("does not put a delegation's position beside the paragraph that it is about", async () => {
    const small = await createSmallWorkspace();
    const negotiation = await small.create("negotiation", { title: "Example resolution" });
    const text = (words: string) => ({ text: words, lang: "en" });
    await small.create("position", {
      negotiation,
      delegation: text("Delegation of Example State A"),
      stance: "oppose",
      source: text("Heard in the room"),
      confidence: "confirmed",
    });
    const list = (await small.workspace.ask("record.list", { kind: "position" })) as ListPage;
    expect(list.rows.map(({ of }) => of)).toEqual([undefined]);
  });
});
