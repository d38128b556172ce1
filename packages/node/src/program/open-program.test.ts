import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { ListPage } from "@tocsin/workspace";
import { createProgram, openProgram, type OpenProgram } from "./open-program.ts";

const passphrase = "a long sentence that nobody guesses";
const made = { passphrase, deviceName: "laptop", cost: { memoryKib: 8, passes: 1, lanes: 1 } };
let folder = "";
const at = (name: string): string => join(folder, name);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tocsin-program-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const addCase = (program: OpenProgram, title: string): Promise<unknown> =>
  program.workspace.run("record.create", { kind: "case", values: { title: { text: title, lang: "en" } } });
const cases = async ({ workspace }: OpenProgram): Promise<readonly string[]> => {
  const { rows } = (await workspace.ask("record.list", { kind: "case" })) as ListPage;
  return rows.map(({ label, cells }) => `${label}=${cells["title"]?.join()}`).sort();
};
async function makeOne(name: string, ...titles: readonly string[]): Promise<void> {
  const program = await createProgram(at(name), made);
  expect(program.rebuilt).toBe(false);
  for (const title of titles) await addCase(program, title);
  await program.close();
}

describe("a program over a vault in a folder", () => {
  it("opens from its tables, without making them anew", async () => {
    await makeOne("a", "one", "two");
    const program = await openProgram(at("a"), { passphrase });
    expect([program.rebuilt, program.tables.isChecked()]).toEqual([false, false]);
    await program.tables.ended;
    expect(program.tables.isChecked()).toBe(true);
    expect(await cases(program)).toEqual(["one=one", "two=two"]);
    expect(await program.workspace.ask("search", { words: "two", kind: "case" })).toHaveLength(1);
    await program.close();
  });

  it("makes its tables anew when they were deleted, with progress", async () => {
    await makeOne("a", "one", "two");
    for (const name of readdirSync(at("a")))
      if (name.startsWith("projection.db")) rmSync(join(at("a"), name));
    const told: number[] = [];
    const program = await openProgram(at("a"), { passphrase, onProgress: ({ done }) => told.push(done) });
    expect([program.rebuilt, told.length > 0]).toEqual([true, true]);
    expect(await cases(program)).toEqual(["one=one", "two=two"]);
    await program.close();
  });

  it("makes its tables anew when those of another vault, or no tables at all, lie in their place", async () => {
    await makeOne("a", "one");
    await makeOne("b", "of another vault");
    cpSync(join(at("b"), "projection.db"), join(at("a"), "projection.db"));
    rmSync(join(at("a"), "projection.db-wal"), { force: true });
    const program = await openProgram(at("a"), { passphrase });
    expect(program.rebuilt).toBe(true);
    expect(await cases(program)).toEqual(["one=one"]);
    await program.close();
    writeFileSync(join(at("a"), "projection.db"), Buffer.alloc(50_000, 7));
    const again = await openProgram(at("a"), { passphrase });
    expect([again.rebuilt, await cases(again)]).toEqual([true, ["one=one"]]);
    await again.close();
  });

  it("brings its tables to the log when the process was killed between the two", async () => {
    const first = await createProgram(at("a"), made);
    await addCase(first, "one");
    await first.close();
    cpSync(join(at("a"), "projection.db"), at("older"));
    const second = await openProgram(at("a"), { passphrase });
    await addCase(second, "two");
    await second.close();
    rmSync(join(at("a"), "projection.db-wal"), { force: true });
    cpSync(at("older"), join(at("a"), "projection.db"));
    const program = await openProgram(at("a"), { passphrase });
    expect([program.rebuilt, await cases(program)]).toEqual([false, ["one=one", "two=two"]]);
    await addCase(program, "three");
    expect(await cases(program)).toHaveLength(3);
    await program.close();
  });

  it("throws its tables away with their key and makes them anew", async () => {
    await makeOne("a", "one", "two");
    cpSync(join(at("a"), "projection.db"), at("older"));
    const program = await openProgram(at("a"), { passphrase });
    await program.workspace.rebuild("erased");
    expect(await cases(program)).toEqual(["one=one", "two=two"]);
    expect(program.tables.isChecked()).toBe(true);
    await addCase(program, "three");
    await program.close();
    const again = await openProgram(at("a"), { passphrase });
    expect([again.rebuilt, await cases(again)]).toEqual([false, ["one=one", "three=three", "two=two"]]);
    await again.close();
    cpSync(at("older"), join(at("a"), "projection.db"));
    const third = await openProgram(at("a"), { passphrase });
    expect([third.rebuilt, (await cases(third)).length]).toEqual([true, 3]);
    await third.close();
  });

  it("goes on with tables whose making anew was stopped or killed at any point", async () => {
    await makeOne("a", "one", "two");
    const program = await openProgram(at("a"), { passphrase });
    const stopped = program.workspace.rebuild("erased", { signal: AbortSignal.abort() });
    await expect(stopped).rejects.toThrow("abort");
    await program.close();
    const again = await openProgram(at("a"), { passphrase });
    expect([again.rebuilt, await cases(again)]).toEqual([true, ["one=one", "two=two"]]);
    // Killed when the key was new and the file was old.
    await again.workspace.vault.renewProjectionKey();
    await again.close();
    const third = await openProgram(at("a"), { passphrase });
    expect([third.rebuilt, await cases(third)]).toEqual([true, ["one=one", "two=two"]]);
    await third.close();
  });

  it("frees the folder when opening is stopped or fails, and makes none where there is no vault", async () => {
    await makeOne("a", "one");
    rmSync(join(at("a"), "projection.db"));
    const stopped = openProgram(at("a"), { passphrase, signal: AbortSignal.abort() });
    await expect(stopped).rejects.toThrow("abort");
    await expect(openProgram(at("a"), { passphrase: "wrong" })).rejects.toMatchObject({
      code: "vault.wrong-passphrase",
    });
    await (await openProgram(at("a"), { passphrase })).close();
    await expect(openProgram(at("none"), { passphrase })).rejects.toMatchObject({ code: "vault.missing" });
    expect(existsSync(at("none"))).toBe(false);
    writeFileSync(at("file"), "");
    await expect(openProgram(at("file"), { passphrase })).rejects.toMatchObject({ code: "vault.missing" });
  });

  it("is open once at a time", async () => {
    const program = await createProgram(at("a"), made);
    await expect(openProgram(at("a"), { passphrase })).rejects.toMatchObject({ code: "vault.in-use" });
    await program.close();
    await (await openProgram(at("a"), { passphrase })).close();
  });
});
