// Erasing from the command line: planned, confirmed by digest or at a terminal, refused, stopped, gone on with.
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createRun, type Ran } from "../run.fake.ts";

let folder: string;
let person: string;
let consent: string;
let evidence: string;
const run = createRun(() => ({ vault: join(folder, "vault") }));

/** What must work before anything is tested. */
async function done(...args: readonly string[]): Promise<string> {
  const { code, out, said } = await run(args);
  if (code !== 0) throw new Error(said);
  return out.trim();
}

const create = (kind: string, ...values: readonly string[]): Promise<string> =>
  done("record", "create", kind, ...values.flatMap((each) => ["--set", each]));

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "tocsin-erase-"));
  await done("vault", "create", join(folder, "vault"), "--empty", "--no-recovery");
  await writeFile(join(folder, "note.txt"), "what was seen");
  person = await create("person", "name=Wanda Example");
  consent = await create("consent", "scope=My phone", `person=${person}`, "given=2026-01-01");
  evidence = await done("evidence", "add", join(folder, "note.txt"));
  await done("record", "change", evidence, "--set", `consent=${consent}`);
  await done("consent", "withdraw", "--consent", consent);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const about = (): readonly string[] => ["--consent", consent];
const sealedFiles = async (): Promise<number> =>
  (await readdir(join(folder, "vault", "evidence"))).filter((name) => name.endsWith(".age")).length;
const count = async (kind: string): Promise<number> =>
  JSON.parse(await done("record", "list", kind, "--json")).rows.length;

interface Plan {
  readonly digest: string;
  readonly sum: { readonly records: number; readonly operations: number; readonly files: number };
}

async function plan(...more: readonly string[]): Promise<Plan> {
  return JSON.parse(await done("erase", "plan", ...about(), ...more, "--json"));
}

const erase = (digest: string, ...more: readonly string[]): Promise<Ran> =>
  run(["erase", "run", ...about(), "--confirm", digest, ...more]);

describe("tocsin erase plan", () => {
  it("shows what goes, who else names the person, what stays out of reach, and erases nothing", async () => {
    const task = await create("task", "title=Ring Wanda again");
    const { sum, digest } = await plan();
    expect(sum).toMatchObject({ records: 3, operations: 5, files: 1 });
    const shown = await done("erase", "plan", ...about());
    for (const said of [
      person,
      consent,
      evidence,
      task,
      digest,
      "Old blocks of this disk",
      "Ring Wanda again",
    ])
      expect(shown).toContain(said);
    expect([await sealedFiles(), await count("person"), await count("erasure")]).toEqual([1, 1, 0]);
  });

  it("says that a consent must be withdrawn first, and a retention be over", async () => {
    const other = await create("consent", "scope=All", `person=${person}`, "given=2026-11-01");
    const law = await create("retention", "reason=The law", `of=${evidence}`, "until=2190");
    for (const [option, id, word] of [
      ["--consent", other, "was not withdrawn"],
      ["--retention", law, "has not ended"],
    ] as const) {
      const shown = await run(["erase", "plan", option, id, "--json"]);
      expect(shown.said).toContain(word);
      const { digest } = JSON.parse(shown.out);
      const refused = await run(["erase", "run", option, id, "--confirm", digest, "--json"]);
      expect([refused.code, JSON.parse(refused.said).error.code]).toEqual([77, "workspace.not-over"]);
    }
  });

  it.each([
    [["erase", "plan"]],
    [["erase", "plan", "--consent", "a".repeat(26), "--record", "b".repeat(26)]],
    [["erase", "run", "--consent", "a".repeat(26), "--confirm", "yes"]],
  ])("asks for one thing, and %j is none", async (args) => {
    expect((await run(args)).code).toBe(64);
  });
});

