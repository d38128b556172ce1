// The round trip of a small case: planned, refused, made, checked here and with the tools that a court has.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cp, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createRun, type Ran } from "../run.fake.ts";

const hasAge = ["age", "script"].every((tool) => spawnSync(tool, ["--version"]).status === 0);
const hasKeygen = ["age", "age-keygen"].every((tool) => spawnSync(tool, ["--version"]).status === 0);
let folder: string;
let bundle: string;
let caseId: string;
const runWith = createRun(() => ({ vault: join(folder, "vault") }));
const run = (...args: readonly string[]): Promise<Ran> => runWith(args);

/** What must work before anything is tested. */
async function done(...args: readonly string[]): Promise<Ran> {
  const ran = await run(...args);
  if (ran.code !== 0) throw new Error(ran.said);
  return ran;
}

interface Plan {
  readonly names: readonly { readonly record: string }[];
  readonly exhibits: readonly { readonly name: string; readonly sha256: string }[];
  readonly operations: readonly unknown[];
}

async function plan(): Promise<Plan> {
  const ran = await done("bundle", "plan", "--case", caseId, "--audience", "court", "--json");
  return JSON.parse(ran.out) as Plan;
}

async function create(kind: string, ...values: readonly string[]): Promise<string> {
  const given = values.flatMap((each) => ["--set", each]);
  const ran = await done("record", "create", kind, "--text-lang", "en", "--json", ...given);
  return (JSON.parse(ran.out) as { records: string[] }).records[0] ?? "";
}

const makeArgs = (to: string): readonly string[] =>
  ["bundle", "make", "--case", caseId, "--audience", "court", "--approved-by", "Somebody"].concat(
    "--out",
    to,
  );

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "tocsin-bundle-"));
  bundle = join(folder, "bundle");
  await done("vault", "create", join(folder, "vault"));
  caseId = await create("case", "title=Editors of the Bulletin");
  const person = await create("person", "name=Zora Hushmore");
  const incident = await create("incident", "title=Threats", `case=${caseId}`);
  await create("involvement", "role=defender", `person=${person}`, `incident=${incident}`, `case=${caseId}`);
  await writeFile(join(folder, "letter.txt"), "a letter of 27 characters..");
  await done("evidence", "add", join(folder, "letter.txt"), "--title", "A letter", "--case", caseId);
  const { names } = await plan();
  const acknowledged = names.flatMap(({ record }) => ["--acknowledge", record]);
  await done(...makeArgs(bundle), ...acknowledged, "--json");
});
afterAll(() => rm(folder, { recursive: true }));

describe("bundle plan and make", () => {
  it("shows what would leave, for people and for scripts", async () => {
    const told = await run("bundle", "plan", "--case", caseId, "--audience", "court");
    const { operations, exhibits } = await plan();
    expect(told.code).toBe(0);
    expect(told.out.match(/^ {2}[0-9a-f]{64}:\d+ /gm)).toHaveLength(operations.length);
    for (const { sha256 } of exhibits) expect(told.out).toContain(sha256);
  });

  it("refuses what nobody answers for, names that nobody let out, and a folder that is there", async () => {
    const elsewhere = join(folder, "elsewhere");
    expect(
      (await run("bundle", "make", "--case", caseId, "--audience", "court", "--out", elsewhere)).code,
    ).toBe(77);
    expect((await plan()).names).toHaveLength(1);
    expect((await run(...makeArgs(elsewhere))).code).toBe(77);
    expect((await run(...makeArgs(bundle))).code).toBe(73);
    expect((await run("bundle", "make", "--audience", "court", "--out", elsewhere)).code).toBe(64);
    const wrong = await run("bundle", "plan", "--case", caseId, "--audience", "court", "--without", "x:y");
    expect(wrong.code).toBe(64);
  });
});

