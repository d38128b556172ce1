import { describe, expect, it } from "vitest";
import { noteClearCopies } from "./clear-copies.ts";
import type { ClearCopies } from "./queries/clear-copies.ts";
import { createSmallWorkspace } from "./small-workspace.fake.ts";

type Small = Awaited<ReturnType<typeof createSmallWorkspace>>;

const asked = async ({ workspace }: Small, all = false): Promise<ClearCopies> =>
  (await workspace.ask("clear.copies", all ? { all } : {})) as ClearCopies;

const report = {
  title: "report-1.pdf",
  where: "/home/example/report-1.pdf",
  by: { text: "R. Example", lang: "en" },
  sha256: "ab".repeat(32),
  bytes: 12,
};

describe("readable copies that left", () => {
  it("are listed with where, when, by whom and the hash, until a person says that one is gone", async () => {
    const small = await createSmallWorkspace();
    await noteClearCopies(small.workspace, [report, { title: "bundle-2", where: "/media/stick/bundle-2" }]);
    const { rows, more } = await asked(small);
    expect(more).toBe(false);
    expect(rows).toHaveLength(2);
    expect(rows).toContainEqual(
      expect.objectContaining({
        ...report,
        by: "R. Example",
        made: expect.stringMatching(/^2026-/),
        gone: null,
      }),
    );
    const copy = rows.find(({ title }) => title === report.title)?.record;
    await small.workspace.run("clear.gone", { copy });
    expect((await asked(small)).rows.map(({ title }) => title)).toEqual(["bundle-2"]);
    const all = (await asked(small, true)).rows;
    expect(all.find(({ record }) => record === copy)?.gone).toMatch(/^2026-/);
    await expect(small.workspace.run("clear.gone", { copy })).rejects.toMatchObject({
      code: "records.bad-value",
    });
  });

  it("say that there are more than are shown", async () => {
    const small = await createSmallWorkspace();
    const many = Array.from({ length: 101 }, (_, at) => ({ title: `counts-${String(at)}.csv` }));
    await noteClearCopies(small.workspace, many);
    expect(await asked(small)).toMatchObject({ rows: { length: 100 }, more: true });
  });

  it("write nothing where nothing left", async () => {
    const small = await createSmallWorkspace();
    const before = small.workspace.vault.counts().commits;
    await noteClearCopies(small.workspace, []);
    expect(small.workspace.vault.counts().commits).toBe(before);
  });
});