describe("tocsin erase run", () => {
  it("erases the plan of that digest, and leaves the record of it", async () => {
    const { digest, sum } = await plan();
    const { code, out } = await erase(digest, "--json");
    expect(code).toBe(0);
    const erased = JSON.parse(out);
    expect(erased).toMatchObject({ records: sum.records, operations: sum.operations, evidence: 1 });
    expect([await sealedFiles(), await count("person"), await count("evidence")]).toEqual([0, 0, 0]);
    const kept = JSON.parse(await done("record", "show", erased.record, "--json"));
    expect(kept.values).toMatchObject({ ground: "consent", files: 1 });
    expect((await run(["vault", "verify"])).code).toBe(0);
    expect((await erase(digest)).code).toBe(66);
  });

  it("takes what came in by mistake, with what was chosen and without what was kept", async () => {
    const task = await create("task", "title=Ring Wanda again");
    const about_ = ["--record", person, "--record", evidence, "--with", task, "--without", consent];
    const shown = JSON.parse(await done("erase", "plan", ...about_, "--json"));
    const { code } = await run(["erase", "run", ...about_, "--confirm", shown.digest]);
    expect(code).toBe(0);
    const left = [
      await count("person"),
      await count("evidence"),
      await count("task"),
      await count("consent"),
    ];
    expect(left).toEqual([0, 0, 0, 1]);
  });

  it("asks for a digest where nobody sits, and takes none of another choice", async () => {
    const { digest } = await plan("--without", person);
    const unconfirmed = await run(["erase", "run", ...about()]);
    expect([unconfirmed.code, unconfirmed.out]).toEqual([77, ""]);
    expect(unconfirmed.said).toContain("tocsin erase plan");
    expect((await erase(digest)).code).toBe(77);
    expect(await sealedFiles()).toBe(1);
  });

  it("refuses where something was written since the plan was made, and says on which record", async () => {
    const { digest } = await plan();
    const finding = await create("finding", "title=Seen later", `evidence=${evidence}`);
    const { code, said } = await erase(digest);
    expect(code).toBe(77);
    expect(said).toContain(finding);
    expect([await sealedFiles(), await count("erasure")]).toEqual([1, 0]);
    expect((await erase((await plan()).digest)).code).toBe(0);
    expect(await count("finding")).toBe(0);
  });

  it("shows the plan to whoever sits there, and erases when the number of entries is typed", async () => {
    const { sum } = await plan();
    const wrong = await run(["erase", "run", ...about()], { answers: ["yes"] });
    expect([wrong.code, await sealedFiles()]).toEqual([77, 1]);
    expect(wrong.said).toContain("Wanda Example");
    const right = await run(["erase", "run", ...about()], { answers: [String(sum.operations)] });
    expect([right.code, await sealedFiles()]).toEqual([0, 0]);
  });

  it("counts when it is stopped on its way, says so, and is gone on with by the next command", async () => {
    const { digest } = await plan();
    const stopping = new AbortController();
    let now = 0;
    const stopped = await run(["erase", "run", ...about(), "--confirm", digest], {
      answers: [],
      signal: stopping.signal,
      clock: () => (now += 1_000),
      onStatus: (line) => void (line?.includes("Erasing from the log") && stopping.abort()),
    });
    expect([stopped.code, stopped.out]).toEqual([130, ""]);
    expect(stopped.said).toContain("counts, and is not finished");
    expect(await sealedFiles()).toBe(1);
    const next = await run(["vault", "verify"]);
    expect([next.code, await sealedFiles()]).toEqual([0, 0]);
    expect(next.said).toContain("An erasure that had been broken off was gone on with");
    expect([await count("person"), await count("erasure")]).toEqual([0, 1]);
    expect((await run(["vault", "status"])).said).not.toContain("broken off");
  });

  it("leaves everything as it was when it is stopped before that", async () => {
    const { digest } = await plan();
    const stopping = new AbortController();
    let now = 0;
    const stopped = await run(["erase", "run", ...about(), "--confirm", digest], {
      answers: [],
      signal: stopping.signal,
      clock: () => (now += 1_000),
      onStatus: (line) => void (line?.includes("Looking through the log") && stopping.abort()),
    });
    expect([stopped.code, stopped.said.includes("not finished")]).toEqual([130, true]);
    expect(stopped.said).not.toContain("counts");
    expect([await sealedFiles(), await count("person"), await count("erasure")]).toEqual([1, 1, 0]);
  });
});
