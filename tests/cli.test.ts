import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeIosBackup } from "../tools/make-ios-backup.ts";
import { createPlace, type Ended, type Place } from "./cli-process.ts";

let place: Place;
const at = (name: string): string => join(place.folder, name);
const sentence = "a sentence for this journey and no other";
const settings = (vault = "vault"): Record<string, string> => ({
  TOCSIN_VAULT: at(vault),
  TOCSIN_PASSPHRASE: sentence,
});

beforeAll(() => {
  place = createPlace();
});
afterAll(() => place.remove());

async function tocsin(...args: readonly string[]): Promise<Ended> {
  const ended = await place.run(args, settings());
  expect([ended.code, ended.code === 0 ? "" : ended.said]).toEqual([0, ""]);
  return ended;
}

describe("the manual's first page", () => {
  it("is what `tocsin` and `tocsin --help` print", async () => {
    const help = await place.run(["--help"]);
    expect([help.code, help.said]).toEqual([0, ""]);
    for (const word of ["desk", "examine", "vault", "evidence", "record", "search", "report", "export"])
      expect(help.out).toMatch(new RegExp(`^ {2}${word}\\b`, "m"));
    expect(help.out).toContain("Examples:");
    expect(help.out).toContain("docs/manual.md");
    expect(await place.run([])).toEqual(help);
  });

  it("is there for every command", async () => {
    for (const words of [["vault", "create"], ["record"], ["finding", "take"], ["examine"]]) {
      const help = await place.run([...words, "--help"]);
      expect([words, help.code]).toEqual([words, 0]);
      expect(help.out).toContain("--json");
    }
  });
});

describe("tocsin desk", () => {
  it.each(["SIGINT", "SIGTERM"] as const)(
    "prints its address where there is no display, and ends cleanly at %s",
    async (signal) => {
      const running = place.start(["desk"]);
      const address = await running.wrote(/http:\/\/127\.0\.0\.1:\d+\/\S+/);
      const answer = await fetch(address, { redirect: "manual" });
      expect(answer.status).toBe(303);
      running.child.kill(signal);
      expect((await running.ended).code).toBe(0);
    },
  );
});

// Every command opens the vault anew, and that is slow on purpose.
describe("a vault from the command line", { timeout: 120_000 }, () => {
  let caseId: string;
  let evidence: string;

  it("is made, and takes evidence in", async () => {
    await tocsin("vault", "create", at("vault"), "--device", "laptop");
    const { indicators } = await makeIosBackup(at("phone"), { messages: 50, every: 10 });
    writeFileSync(at("set.stix2"), indicators);
    caseId = (await tocsin("record", "create", "case", "--set", "title=Messages with links")).out.trim();
    const words = [
      "--how",
      "Copied with the owner",
      "--by",
      "A. Name",
      "--when",
      "2026-01",
      "--case",
      caseId,
    ];
    const added = await tocsin("evidence", "add", "phone", ...words, "--text-lang", "en");
    evidence = added.out.trim();
    expect(added.said).toContain(`in clear at ${at("phone")}`);
    expect((await tocsin("evidence", "list")).out).toContain(evidence);
    expect((await tocsin("evidence", "verify", evidence)).out).toContain("Intact");
    expect((await tocsin("vault", "status")).out).toContain("laptop");
  });

  it("has no name, word or passphrase that can be read on the disk", () => {
    const files = readdirSync(at("vault"), { recursive: true, withFileTypes: true }).filter((each) =>
      each.isFile(),
    );
    expect(files.length).toBeGreaterThan(3);
    for (const file of files) {
      const bytes = readFileSync(join(file.parentPath, file.name)).toString("latin1");
      for (const word of ["Messages with links", "A. Name", sentence]) expect(bytes).not.toContain(word);
    }
  });

  it("examines sealed evidence, keeps the findings, and takes one into the case", async () => {
    const examined = await place.run(
      ["evidence", "examine", evidence, "--indicators", "set.stix2", "--keep", "--json"],
      settings(),
    );
    expect(examined.code).toBe(10);
    const found: number = JSON.parse(examined.out).findings.length;
    const kept = JSON.parse((await tocsin("record", "list", "finding", "--json")).out).rows;
    expect(kept).toHaveLength(found);
    const [{ id }] = kept;
    const taken = await tocsin("finding", "take", "--finding", id, "--into", caseId);
    expect(taken.out.split("\n")).toContain(id);
    const page = JSON.parse((await tocsin("case", "page", "--case", caseId, "--json")).out);
    expect(JSON.stringify(page)).toContain(id);
    expect((await tocsin("thread", "--record", id)).out).toMatch(/[0-9a-f]{64}/);
  });

  it("writes the report that a person approved, and writes over nothing", async () => {
    const words = ["report", caseId, "--audience", "partner", "--out", "out"];
    expect((await place.run(words, settings())).code).toBe(77);
    const made = await tocsin(...words, "--approved-by", "B. Name", "--json");
    const { outputs, release } = JSON.parse(made.out);
    expect(outputs.map(({ format }: { format: string }) => format)).toEqual(["pdf", "html", "json"]);
    const [pdf, html, json] = outputs.map(({ path }: { path: string }) => readFileSync(path));
    expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
    expect(html.toString()).toContain(outputs[2].sha256);
    expect(JSON.parse(json.toString())).toBeTypeOf("object");
    expect(made.said).toContain("withheld");
    expect((await tocsin("record", "show", release)).out).toContain("B. Name");
  });

  it("gives the bytes back as they came, into a new file only", async () => {
    writeFileSync(at("note.txt"), "A note.\n");
    const id = (await tocsin("evidence", "add", "note.txt")).out.trim();
    const out = await tocsin("evidence", "extract", id, "--to", "copy.txt");
    expect(out.said).toContain("lies in clear");
    expect(readFileSync(at("copy.txt"), "utf8")).toBe("A note.\n");
    expect((await place.run(["evidence", "extract", id, "--to", "copy.txt"], settings())).code).toBe(73);
  });

  it("goes out in the open form and comes back whole", async () => {
    await tocsin("vault", "export", "open");
    expect((await place.run(["vault", "create", at("second"), "--empty"], settings("second"))).code).toBe(0);
    expect((await place.run(["vault", "import", "open"], settings("second"))).code).toBe(0);
    const statusOf = async (vault: string): Promise<unknown> =>
      JSON.parse((await place.run(["vault", "status", "--json"], settings(vault))).out).records;
    expect(await statusOf("second")).toEqual(await statusOf("vault"));
    const verified = await place.run(["evidence", "verify", evidence], settings("second"));
    expect([verified.code, verified.out]).toEqual([0, expect.stringContaining("Intact")]);
  });

  it("cannot be opened by two programs at once, with the wrong sentence, or where there is none", async () => {
    const running = place.start(["desk", "--no-open"], settings());
    await running.wrote(/http:/);
    expect((await place.run(["vault", "status"], settings())).code).toBe(75);
    running.child.kill("SIGINT");
    expect((await running.ended).code).toBe(0);
    const wrong = { ...settings(), TOCSIN_PASSPHRASE: "another sentence" };
    expect((await place.run(["vault", "status"], wrong)).code).toBe(77);
    expect((await place.run(["vault", "status"], settings("nowhere"))).code).toBe(66);
    expect((await place.run(["vault", "create", at("vault")], settings())).code).toBe(73);
    expect((await place.run(["vault", "status"])).code).toBe(64);
    expect((await place.run(["vault", "status", "--vault", at("vault")])).code).toBe(77);
  });
});
