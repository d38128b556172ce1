// Counts on the command line: inside with the rules, outside under a release alone.
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { exitCodes } from "../exit-codes.ts";
import { createRun, type Ran } from "../run.fake.ts";

let folder: string;
const runWith = createRun(() => ({ vault: join(folder, "vault") }));
const run = (...args: readonly string[]): Promise<Ran> => runWith(args);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "tocsin-count-"));
  await run("vault", "create", join(folder, "vault"));
  const told = [
    "--title",
    "A threat",
    "--acts",
    "harassment.threat",
    "--when",
    "2025-03-04",
    "--name",
    "Somebody",
  ];
  const { out } = await run("incident", "tell", ...told, "--where", "XA");
  const incident = out.trim().split("\n")[1] ?? "";
  await run("record", "change", incident, "--set", "defence=because-of-work");
  await run("record", "create", "involvement", "--set", "role=official", "--set", `incident=${incident}`);
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

describe("tocsin count", () => {
  it("shows a table by status with the rules, their sources, and that nobody outside checked them", async () => {
    const { code, out } = await run("count", "--by", "category,gender", "--period", "2025-Q1");
    expect(code).toBe(exitCodes.done);
    expect(out).toContain(
      "Status: reported\n         unknown  total\n  F            1      1\n  total        1      1",
    );
    expect(out).toContain("An incident with several acts counts once");
    expect(out).toContain("not checked by anybody outside");
    const { out: json } = await run("count", "--json");
    expect(JSON.parse(json)).toMatchObject({ method: { name: "tocsin-16.10.1" }, tables: [{ total: 1 }] });
  });

  it("refuses a question that makes no sense, and a file without an audience", async () => {
    expect((await run("count", "--by", "act,family")).code).toBe(exitCodes.usage);
    expect((await run("count", "--csv")).code).toBe(exitCodes.usage);
  });

  it("lets a table out under a release, its small numbers hidden", async () => {
    const target = join(folder, "counts.csv");
    const asked = ["--by", "gender", "--audience", "public", "--approved-by", "A. Lead", "--out", target];
    const { code, said } = await run("count", "--csv", ...asked);
    expect(code).toBe(exitCodes.done);
    expect(said).toContain("Released as");
    const text = await readFile(target, "utf8");
    expect(text).toContain('"unknown","",,true,"tocsin-16.10.1 version 1; below 5 hidden');
    expect(text).not.toMatch(/,1,false/);
  });
});
