// A form is made and answers come in by the command line; what is refused is told with its reason and its exit code.
import { createHash } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Encrypter } from "age-encryption";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createRun, type Ran } from "../run.fake.ts";

let folder: string;
const pathOf = (name: string): string => join(folder, name);
const run = (...args: readonly string[]): Promise<Ran> =>
  createRun(() => ({
    vault: pathOf("vault"),
    places: { examples: folder, screen: folder, form: pathOf("page.html") },
  }))(args);

interface Made {
  readonly record: string;
  readonly digest: string;
  readonly sha256: string;
  readonly isKnown: boolean;
}

async function make(out: string): Promise<Made> {
  const ran = await run(
    "questionnaire",
    "make",
    "--from",
    "Example Organisation",
    "--out",
    pathOf(out),
    "--json",
  );
  if (ran.code !== 0) throw new Error(ran.said);
  return JSON.parse(ran.out) as Made;
}

async function writeAnswer(name: string, digest: string): Promise<void> {
  const [recipient] = /age1[a-z0-9]{58}/.exec(await readFile(pathOf("form.html"), "utf8")) ?? [];
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient ?? "");
  const consent = { attribution: "none", quote: false, reuse: "here" };
  const file = {
    format: "tocsin-answer",
    formatVersion: 1,
    questionnaire: { id: "defenders-and-technology", version: 1, digest },
    answer: "a".repeat(32),
    edition: 1,
    day: "2026-11-29",
    language: "en",
    writtenIn: "en",
    contributor: {},
    answers: [{ question: "seen", value: "no", consent }],
  };
  await writeFile(pathOf(name), await encrypter.encrypt(JSON.stringify(file)));
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "tocsin-questionnaire-"));
  await writeFile(pathOf("page.html"), `<script type="application/json" id="form">{{form}}</script>`);
  const created = await run("vault", "create", pathOf("vault"));
  if (created.code !== 0) throw new Error(created.said);
});
afterAll(() => rm(folder, { recursive: true }));

describe("questionnaire", () => {
  it("makes a form of one file with the key of the vault, and takes an answer to it in once", async () => {
    const made = await make("form.html");
    const bytes = await readFile(pathOf("form.html"));
    expect(createHash("sha256").update(bytes).digest("hex")).toBe(made.sha256);
    expect(bytes.toString()).not.toContain("AGE-SECRET-KEY");
    expect(await make("again.html")).toMatchObject({ sha256: made.sha256, isKnown: true });
    expect((await run("questionnaire", "make", "--out", pathOf("form.html"))).code).toBe(73);

    await writeAnswer("one.tocsin-answer", made.digest);
    await writeFile(pathOf("letter.tocsin-answer"), "a letter");
    const files = ["one", "one", "letter"].map((name) => pathOf(`${name}.tocsin-answer`));
    const told = await run("questionnaire", "import", ...files);
    expect(told.code).toBe(10);
    expect(told.out).toMatch(/taken: [0-9a-z]{26}\n/);
    expect(told.out).toContain("was here already");
    expect(told.out).toContain("This is no answer file");
    expect(told.out).toContain("the file was left as it is");
    expect(await readFile(pathOf("letter.tocsin-answer"), "utf8")).toBe("a letter");
    const shown = await run("record", "show", made.record, "--json");
    expect(shown.out).toContain(made.digest);
    expect(shown.out).not.toContain("AGE-SECRET-KEY");
  }, 60_000);

  it("brings a questionnaire for each purpose, each by its name", async () => {
    const shown = await run("questionnaire", "show", "organisation-sign-on");
    expect(JSON.parse(shown.out)).toMatchObject({ id: "organisation-sign-on", purpose: "sign-on" });
    const out = pathOf("report.html");
    const made = await run("questionnaire", "make", "--built-in", "attack-report", "--out", out, "--json");
    expect(made.code).toBe(0);
    expect((await readFile(out, "utf8")).includes(`"purpose":"attack-report"`)).toBe(true);
    expect((await run("questionnaire", "show", "no-such")).code).toBe(64);
    const both = ["--built-in", "attack-report", "--content", out, "--out", pathOf("both.html")];
    expect((await run("questionnaire", "make", ...both)).code).toBe(64);
  });

  it("says every fault of a questionnaire by its place, a loop by its questions", async () => {
    const show = await run("questionnaire", "show");
    const own = JSON.parse(show.out) as { questions: Record<string, unknown>[] };
    await writeFile(pathOf("own.json"), show.out);
    expect((await run("questionnaire", "check", pathOf("own.json"))).code).toBe(0);
    Object.assign(own.questions[0] ?? {}, { when: { question: "risks", is: ["spyware"] } });
    Object.assign(own.questions[2] ?? {}, { when: { question: "role", answered: true } });
    await writeFile(pathOf("loop.json"), JSON.stringify(own));
    const told = await run("questionnaire", "check", pathOf("loop.json"));
    expect(told.code).toBe(10);
    expect(told.out).toContain("role → risks → seen → role");
    const refused = await run(
      "questionnaire",
      "make",
      "--content",
      pathOf("loop.json"),
      "--out",
      pathOf("loop.html"),
    );
    expect(refused.code).toBe(65);
    expect(refused.said).toContain("tocsin questionnaire check");
  });
});
