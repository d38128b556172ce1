// A piece of evidence goes in, is checked and taken out, and its custody sheet says so in every edition.
import { createHash } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { exitCodes } from "../exit-codes.ts";
import { createRun, type Ran } from "../run.fake.ts";

interface Clear {
  readonly record: string;
  readonly where: string;
  readonly sha256: string;
  readonly by: string | null;
}

let folder: string;
let evidence: string;
const runWith = createRun(() => ({ vault: join(folder, "vault") }));
const run = (...args: readonly string[]): Promise<Ran> => runWith(args);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "tocsin-custody-"));
  await writeFile(join(folder, "message.txt"), "the message");
  await run("vault", "create", join(folder, "vault"));
  evidence = (await run("evidence", "add", join(folder, "message.txt"), "--how", "By post")).out.trim();
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

describe("tocsin evidence custody", () => {
  it("tells of intake, checking and taking out, as PDF, HTML and JSON", async () => {
    await run("evidence", "verify", evidence);
    const target = join(folder, "out.txt");
    await run("evidence", "extract", evidence, "--to", target, "--purpose", "To show the court");
    const out = join(folder, "sheet");
    const asked = ["--audience", "internal", "--approved-by", "A. Lead", "--out", out, "--json"];
    const { code, out: said } = await run("evidence", "custody", evidence, ...asked);
    expect(code).toBe(exitCodes.done);
    const { outputs } = JSON.parse(said) as { readonly outputs: readonly { readonly path: string }[] };
    expect(outputs.map(({ path }) => path.split(".").at(-1))).toEqual(["pdf", "html", "json"]);
    const texts = await Promise.all(outputs.slice(1).map(({ path }) => readFile(path, "utf8")));
    for (const text of texts) expect(text).toContain("To show the court");
    const sheet = JSON.parse(texts[1] ?? "") as { readonly lines: readonly { readonly event: string }[] };
    expect(sheet.lines.map(({ event }) => event)).toEqual(["taken-in", "verified", "taken-out"]);
  });

  it("is listed with what was taken out as lying in clear, until somebody says that it was deleted", async () => {
    const asked = async (): Promise<readonly Clear[]> =>
      (JSON.parse((await run("clear", "copies", "--json")).out) as { readonly rows: readonly Clear[] }).rows;
    const rows = await asked();
    const names = rows.map(({ where }) => where.slice(folder.length + 1)).toSorted();
    expect(names).toHaveLength(4);
    expect(names[0]).toBe("out.txt");
    for (const { where, sha256 } of rows)
      expect(
        createHash("sha256")
          .update(await readFile(where))
          .digest("hex"),
      ).toBe(sha256);
    expect(rows.filter(({ by }) => by === "A. Lead")).toHaveLength(3);
    expect((await run("clear", "gone", "--copy", rows[0]?.record ?? "")).code).toBe(exitCodes.done);
    expect((await asked()).map(({ record }) => record)).toEqual(rows.slice(1).map(({ record }) => record));
  });

  it("writes nothing down when what is taken out has no place to go", async () => {
    const before = (await run("record", "show", evidence, "--json")).out;
    const { code } = await run("evidence", "extract", evidence, "--to", join(folder, "message.txt"));
    expect(code).toBe(exitCodes.exists);
    expect((await run("record", "show", evidence, "--json")).out).toBe(before);
  });
});
