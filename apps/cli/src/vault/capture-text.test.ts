// A draft taken into a vault from the command line, compared with the next one, and its alignment confirmed.
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { docxBomb, manyParagraphs, noParagraphs, repeatedLabels } from "../../../../tools/make-bad-drafts.ts";
import { exitCodes } from "../exit-codes.ts";
import { createRun, type Ran } from "../run.fake.ts";

let folder: string;
let negotiation: string;
const runWith = createRun(() => ({ vault: join(folder, "vault") }));

async function done(...args: readonly string[]): Promise<Ran> {
  const ran = await runWith(args);
  if (ran.code !== exitCodes.done) throw new Error(ran.said);
  return ran;
}

const capture = (name: string, ...more: readonly string[]): Promise<Ran> =>
  runWith([
    "text",
    "capture",
    join(folder, name),
    "--negotiation",
    negotiation,
    "--title",
    name,
    "--text-lang",
    "en",
    "--json",
    ...more,
  ]);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "tocsin-capture-"));
  await writeFile(
    join(folder, "first.txt"),
    "OP1 Demands that States protect people who defend human rights.\n\nOP2 Decides.",
  );
  await writeFile(
    join(folder, "second.html"),
    "<p>OP1 Invites States to protect people who defend human rights.</p><p>OP3 Decides.</p>",
  );
  await writeFile(join(folder, "no.pdf"), "%PDF-1.7");
  await done("vault", "create", join(folder, "vault"));
  const made = await done(
    "record",
    "create",
    "negotiation",
    "--set",
    "title=A text",
    "--text-lang",
    "en",
    "--json",
  );
  negotiation = (JSON.parse(made.out) as { records: string[] }).records[0] ?? "";
});
afterAll(() => rm(folder, { recursive: true }));

describe("text capture", () => {
  it("takes drafts in, compares them, and keeps what a person confirmed", async () => {
    const drafts: string[] = [];
    for (const name of ["first.txt", "second.html"]) {
      const { out, code } = await capture(name, "--stage", "informal", "--given-by", "Somebody");
      expect(code).toBe(exitCodes.done);
      const said = JSON.parse(out) as { draft: string; paragraphs: number; sha256: string };
      expect(said).toMatchObject({
        paragraphs: 2,
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
      });
      drafts.push(said.draft);
    }
    const [older = "", newer = ""] = drafts;
    const both = ["--older", older, "--newer", newer];
    const read = async () =>
      JSON.parse((await done("draft", "compare", ...both, "--json")).out) as {
        confirmed: string | null;
        rows: readonly { kind: string; hints: readonly { kind: string }[] }[];
      };
    const before = await read();
    expect(before.confirmed).toBeNull();
    expect(before.rows.map(({ kind }) => kind)).toEqual(["changed", "same"]);
    expect(before.rows[0]?.hints).toEqual([{ kind: "weaker-verb", words: "invites", before: "demands" }]);
    await done("draft", "align", ...both, "--by", "A. Reader", "--text-lang", "en");
    expect((await read()).confirmed).not.toBeNull();
    const release = (audience: string) =>
      runWith([
        "text",
        "release",
        older,
        newer,
        "--audience",
        audience,
        "--approved-by",
        "Example Person",
        "--format",
        "docx,akn",
        "--out",
        join(folder, audience),
        "--json",
      ]);
    // Nobody said that it may go further.
    expect((await release("partner")).code).toBe(exitCodes.notAllowed);
    const left = await release("internal");
    expect(left.code).toBe(exitCodes.done);
    const { outputs } = JSON.parse(left.out) as { outputs: { path: string }[] };
    const akn = await readFile(outputs[1]?.path ?? "", "utf8");
    expect(akn).toContain("<del>Demands that</del><ins>Invites</ins>");
    expect(akn).not.toContain("Somebody");
    const copies = await done("record", "list", "clearCopy", "--json");
    for (const { path } of outputs) expect(copies.out).toContain(basename(path));
  });

  it.each([
    ["bomb.docx", () => docxBomb()],
    ["empty.txt", () => noParagraphs],
    ["many.txt", () => manyParagraphs(10_000)],
  ])("refuses %s in words of its own, and keeps nothing of it", async (name, make) => {
    const path = join(folder, name);
    await writeFile(path, make());
    // One after the other: a vault is open in one program alone.
    const counts = async (): Promise<readonly string[]> => [
      (await done("record", "list", "draft", "--json")).out,
      (await done("record", "list", "evidence", "--json")).out,
    ];
    const before = await counts();
    const refused = await capture(name);
    expect(refused.code).toBe(exitCodes.badData);
    expect(refused.said.trim()).not.toBe("");
    expect(refused.said).not.toMatch(/unexpected|Error:|at file:/iu);
    expect(await counts()).toEqual(before);
  });

  it("takes a text whose labels repeat, and says which", async () => {
    await writeFile(join(folder, "repeated.txt"), repeatedLabels);
    const { code, out } = await capture("repeated.txt");
    expect(code).toBe(exitCodes.done);
    const { notices } = JSON.parse(out) as { notices: unknown };
    expect(notices).toEqual([{ kind: "repeated-label", detail: "OP1" }]);
  });

  it("compares files of 10,000 paragraphs, which it would not take in", async () => {
    await writeFile(join(folder, "many.txt"), manyParagraphs(10_000));
    await writeFile(join(folder, "changed.txt"), manyParagraphs(10_000, 4_321));
    const both = [join(folder, "many.txt"), join(folder, "changed.txt")];
    const { out } = await done("text", "compare", ...both, "--text-lang", "en", "--json");
    const { rows } = JSON.parse(out) as { rows: readonly { kind: string }[] };
    expect(rows).toHaveLength(10_000);
    expect(rows.flatMap(({ kind }, at) => (kind === "same" ? [] : [[at, kind]]))).toEqual([
      [4_321, "changed"],
    ]);
  });

  it("refuses what is no text, a stage that is none, and what is missing", async () => {
    expect((await capture("no.pdf")).code).toBe(exitCodes.badData);
    expect((await capture("first.txt", "--stage", "nonsense")).code).toBe(exitCodes.usage);
    expect((await capture("nowhere.txt")).code).toBe(exitCodes.missing);
  });
});
