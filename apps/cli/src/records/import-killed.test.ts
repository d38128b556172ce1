import { spawn } from "node:child_process";
import { readdirSync, statSync, watch } from "node:fs";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { tableLines } from "../../../../tools/make-table.ts";
import { createRun, root } from "../run.fake.ts";

const mapping = {
  format: "tocsin-mapping",
  version: 1,
  name: "made up",
  language: "en",
  sheets: [
    {
      headings: 1,
      records: [
        { kind: "incident", fields: { title: { columns: ["title"] } } },
        {
          kind: "person",
          as: "person",
          key: ["person 1 no"],
          fields: { name: { columns: ["person 1 name"] } },
        },
      ],
    },
  ],
};
const rowsOfLong = 20_000;
const rowsOfShort = 20;

let folder = "";
let environment: Record<string, string> = {};
const pathOf = (name: string): string => join(folder, name);
const run = createRun(() => ({ vault: pathOf("vault"), environment }));
const json = async (...args: readonly string[]) => JSON.parse((await run([...args, "--json"])).out);
const importWords = (file: string): readonly string[] => [
  "import",
  "table",
  pathOf(file),
  "--mapping",
  pathOf("mapping.json"),
];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "tocsin-import-killed-"));
  environment = { TOCSIN_VAULT: pathOf("vault"), TOCSIN_PASSPHRASE: "a long sentence that nobody guesses" };
  const lines = [...tableLines(rowsOfLong)];
  await writeFile(pathOf("mapping.json"), JSON.stringify(mapping));
  await writeFile(pathOf("long.csv"), lines.join(""));
  await writeFile(pathOf("short.csv"), lines.slice(0, rowsOfShort + 1).join(""));
  await run(["vault", "create", pathOf("vault")]);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

/** Kills the built program as soon as the log has so many bytes more, wherever its reading and writing are by then. */
async function killWhenGrown(bytes: number): Promise<NodeJS.Signals | null> {
  const [name = ""] = await readdir(pathOf("vault/chains"));
  const chain = pathOf(join("vault/chains", name));
  const size = (): number =>
    readdirSync(chain).reduce((sum, segment) => sum + statSync(join(chain, segment)).size, 0);
  const enough = size() + bytes;
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(root, "bin/tocsin.mjs"), ...importWords("long.csv")], {
      env: environment,
      stdio: ["ignore", "ignore", "inherit"],
    });
    const watcher = watch(chain, () => size() >= enough && child.kill("SIGKILL"));
    child.once("error", reject);
    child.once("exit", (_, signal) => {
      watcher.close();
      resolve(signal);
    });
  });
}

// The program is started anew and again: how long that takes is the machine's affair.
describe("an import of a table that is killed", { timeout: 300_000 }, () => {
  it("again and again, leaves a vault that opens, in which nothing of it counts, and says so", async () => {
    for (const [round, bytes] of [100_000, 700_000, 3_000_000].entries()) {
      expect(await killWhenGrown(bytes)).toBe("SIGKILL");
      const { records, problems, unread } = await json("vault", "status");
      expect(records).toMatchObject({ incident: 0, person: 0, table: 0, tableRow: 0 });
      expect(Object.values(unread).every((count) => count === 0)).toBe(true);
      const kinds: readonly string[] = problems.map(({ kind }: { kind: string }) => kind);
      expect(kinds.filter((kind) => kind === "incomplete-step")).toHaveLength(round + 1);
      // The end of a commit that was being written is put aside; every other one is whole.
      expect(kinds.filter((kind) => kind !== "incomplete-step" && kind !== "torn-tail")).toEqual([]);
    }
    const verified = await run(["vault", "verify", "--lang", "en"]);
    expect(verified.code).toBe(10);
    expect(verified.out).toContain("A larger act without its end: none of it counts.");
  });

  it("can be done anew, as if nobody had tried", async () => {
    const imported = await json(...importWords("short.csv"));
    expect(imported).toMatchObject({
      rows: rowsOfShort,
      knownRows: 0,
      records: { incident: rowsOfShort, person: rowsOfShort },
    });
    expect((await json("vault", "status")).records).toMatchObject({
      incident: rowsOfShort,
      person: rowsOfShort,
      table: 1,
    });
    expect(await json(...importWords("short.csv"))).toMatchObject({ knownRows: rowsOfShort, records: {} });
  });
});
