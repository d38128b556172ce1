// A letter from a table of 197 signers to what leaves: one hash in every edition, a document for each addressee, names that are
// withheld in none of them, and a list that anybody checks.
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readWordText } from "@tocsin/formats";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { exitCodes } from "../exit-codes.ts";
import { createRun, type Ran } from "../run.fake.ts";

interface Published {
  readonly digest: string;
  readonly outputs: readonly {
    readonly path: string;
    readonly format: string;
    readonly addressee: string | null;
  }[];
}

let folder: string;
let letter: string;
const runWith = createRun(() => ({ vault: join(folder, "vault") }));
const run = (...args: readonly string[]): Promise<Ran> => runWith(args);

async function done(...args: readonly string[]): Promise<Ran> {
  const ran = await run(...args);
  if (ran.code !== 0) throw new Error(ran.said.slice(0, 600));
  return ran;
}

const scripts = ["Example", "منظمة مثال", "예시 단체", "उदाहरण संगठन", "Пример", "示例组织"];

async function wordsIn({ path, format }: Published["outputs"][number]): Promise<string> {
  const bytes = await readFile(path);
  return format === "docx" ? JSON.stringify(readWordText(bytes)) : bytes.toString("utf8");
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "tocsin-letter-"));
  await done("vault", "create", join(folder, "vault"));
  const words = ["--title", "Protect those who defend rights", "--body", "We call on all States."];
  const to = ["--addressees", "Mission of Exampleland", "--addressees", "بعثة مثاليا"];
  const opened = await done("letter", "open", ...words, ...to, "--text-lang", "en", "--json");
  letter = (JSON.parse(opened.out) as { records: string[] }).records[0] ?? "";
  const rows = Array.from({ length: 197 }, (_, at) => {
    const shown = at % 50 === 7 ? "withheld" : at === 190 ? "counted" : "public";
    const name =
      shown === "public" ? `${scripts[at % scripts.length] ?? ""} ${at + 1}` : `Hushname ${at + 1}`;
    return `${at === 3 ? "=SUM(A1) http://www.x.example" : name},${["DE", "KE", "MX"][at % 3] ?? ""},${shown}`;
  });
  await writeFile(join(folder, "signers.csv"), ["Organisation,Country,Visibility", ...rows].join("\r\n"));
}, 240_000);

afterAll(async () => rm(folder, { recursive: true, force: true }));

describe("a letter that leaves", () => {
  it("is made of a table and its frozen list, with one hash in every edition", async () => {
    const taken = await done("letter", "import", letter, join(folder, "signers.csv"), "--accept", "--json");
    expect((JSON.parse(taken.out) as { rows: readonly unknown[] }).rows).toHaveLength(197);
    const early = await run("letter", "publish", letter, "--out", folder, "--approved-by", "A. Person");
    expect(early.code).toBe(exitCodes.notAllowed);
    const preview = await done("letter", "preview", "--letter", letter, "--json");
    const { digest: plan } = JSON.parse(preview.out) as { digest: string };
    await done(
      "letter",
      "freeze",
      "--letter",
      letter,
      "--plan",
      plan,
      "--by",
      "A. Person",
      "--undecided",
      "yes",
    );
    const unapproved = await run("letter", "publish", letter, "--out", folder);
    expect(unapproved.code).toBe(exitCodes.notAllowed);
    const approved = ["--approved-by", "A. Person", "--json"];
    const left = await done("letter", "publish", letter, "--each", "--out", folder, ...approved);
    const { digest, outputs } = JSON.parse(left.out) as Published;
    expect(outputs.map(({ format, addressee }) => [format, addressee])).toEqual([
      ...["Mission of Exampleland", "بعثة مثاليا"].flatMap((to) =>
        ["pdf", "docx", "html"].map((format) => [format, to]),
      ),
      ["csv", null],
      ["json", null],
    ]);
    const written = await Promise.all(outputs.map(wordsIn));
    expect(written.filter((text) => text.includes("Hushname"))).toEqual([]);
    expect(written.map((text) => text.startsWith("%PDF-") || text.includes(digest))).toEqual(
      outputs.map(() => true),
    );
    const pages = outputs.flatMap(({ format, addressee }, at) =>
      format === "html" ? [written[at]?.includes(addressee ?? "-")] : [],
    );
    expect(pages).toEqual([true, true]);
    const csv = await readFile(outputs.find(({ format }) => format === "csv")?.path ?? "", "utf8");
    expect(csv).toContain(`"'=SUM(A1) http[:]//www[].x.example"`);
    const copies = await done("clear", "copies", "--json");
    expect(copies.out).toContain("list.json");
  }, 240_000);

  it("is checked by anybody against the hash in their hand, and a changed word shows", async () => {
    const path = join(folder, "list.json");
    const outside = createRun(() => ({ vault: join(folder, "no-vault") }));
    const { digest } = JSON.parse((await outside(["letter", "verify", path, "--json"])).out) as Published;
    expect((await outside(["letter", "verify", path, "--digest", digest.toUpperCase()])).code).toBe(
      exitCodes.done,
    );
    expect((await outside(["letter", "verify", path, "--digest", "0".repeat(64)])).code).toBe(
      exitCodes.found,
    );
    const changed = join(folder, "changed.json");
    await writeFile(changed, (await readFile(path, "utf8")).replace("all States", "some States"));
    expect((await outside(["letter", "verify", changed])).code).toBe(exitCodes.found);
    await writeFile(changed, "{}");
    expect((await outside(["letter", "verify", changed])).code).toBe(exitCodes.badData);
  }, 120_000);
});
