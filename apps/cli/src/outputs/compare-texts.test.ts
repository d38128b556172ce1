// Two drafts on the disk, compared without a vault.
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { exitCodes } from "../exit-codes.ts";
import { createRun } from "../run.fake.ts";

/** Published by OASIS; it is no part of the project. */
const schema = resolve("../shared/data/texts/akn/akomantoso30.xsd");
const xmllint = "/usr/bin/xmllint";

let folder: string;
const run = createRun(() => ({ vault: join(folder, "no vault") }));
const place = (name: string): string => join(folder, name);
const compare = (...more: readonly string[]) =>
  run(["text", "compare", place("older.txt"), place("newer.html"), ...more]);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "tocsin-compare-"));
  await writeFile(
    place("older.txt"),
    "OP1 Demands that States act.\n\nOP2 Decides <b>.\n\nOP3 Gone words here.",
  );
  await writeFile(
    place("newer.html"),
    "<p>OP1 Urges that States act.</p><p>OP3 Decides &lt;b&gt;.</p><p>OP3 [New matter.</p>",
  );
});
afterAll(() => rm(folder, { recursive: true }));

describe("text compare", () => {
  it("shows what changed, word by word, and opens no vault", async () => {
    const { code, out, said } = await compare();
    expect(code).toBe(exitCodes.done);
    expect(out).toContain("[-Demands-]{+Urges+} that States act.");
    expect(out).not.toContain("Decides");
    expect(said).toContain("This label stands more than once: OP3");
    expect((await readdir(folder)).toSorted()).toEqual(["newer.html", "older.txt"]);
  });

  it("writes a page and recorded changes that nobody else can read, and never over what is there", async () => {
    const paths = [place("out.html"), place("out.docx")] as const;
    expect((await compare("--html", paths[0], "--docx", paths[1], "--lang", "ar")).code).toBe(exitCodes.done);
    const page = await readFile(paths[0], "utf8");
    expect(page).toContain('<html lang="ar" dir="rtl">');
    expect(page).toContain("<del>Demands</del><ins>Urges</ins> that States act.");
    expect(page).toContain("Decides &lt;b&gt;.");
    expect(page).not.toContain("older.txt");
    for (const path of paths) expect((await stat(path)).mode & 0o077).toBe(0);
    expect((await compare("--html", paths[0])).code).toBe(exitCodes.exists);
  });

  it("writes a table to print and marked text", async () => {
    const paths = [place("out.pdf"), place("out.akn")] as const;
    expect((await compare("--pdf", paths[0], "--akn", paths[1])).code).toBe(exitCodes.done);
    expect((await readFile(paths[0], "latin1")).slice(0, 5)).toBe("%PDF-");
    const akn = await readFile(paths[1], "utf8");
    expect(akn).toContain("<del>Demands</del><ins>Urges</ins> that States act.");
    expect(akn).toContain("<num><del>OP2</del><ins>OP3</ins></num>");
  });

  it.skipIf(!existsSync(schema) || !existsSync(xmllint)).each(["en", "ar"])(
    "writes Akoma Ntoso that its schema takes (%s)",
    async (language) => {
      const path = place(`valid-${language}.akn`);
      expect((await compare("--akn", path, "--text-lang", language)).code).toBe(exitCodes.done);
      // Throws with what the schema says where it does not fit.
      await promisify(execFile)(xmllint, ["--nonet", "--noout", "--schema", schema, path]);
    },
  );

  it("says what it cannot read", async () => {
    await writeFile(place("a.pdf"), "%PDF-1.7");
    await writeFile(place("empty.txt"), "\n \n");
    const codeOf = async (name: string): Promise<number> =>
      (await run(["text", "compare", place("older.txt"), place(name)])).code;
    expect(await codeOf("a.pdf")).toBe(exitCodes.badData);
    expect(await codeOf("empty.txt")).toBe(exitCodes.badData);
    expect(await codeOf("nowhere")).toBe(exitCodes.missing);
  });

  it("gives JSON with the digests of both files and every row", async () => {
    const { out } = await compare("--json");
    const said = JSON.parse(out) as { rows: { kind: string }[]; older: { sha256: string }; counts: object };
    expect(said.rows.map(({ kind }) => kind)).toEqual(["changed", "same", "removed", "added"]);
    expect(said.older.sha256).toMatch(/^[0-9a-f]{64}$/);
  });
});
