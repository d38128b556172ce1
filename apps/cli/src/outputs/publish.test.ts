// A public library from its plan to a reader who checks it: planned, refused, made, made again, altered, handed on.
import {
  chmod,
  cp,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  symlink,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { exitCodes } from "../exit-codes.ts";
import { createRun, places, root, type Ran } from "../run.fake.ts";

let folder: string;
let shelf: string;
let report: string;
const worker = pathToFileURL(join(root, "dist/cli/examine-worker.mjs"));
const runWith = createRun(() => ({ vault: join(folder, "vault"), places: { ...places, worker } }));
const run = (...args: readonly string[]): Promise<Ran> => runWith(args);
const publish = (...args: readonly string[]): Promise<Ran> =>
  run("publish", "--organisation", "Example Watch", "--locales", "en,ar", ...args);
const approved = ["--approved-by", "A. Lead"] as const;

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

/** Every file below a folder, by its path. */
async function filesIn(at: string): Promise<ReadonlyMap<string, string>> {
  const names = await readdir(at, { recursive: true, withFileTypes: true });
  const files = names.filter((entry) => entry.isFile());
  return new Map(
    await Promise.all(
      files.map(async ({ parentPath, name }): Promise<readonly [string, string]> => {
        const path = join(parentPath, name);
        return [path.slice(at.length + 1), await readFile(path, "utf8")];
      }),
    ),
  );
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "tocsin-publish-"));
  shelf = join(folder, "shelf");
  await done("vault", "create", join(folder, "vault"));
  await create("person", "name=Wilhelmina Larkspur");
  report = await create(
    "resource",
    "title=What Wilhelmina Larkspur told",
    "resourceKind=report",
    "shown=true",
  );
  await create("resource", "title=Not for others", "resourceKind=report");
}, 60_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