describe("bundle verify", () => {
  it("finds that the example holds, and says what that does not prove", async () => {
    const told = await run("bundle", "verify", bundle);
    expect(told.code, told.out).toBe(0);
    expect(told.out).toContain("Not proved:");
    const report = JSON.parse((await run("bundle", "verify", bundle, "--json")).out) as Record<
      string,
      unknown[]
    >;
    expect(report["failures"]).toEqual([]);
    expect(report["proved"]).toHaveLength(6);
    expect(JSON.stringify(report)).not.toContain("passphrase");
  });

  it("ends with 10 where something does not hold, and names the place", async () => {
    const altered = join(folder, "altered");
    await cp(bundle, altered, { recursive: true });
    const path = join(altered, "data/operations.jsonl");
    await writeFile(path, (await readFile(path, "utf8")).replace('"at":1', '"at":2'));
    const told = await run("bundle", "verify", altered);
    expect(told.code).toBe(10);
    expect(told.out).toMatch(/data\/operations\.jsonl [0-9a-f]{64}:\d/);
    expect(
      spawnSync("sha256sum", ["-c", "--quiet", "manifest-sha256.txt"], { cwd: altered }).status,
    ).not.toBe(0);
  });

  it("follows no link out of the folder", async () => {
    const linked = join(folder, "linked");
    await cp(bundle, linked, { recursive: true });
    await rm(join(linked, "cover.html"));
    await symlink("/etc/passwd", join(linked, "cover.html"));
    const told = await run("bundle", "verify", linked);
    expect(told.code).toBe(10);
    expect(told.out).toContain("does not belong");
  });

  it("ends with 65 for a folder that is no bundle, and for none", async () => {
    expect((await run("bundle", "verify", join(folder, "vault"))).code).toBe(65);
    expect((await run("bundle", "verify", join(folder, "nothing"))).code).toBe(65);
  });
});

describe("the tools that a court has", () => {
  it("check every hash of the bag", async () => {
    for (const manifest of ["manifest-sha256.txt", "tagmanifest-sha256.txt"]) {
      const checked = spawnSync("sha256sum", ["-c", "--strict", manifest], { cwd: bundle });
      expect(checked.status, String(checked.stdout)).toBe(0);
    }
    const oxum = /Payload-Oxum: (\d+)\.(\d+)/.exec(await readFile(join(bundle, "bag-info.txt"), "utf8"));
    const names = await readdir(join(bundle, "data"), { recursive: true, withFileTypes: true });
    expect(Number(oxum?.[2])).toBe(names.filter((entry) => entry.isFile()).length);
  });

  it.skipIf(!hasAge)("open an exhibit with the passphrase that stands in the entry", async () => {
    const [exhibit] = (await plan()).exhibits;
    const lines = await readFile(join(bundle, "data/operations.jsonl"), "utf8");
    const passphrase =
      new RegExp(`"name":"${exhibit?.name ?? ""}","passphrase":"([^"]{43})"`).exec(lines)?.[1] ?? "";
    const [sealed, opened] = [
      join(bundle, `data/evidence/${exhibit?.name ?? ""}.age`),
      join(folder, "opened"),
    ];
    const typed = `sleep 0.5; printf '%s\\n' "$PASSPHRASE"; sleep 0.5`;
    const command = `age -d -o ${opened} ${sealed}`;
    const ran = spawnSync("sh", ["-c", `(${typed}) | script -qec "${command}" /dev/null`], {
      env: { ...process.env, PASSPHRASE: passphrase },
      timeout: 10_000,
    });
    expect(ran.status, String(ran.stdout)).toBe(0);
    const hash = createHash("sha256")
      .update(await readFile(opened))
      .digest("hex");
    expect(hash).toBe(exhibit?.sha256);
  });

  it.skipIf(!hasKeygen)(
    "open an exhibit that was sealed anew, with the recipient's identity and nothing else",
    async () => {
      const keys = join(folder, "keys.txt");
      const recipient = /age1\w+/.exec(String(spawnSync("age-keygen", ["-o", keys]).stderr))?.[0] ?? "";
      const [exhibit, { names }] = [(await plan()).exhibits[0], await plan()];
      const resealed = join(folder, "resealed");
      const acknowledged = names.flatMap(({ record }) => ["--acknowledge", record]);
      await done(...makeArgs(resealed), ...acknowledged, "--recipient", recipient);
      const sealed = join(resealed, `data/evidence/${exhibit?.name ?? ""}.age`);
      const opened = spawnSync("age", ["-d", "-i", keys, sealed]);
      expect(createHash("sha256").update(opened.stdout).digest("hex")).toBe(exhibit?.sha256);
      const closed = await run("bundle", "verify", resealed);
      expect([closed.code, closed.out]).toEqual([0, expect.stringContaining("not opened here")]);
      const own = JSON.parse((await run("bundle", "verify", resealed, "--identity", keys, "--json")).out) as {
        exhibits: { state: string }[];
      };
      expect(own.exhibits.map(({ state }) => state)).toEqual(["fits"]);
      const other = join(folder, "other.txt");
      spawnSync("age-keygen", ["-o", other]);
      expect((await run("bundle", "verify", resealed, "--identity", other)).out).toContain("not opened here");
      expect((await run("bundle", "verify", resealed, "--identity", sealed)).code).toBe(64);
      expect((await run(...makeArgs(join(folder, "never")), "--recipient", "age1nonsense")).code).toBe(64);
    },
  );
});
