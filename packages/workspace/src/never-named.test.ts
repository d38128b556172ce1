import type { RecordId } from "@tocsin/core";
import { expect, it } from "vitest";
import { namesOfNeverNamed } from "./never-named.ts";
import { createSmallWorkspace } from "./small-workspace.fake.ts";

async function told(): Promise<{
  readonly names: (known?: ReadonlySet<RecordId>) => Promise<readonly string[]>;
  readonly child: RecordId;
  readonly read: () => number;
}> {
  const { workspace, create } = await createSmallWorkspace();
  const child = await create("person", {
    name: "Child Example",
    pseudonym: "Sparrow",
    ageBand: "child.13-15",
  });
  const twin = await create("person", { name: "Child Otherwise" });
  await workspace.run("record.merge", { record: twin, into: child });
  const grown = await create("person", { name: "Grown Example" });
  await create("involvement", { role: "witness", person: grown, ageThen: "child.16-17" });
  await create("person", { name: "Never Example", pseudonym: "Crow", flags: ["name-never"] });
  await create("organisation", { name: "Never Organised", flags: ["name-never"] });
  await create("person", { name: "Somebody Else" });
  let read = 0;
  const { view } = workspace;
  const counted: typeof view = {
    ...view,
    read: (id) => ((read += 1), view.read(id)),
    readMany: (ids, options) => ((read += ids.length), view.readMany(ids, options)),
    linked: (id, from) => ((read += 1), view.linked(id, from)),
    history: (id) => ((read += 1), view.history(id)),
  };
  return {
    child,
    read: () => read,
    names: async (known = new Set()) => [...(await namesOfNeverNamed(counted, known))].sort(),
  };
}

it("finds every name of children and of who is never named, and of a child what stands for it", async () => {
  const { names, child } = await told();
  expect(await names()).toEqual([
    "Child Example",
    "Child Otherwise",
    "Grown Example",
    "Never Example",
    "Never Organised",
    "Sparrow",
  ]);
  expect(await names(new Set([child]))).not.toContain("Sparrow");
});

it("reads no record for it: a vault can have twenty thousand of them", async () => {
  const { names, read } = await told();
  await names();
  expect(read()).toBe(0);
});