describe("tocsin publish", { timeout: 120_000 }, () => {
  it("says what would leave and what not, and writes nothing", async () => {
    const told = await publish();
    expect(told.code).toBe(exitCodes.done);
    expect(told.out).toContain("Report: What […] told".replace("Report", "Resource"));
    expect(told.out).toContain("Not for others (nobody said that it may be shown)");
    const plan = JSON.parse((await publish("--json")).out) as {
      leaving: { kind: string; record: string }[];
      same: unknown;
    };
    const shown = plan.leaving.filter(({ kind }) => kind !== "commitment");
    expect([shown.map(({ record }) => record), plan.same]).toEqual([[report], null]);
    expect(JSON.parse((await done("outputs", "--json")).out)).toMatchObject({ rows: [] });
  });

  it("refuses without a person, without an organisation, and into a folder with something else", async () => {
    expect((await publish("--to", shelf)).code).toBe(exitCodes.notAllowed);
    expect((await run("publish", "--to", shelf)).code).toBe(exitCodes.usage);
    expect((await publish("--locales", "tlh", "--to", shelf)).code).toBe(exitCodes.usage);
    const other = join(folder, "other");
    await mkdir(other);
    await writeFile(join(other, "mine.txt"), "mine");
    expect((await publish("--to", other, ...approved)).code).toBe(exitCodes.exists);
    expect(await readdir(other)).toEqual(["mine.txt"]);
    expect((await readdir(folder)).filter((name) => name.startsWith("."))).toEqual([]);
  });

  it("writes a library that holds, without the withheld name in any byte of any file", async () => {
    const made = await publish("--to", shelf, ...approved, "--mirror", "https://mirror.example/a");
    expect(made.code, made.said).toBe(exitCodes.done);
    const files = await filesIn(shelf);
    expect([...files.keys()]).toContain("index.html");
    for (const [path, text] of files)
      expect(`${path}\n${text}`.toLowerCase(), path).not.toMatch(/larkspur|wilhelmina/);
    const checked = await run("library", "verify", shelf);
    expect(checked.code, checked.out).toBe(exitCodes.done);
    expect(checked.out).toContain("https://mirror.example/a/");
    expect(checked.out).toContain("whose key it is");
  });

  it("makes the same bytes again, with no other approval, and rewrites no page that did not change", async () => {
    const [before, inode] = [await filesIn(shelf), (await lstat(join(shelf, "index.html"))).ino];
    const again = await publish("--to", shelf, "--mirror", "https://mirror.example/a");
    expect(again.code, again.said).toBe(exitCodes.done);
    expect(await filesIn(shelf)).toEqual(before);
    expect((await lstat(join(shelf, "index.html"))).ino).toBe(inode);
    const elsewhere = join(folder, "elsewhere");
    await publish("--to", elsewhere, "--mirror", "https://mirror.example/a");
    expect(await filesIn(elsewhere)).toEqual(before);
  });

  it("makes anew what somebody altered, and leaves alone what is not ours", async () => {
    const before = await filesIn(shelf);
    await writeFile(join(shelf, "mine.txt"), "mine");
    await symlink("/etc/passwd", join(shelf, "link"));
    await writeFile(join(shelf, "en", "all.html"), "altered");
    const again = await publish("--to", shelf, "--mirror", "https://mirror.example/a");
    expect(again.code, again.said).toBe(exitCodes.done);
    const after = await filesIn(shelf);
    expect(after.get("mine.txt")).toBe("mine");
    expect((await lstat(join(shelf, "link"))).isSymbolicLink()).toBe(true);
    expect(after.get("en/all.html")).toBe(before.get("en/all.html"));
    expect((await run("library", "verify", shelf)).out).toContain("not in the list");
    await rm(join(shelf, "mine.txt"));
    await rm(join(shelf, "link"));
  });

  it("takes up after a build that was killed: in its pages, or between the two names", async () => {
    const before = await filesIn(shelf);
    await mkdir(join(folder, ".shelf.building"));
    await writeFile(join(folder, ".shelf.building", ".tocsin-building"), "");
    await rename(shelf, join(folder, ".shelf.old"));
    const again = await publish("--to", shelf, "--mirror", "https://mirror.example/a");
    expect(again.code, again.said).toBe(exitCodes.done);
    expect(await filesIn(shelf)).toEqual(before);
    expect((await readdir(folder)).filter((name) => name.startsWith("."))).toEqual([]);
  });

  it("says what changes since it left, and which parts of what, before anything is approved", async () => {
    const mirror = ["--mirror", "https://mirror.example/a"] as const;
    expect((await publish(...mirror)).out).toMatch(/As it was: \d+/);
    await done("record", "change", report, "--set", "licence=CC0");
    const told = await publish(...mirror);
    expect(told.out).toContain("Changed  Resource: What […] told (licence)");
    const { changes } = JSON.parse((await publish("--json")).out) as {
      changes: { items: unknown[]; about: string[] };
    };
    expect(changes.items).toMatchObject([{ record: report, change: "changed", parts: ["licence"] }]);
    expect(changes.about).toEqual(["mirrors"]);
    await done("record", "change", report, "--clear", "licence");
    expect((await publish(...mirror)).out).toContain("Exactly this left already");
  });

  it("packs the same into a ZIP that is checked alike, and into one page that needs nothing", async () => {
    const [zip, page] = [join(folder, "library.zip"), join(folder, "library.html")];
    const made = await publish("--zip", zip, "--single-file", page, "--mirror", "https://mirror.example/a");
    expect(made.code, made.said).toBe(exitCodes.done);
    const checked = await run("library", "verify", zip);
    expect(checked.code, checked.out).toBe(exitCodes.done);
    expect((await readFile(zip)).includes("Larkspur")).toBe(false);
    const text = await readFile(page, "utf8");
    expect(text).toContain("What […] told");
    expect(text).not.toMatch(/Larkspur|<script|src=/);
    const [held, fingerprint] = [await run("library", "verify", page), /[0-9a-f]{64}/.exec(checked.out)?.[0]];
    expect(held.code, held.said).toBe(exitCodes.done);
    expect(held.out).toContain("byte for byte");
    expect(held.out).toContain(fingerprint ?? "none");
    await writeFile(page, text.replace("What […] told", "What […] tald"));
    const altered = await run("library", "verify", page);
    expect(altered.code).toBe(exitCodes.found);
    expect(altered.out).toContain("altered  library.html");
    expect(altered.out).not.toContain("byte for byte");
    await writeFile(page, text);
    const note = await readFile(`${page}.note`, "utf8");
    await writeFile(`${page}.note`, note.replace(/\nmade 2/, "\nmade 3"));
    expect((await run("library", "verify", page)).code).toBe(exitCodes.found);
    await writeFile(`${page}.note`, note.replace("tocsin-page", "tocsin-library"));
    expect((await run("library", "verify", page)).code).toBe(exitCodes.badData);
    await rm(`${page}.note`);
    expect((await run("library", "verify", page)).code).toBe(exitCodes.badData);
    const bytes = await readFile(zip);
    bytes[400] = (bytes[400] ?? 0) ^ 1;
    await writeFile(join(folder, "bad.zip"), bytes);
    expect((await run("library", "verify", join(folder, "bad.zip"))).code).not.toBe(exitCodes.done);
  });

  it("keeps in mind where one page lies in clear, whatever it is called, and nothing of its signature", async () => {
    const page = join(folder, "library.note");
    const made = await publish("--single-file", page, "--mirror", "https://mirror.example/a");
    expect(made.code, made.said).toBe(exitCodes.done);
    const copies = (await run("record", "list", "clearCopy", "--json")).out;
    expect(copies).toContain("library.note");
    expect(copies).not.toContain("library.note.note");
  });

  it("says what was withdrawn, and keeps its address", async () => {
    await done(
      "record",
      "change",
      report,
      "--set",
      "withdrawn=2026-02-03",
      "--set",
      "withdrawnReason=Facts were wrong",
    );
    const made = await publish("--to", shelf, ...approved);
    expect(made.code, made.said).toBe(exitCodes.done);
    const page = (await filesIn(shelf)).get(`en/items/${report.slice(0, 16)}.html`) ?? "";
    expect(page).toContain("Withdrawn");
    expect(page).toContain("Facts were wrong");
  });
});

