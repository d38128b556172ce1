// A letter from its first word to its release: what it lacks, what would leave, what left, and whom nothing names.
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { exitCodes } from "../exit-codes.ts";
import { createRun, type Ran } from "../run.fake.ts";

interface Said {
  readonly release: string;
  readonly outputs: readonly { readonly path: string; readonly sha256: string; readonly format: string }[];
  readonly check: { readonly ready: boolean; readonly lacks: readonly { readonly code: string }[] };
}

let folder: string;
let caseId: string;
let draft: string;
let victim: string;
const runWith = createRun(() => ({ vault: join(folder, "vault") }));
const run = (...args: readonly string[]): Promise<Ran> => runWith(args);

async function done(...args: readonly string[]): Promise<Ran> {
  const ran = await run(...args);
  if (ran.code !== 0) throw new Error(ran.said);
  return ran;
}

async function create(kind: string, ...values: readonly string[]): Promise<string> {
  const given = values.flatMap((each) => ["--set", each]);
  const ran = await done("record", "create", kind, "--text-lang", "en", "--json", ...given);
  return (JSON.parse(ran.out) as { records: string[] }).records[0] ?? "";
}

const words = "Wilhelmina Larkspur was told to stop; others were, too.";

function writePart(part: string): Promise<Ran> {
  const about = ["--document", draft, "--part", part, "--text", words, "--text-lang", "en"];
  return done("document", "write", ...about);
}

const countReleases = async (): Promise<number> =>
  (JSON.parse((await done("outputs", "--json")).out) as { rows: readonly unknown[] }).rows.length;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "tocsin-document-"));
  await done("vault", "create", join(folder, "vault"));
  caseId = await create("case", "title=The bulletin");
  victim = await create("person", "name=Wilhelmina Larkspur");
  const place = 'where={"country":"XA","locality":"Example Town"}';
  const incident = await create(
    "incident",
    "title=A threat against Wilhelmina Larkspur",
    "when=2025-05-03",
    place,
    `case=${caseId}`,
  );
  await create("involvement", `person=${victim}`, `incident=${incident}`, "role=defender", `case=${caseId}`);
  draft = await create(
    "document",
    "title=Letter about Wilhelmina Larkspur",
    "template=allegation-letter",
    "language=en",
    `case=${caseId}`,
    "organisation=Example Watch",
  );
}, 60_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

describe("tocsin document", { timeout: 120_000 }, () => {
  it("lists the templates with their parts and the rules of whoever receives them", async () => {
    const { out } = await done("document", "templates");
    expect(out).toContain("allegation-letter 2  Allegation letter to special procedures");
    expect(out).toContain("  sender *  ");
    expect(out).toContain("https://idsn.org/");
  });

  it("says what a draft lacks, and releases nothing until it is there", async () => {
    const { out } = await done("document", "check", draft);
    expect(out).toContain("! sender");
    const { lacks, ready } = JSON.parse(
      (await done("document", "check", draft, "--json")).out,
    ) as Said["check"];
    expect(ready).toBe(false);
    expect(lacks.map(({ code }) => code)).toContain("consents-answered");
    const refused = await run("document", "publish", draft, "--approved-by", "A. Lead", "--out", folder);
    expect(refused.code).toBe(exitCodes.notAllowed);
    expect(await countReleases()).toBe(0);
    expect((await readdir(folder)).filter((name) => name.startsWith("document-"))).toEqual([]);
  });

  it("writes a preview without a release, in every edition that the document has", async () => {
    for (const part of ["sender", "work", "link", "perpetrators", "steps", "context"]) await writePart(part);
    const out = join(folder, "preview");
    const said = JSON.parse((await done("document", "preview", draft, "--out", out, "--json")).out) as Said;
    expect(said.outputs.map(({ format }) => format)).toEqual(
      expect.arrayContaining(["pdf", "docx", "html", "json"]),
    );
    expect(await readFile(join(out, "document-preview.html"), "utf8")).toContain("not released");
    expect(await countReleases()).toBe(0);
  });

  it("releases what was approved, and keeps in the record of the release what left and whom it left out", async () => {
    await create(
      "consent",
      `person=${victim}`,
      `case=${caseId}`,
      "uses=documentation",
      "namesToGovernment=false",
      "namesPublished=false",
      "scope=The letter",
      "given=2025-06-01",
    );
    const out = join(folder, "letter");
    const publish = ["document", "publish", draft, "--out", out] as const;
    expect((await run(...publish)).code).toBe(exitCodes.notAllowed);
    const bad = await run(...publish, "--approved-by", "A. Lead", "--format", "docx,odt");
    expect(bad.code).toBe(exitCodes.usage);
    const made = await done(...publish, "--approved-by", "A. Lead", "--format", "docx,html,json", "--json");
    const { release, outputs } = JSON.parse(made.out) as Said;
    expect(outputs.map(({ path }) => path)).toEqual(
      ["docx", "html", "json"].map((format) => join(out, `document-${release.slice(0, 8)}.${format}`)),
    );
    const kept = JSON.parse((await done("record", "show", release, "--json")).out) as unknown;
    const json = outputs.find(({ format }) => format === "json")?.sha256;
    expect(JSON.stringify(kept)).toContain(json);
    expect(JSON.stringify(kept)).toContain(draft);
    expect(JSON.stringify(kept)).toContain(victim);
    expect(await countReleases()).toBe(1);
  });

  it("reckons the minutes of what is spoken from its words", async () => {
    const spoken = ["title=Statement", "template=oral-statement", "language=en"];
    const statement = await create("document", ...spoken);
    const text = "word ".repeat(65).trim();
    const about = ["--document", statement, "--part", "statement", "--text", text, "--text-lang", "en"];
    await done("document", "write", ...about);
    expect((await done("document", "check", statement)).out).toContain(
      "Minutes when it is spoken, about: 0.5",
    );
  });

  it("names in nothing that it wrote whoever did not agree", async () => {
    const written = await readdir(folder, { recursive: true, withFileTypes: true });
    const files = written.filter(
      (entry) =>
        entry.isFile() && /\.(html|json|csv)$/u.test(entry.name) && !entry.parentPath.includes("vault"),
    );
    expect(files.length).toBeGreaterThanOrEqual(4);
    for (const { parentPath, name } of files) {
      const text = await readFile(join(parentPath, name), "utf8");
      expect(text, name).not.toMatch(/larkspur|wilhelmina/iu);
      expect(text, name).toContain("others were, too");
    }
  });
});