describe("tocsin library verify", { timeout: 60_000 }, () => {
  it.each([
    ["a page was altered", async (at: string) => writeFile(join(at, "index.html"), "altered"), "altered"],
    ["a page is gone", async (at: string) => rm(join(at, "index.html")), "missing"],
    ["a page was added", async (at: string) => writeFile(join(at, "more.html"), "more"), "not in the list"],
    [
      "the list was altered",
      async (at: string) => {
        const list = await readFile(join(at, "manifest.json"), "utf8");
        await writeFile(join(at, "manifest.json"), list.replace('"bytes":', '"bytes":1'));
      },
      "not signed",
    ],
    ["the note is gone", async (at: string) => rm(join(at, "manifest.note")), "not signed"],
  ])("finds that %s", async (what, alter, said) => {
    const copy = join(folder, `copy ${what}`);
    await cp(shelf, copy, { recursive: true });
    await alter(copy);
    const checked = await run("library", "verify", copy);
    expect(checked.code).toBe(exitCodes.found);
    expect(checked.out).toContain(said);
  });

  it("refuses what is no library, and a list that leads out of its folder", async () => {
    expect((await run("library", "verify", join(folder, "vault"))).code).toBe(exitCodes.badData);
    expect((await run("library", "verify", join(folder, "nothing"))).code).toBe(exitCodes.badData);
    const hostile = join(folder, "hostile");
    await mkdir(hostile);
    const list = await readFile(join(shelf, "manifest.json"), "utf8");
    await writeFile(join(hostile, "manifest.json"), list.replace('"path":"', '"path":"../'));
    expect((await run("library", "verify", hostile)).code).toBe(exitCodes.badData);
    await chmod(hostile, 0o700);
  });
});

describe("archived copies as files", { timeout: 180_000 }, () => {
  it("leave by name, in a folder and a ZIP; what carries something is left out, said, and the rest goes on", async () => {
    const take = async (name: string, bytes: string | Uint8Array): Promise<string> => {
      await writeFile(join(folder, name), bytes);
      const ran = await done("evidence", "add", join(folder, name), "--json");
      return (JSON.parse(ran.out) as { record: string }).record;
    };
    const good = await take("good.txt", "Plain words of a report.\n");
    const named = await take("told.txt", "Told by Wilhelmina Larkspur.\n");
    const page = await take("page.txt", "<!doctype html><script>x</script>");
    for (const copy of [good, named, page])
      await create("resource", "title=An archived report", "shown=true", "licence=CC0-1.0", `copy=${copy}`);
    const asked = [good, named, page].flatMap((id) => ["--file", id]);
    const plan = await publish(...asked);
    expect(plan.out).toContain("Archived copies that leave as files: 1");
    expect(plan.out).toContain("a name that must stay inside is in its text");
    const [to, zip] = [join(folder, "with-files"), join(folder, "with-files.zip")];
    const made = await publish("--to", to, "--zip", zip, ...asked, ...approved);
    expect(made.code, made.said).toBe(exitCodes.done);
    expect(made.said).toContain(named);
    const files = await filesIn(to);
    const given = [...files.keys()].filter((path) => path.startsWith("files/"));
    expect(given).toHaveLength(1);
    expect(given[0]).toMatch(/^files\/[a-z0-9-]+-[0-9a-f]{12}\.txt$/);
    expect(files.get(given[0] ?? "")).toBe("Plain words of a report.\n");
    for (const [path, text] of files) expect(`${path}\n${text}`).not.toMatch(/larkspur|<script>x/i);
    for (const place of [to, zip]) expect((await run("library", "verify", place)).code).toBe(exitCodes.done);
    const single = await publish("--single-file", join(folder, "one.html"), ...asked);
    expect(single.said).toContain("not in the single page, which holds no files: 1");
    expect(await readFile(join(folder, "one.html"), "utf8")).toContain("The file is not in this page");
    await writeFile(join(to, given[0] ?? ""), "Other words.");
    expect((await run("library", "verify", to)).code).not.toBe(exitCodes.done);
    const without = await publish("--no-files", "--json");
    const { files: planned } = JSON.parse(without.out) as { files: { leaves: boolean }[] };
    expect(planned.some(({ leaves }) => leaves)).toBe(false);
  });
});
