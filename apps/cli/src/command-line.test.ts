import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { kind, text, codes, link, date, flag } from "@tocsin/records";
import { createBuiltInRegistry } from "@tocsin/workspace";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeMeasurements } from "../../../tools/make-measurements.ts";
import { createRun, places, type Ran, root } from "./run.fake.ts";

/** A kind that exists here alone: nothing else was touched for it. */
const balloonKind = kind(
  "balloon",
  1,
  {
    title: text({ required: true, search: "high" }),
    flags: codes("riskFlags", { facet: true }),
    seen: date({ sort: true, coarsen: "month" }),
    tethered: flag(),
    secret: text({ sensitive: true, guard: "case" }),
    case: link("case"),
  },
  { label: "title", stretch: "record" },
);

const worker = pathToFileURL(join(root, "dist/cli/examine-worker.mjs"));
let folder: string;
let vault: string;
const run = createRun(() => ({
  vault,
  places: { ...places, worker },
  registry: () => Promise.resolve(createBuiltInRegistry({ kinds: [balloonKind] })),
}));

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "tocsin-cli-"));
  vault = join(folder, "vault");
});
afterAll(() => rm(folder, { recursive: true }));

/** What tests look into; what has another shape fails there. */
interface Answer {
  readonly records: readonly string[];
  readonly rows: readonly unknown[];
  readonly fields: readonly { readonly name: string }[];
  readonly values: Readonly<Record<string, unknown>>;
  readonly record: string;
  readonly sha256: string;
  readonly consent: string;
}

const json = ({ terminal }: Ran): Answer => JSON.parse(terminal.written());

describe("a kind that somebody adds", () => {
  let id: string;

  beforeAll(async () => {
    await run(["vault", "create", vault]);
    const made = await run(
      ["record", "create", "balloon", "--text-lang", "en", "--json"].concat(
        ["title=A red balloon over the square", "flags=relatives-at-risk", "flags=name-never"].flatMap(
          (each) => ["--set", each],
        ),
        ["--set", "seen=2026-03-04", "--set", "tethered=yes", "--set", "secret=who let it fly"],
      ),
    );
    id = json(made).records[0] ?? "";
  });

  it("is listed with its fields", async () => {
    expect((await run(["record", "fields"])).terminal.written()).toContain("balloon");
    const fields = json(await run(["record", "fields", "balloon", "--json"])).fields;
    expect(fields.map(({ name }) => name)).toEqual(Object.keys(balloonKind.fields));
  });

  it("is checked when it comes in", async () => {
    expect((await run(["record", "create", "balloon"])).code).toBe(64);
    const wrong = await run(["record", "create", "balloon", "--set", "title=x", "--set", "flags=nonsense"]);
    expect([wrong.code, wrong.terminal.said()]).toEqual([64, expect.stringContaining("balloon.flags")]);
    expect((await run(["record", "create", "balloon", "--set", "title=x", "--set", "wings=2"])).code).toBe(
      64,
    );
  });

  it("is listed, shown, filtered, counted and found by its words", async () => {
    expect(json(await run(["record", "list", "balloon", "--json"])).rows).toMatchObject([{ id }]);
    expect((await run(["record", "list", "balloon"])).terminal.written()).toBe(
      `${id}  A red balloon over the square\n`,
    );
    const filtered = await run(["record", "list", "balloon", "--where", "flags=relatives-at-risk", "--json"]);
    expect(json(filtered).rows).toHaveLength(1);
    const none = await run(["record", "list", "balloon", "--where", "flags=child", "--json"]);
    expect(json(none).rows).toHaveLength(0);
    const tally = await run(["record", "tally", "--kind", "balloon", "--facet", "flags", "--json"]);
    expect(JSON.stringify(json(tally))).toContain("relatives-at-risk");
    expect(json(await run(["search", "kites", "over", "--json"]))).toEqual([]);
    const typed = await run(["search", "balloon", "over", "--json"]);
    expect(json(typed)).toMatchObject([{ id, kind: "balloon", how: "same" }]);
    const plural = await run(["search", "balloons", "over", "--json"]);
    expect(json(plural)).toMatchObject([{ id, kind: "balloon", how: "form" }]);
    expect((await run(["record", "show", id])).terminal.written()).toContain("tethered: true");
  });

  it("is changed field by field, and changes are taken back", async () => {
    const change = [
      "record",
      "change",
      id,
      "--set",
      "title=A blue balloon",
      "--remove",
      "flags=relatives-at-risk",
    ];
    expect((await run([...change, "--clear", "tethered", "--add", "flags=child"])).code).toBe(0);
    const { values } = json(await run(["record", "show", id, "--json"]));
    expect(values).toMatchObject({ title: { text: "A blue balloon" }, flags: ["child", "name-never"] });
    expect(values).not.toHaveProperty("tethered");
    expect((await run(["record", "undo", "--record", id])).code).toBe(0);
    expect(json(await run(["record", "show", id, "--json"])).values).toMatchObject({
      title: { text: "A red balloon over the square" },
      tethered: true,
    });
  });

  it("leaves as CSV and JSON when a person approved it, without what is guarded", async () => {
    const words = ["export", "balloon", "--approved-by", "A. Name", "--audience"];
    const csv = (await run([...words, "partner"])).terminal.written();
    expect(csv.split("\r\n")[0]).toBe('"id","title","title.lang","flags","seen","tethered","case"');
    expect(csv).toContain(`"${id}","A red balloon over the square","en"`);
    expect(csv).toContain('"2026-03"');
    expect(csv).not.toContain("2026-03-04");
    expect(csv).not.toContain("who let it fly");
    const inside = json(await run([...words, "internal", "--json"]));
    expect(inside).toMatchObject([{ id, seen: "2026-03-04", secret: "who let it fly" }]);
    const releases = json(await run(["record", "list", "release", "--json"])).rows;
    expect(releases).toHaveLength(2);
  });

  it("does not leave when nobody approved it", async () => {
    const refused = await run(["export", "balloon", "--audience", "partner"]);
    expect([refused.code, refused.terminal.written()]).toEqual([77, ""]);
    const asked = await run(["export", "balloon", "--audience", "partner"], { answers: [""] });
    expect([asked.code, asked.terminal.asked.length]).toEqual([77, 1]);
    expect((await run(["export", "balloon", "--audience", "everybody"])).code).toBe(64);
  });
});

describe("passphrases", () => {
  const environment = { TOCSIN_VAULT: "" };

  it("are asked for twice when a vault is made, and nothing is made when they differ", async () => {
    const place = join(folder, "asked");
    const differing = await run(["vault", "create", place], { environment, answers: ["one", "two"] });
    expect([differing.code, existsSync(place)]).toEqual([77, false]);
    const made = await run(["vault", "create", place], { environment, answers: ["one", "one"] });
    expect([made.code, made.terminal.asked.length]).toEqual([0, 2]);
    const opened = await run(["vault", "status", "--vault", place], { environment, answers: ["one"] });
    expect(opened.code).toBe(0);
  });

  it("come from a file, without its last line feed", async () => {
    const file = join(folder, "passphrase");
    await writeFile(file, "a sentence for tests and nothing else\n");
    const words = ["vault", "status", "--vault", vault, "--passphrase-file", file, "--json"];
    expect(json(await run(words, { environment }))).toMatchObject({ problems: [], folder: vault });
  });

  it("are not asked for where nobody sits, and the error says what to do", async () => {
    const alone = await run(["vault", "status", "--vault", vault], { environment });
    expect(alone.code).toBe(77);
    expect(alone.terminal.asked).toEqual([]);
    expect(alone.terminal.said()).toContain("--passphrase-file");
  });

  it("are never shown: not those of sealed files either", async () => {
    const file = join(folder, "note.txt");
    await writeFile(file, "a note");
    const added = json(await run(["evidence", "add", file, "--json"]));
    for (const words of [
      ["record", "show", added.record],
      ["record", "show", added.record, "--json"],
    ])
      expect((await run(words)).terminal.written()).not.toContain("passphrase");
    const csv = (await run(["export", "evidence", "--audience", "internal", "--approved-by", "A"])).terminal;
    expect(csv.written()).toContain(added.sha256);
    expect(csv.written()).not.toContain("passphrase");
  });
});

describe("consent", () => {
  it("is asked for on a terminal before a phone is opened, and an empty answer is not recorded", async () => {
    const phone = join(folder, "phone");
    await writeFile(join(folder, "Manifest.db"), "");
    const { makeIosBackup } = await import("../../../tools/make-ios-backup.ts");
    await makeIosBackup(phone, { messages: 5 });
    const asked = await run(["examine", phone, "--json"], { answers: [" She agreed by telephone. "] });
    expect(json(asked).consent).toBe("She agreed by telephone.");
    expect(json(await run(["examine", phone, "--json"], { answers: [""] })).consent).toBe("not recorded");
    expect(json(await run(["examine", phone, "--json"])).consent).toBe("not recorded");
    const said = await run(["examine", phone, "--json", "--consent", "He agreed."], { answers: ["no"] });
    expect([json(said).consent, said.terminal.asked]).toEqual(["He agreed.", []]);
  });
});

describe("work that takes long", () => {
  const measurements = (): string => join(folder, "long.jsonl");
  beforeAll(async () => {
    const lines = [...makeMeasurements(300, 1)].map(({ line }) => line).join("\n");
    await writeFile(measurements(), `${lines}\n`.repeat(4));
  });

  it("draws a bar on a terminal, and takes it away", async () => {
    const lines: (string | null)[] = [];
    const ran = await run(["examine", measurements(), "--json"], {
      answers: [],
      onStatus: (line) => void lines.push(line),
    });
    expect(ran.code).toBe(10);
    expect(lines[0]).toMatch(/^\[[#.]{20}\] {2}\d+ %/);
    expect(lines.at(-1)).toBeNull();
  });

  it("draws nothing where nobody sits", async () => {
    const lines: unknown[] = [];
    await run(["examine", measurements(), "--json"], { onStatus: (line) => void lines.push(line) });
    expect(lines).toEqual([]);
  });

  it("stops when it is told to, with no result and exit code 130", async () => {
    const ending = new AbortController();
    const stopped = await run(["examine", measurements(), "--json"], {
      answers: [],
      signal: ending.signal,
      onStatus: () => ending.abort(),
    });
    expect([stopped.code, stopped.terminal.written()]).toEqual([130, ""]);
    expect(stopped.terminal.said()).toContain("Stopped");
  });

  it("leaves nothing behind when sealing is stopped", async () => {
    const ending = new AbortController();
    const before = json(await run(["record", "list", "evidence", "--json"])).rows.length;
    const stopped = await run(["evidence", "add", measurements()], {
      answers: [],
      signal: ending.signal,
      onStatus: () => ending.abort(),
    });
    expect([stopped.code, stopped.terminal.written()]).toEqual([130, ""]);
    expect(json(await run(["record", "list", "evidence", "--json"])).rows).toHaveLength(before);
  });
});

describe("the languages", () => {
  it("are chosen by --lang, then by the computer's settings, then English", async () => {
    const about = async (args: readonly string[], environment: Record<string, string>): Promise<string> =>
      (await run([...args, "--help"], { environment })).terminal.written();
    expect(await about([], {})).toContain("Options:");
    expect(await about([], { LANG: "ar_EG.UTF-8" })).toContain("الخيارات");
    expect(await about(["--lang", "en"], { LANG: "ar_EG.UTF-8" })).toContain("Options:");
    expect(await about([], { LC_ALL: "C", LANG: "ar" })).toContain("Options:");
    const failed = await run(["record", "list", "balloon"], { environment: { LANG: "ar" } });
    expect(failed.terminal.said()).toMatch(/[\u0600-\u06ff]/);
  });

  it("of help take no values, so that help need not wait for the reader of messages", async () => {
    const words: Record<string, string> = JSON.parse(
      await readFile(join(root, "packages/language/src/messages/en/cli.json"), "utf8"),
    );
    const used = await readFile(join(import.meta.dirname, "program.ts"), "utf8");
    const keys = [...used.matchAll(/\bt\("([^"]+)"\)/g)].map(([, key]) => key ?? "");
    expect(keys.length).toBeGreaterThan(50);
    expect(keys.filter((key) => /[{}]/.test(words[key] ?? "{"))).toEqual([]);
  });
});

describe("words that are not understood", () => {
  it.each([
    [["nonsense"], "nonsense"],
    [["record", "list"], "KIND"],
    [["examine"], "PATH"],
    [["record", "list", "balloon", "--nonsense"], "--nonsense"],
    [["finding", "take"], "--finding"],
    [["record", "change", "00000000000000000000000000"], "nothing is to be changed"],
    [["record", "create", "balloon", "--set", "title"], "field=value"],
    [["record", "create", "nonsense"], "record fields"],
  ])("end with 64 and say what was not: %j", async (args, words) => {
    const ran = await run(args);
    expect([ran.code, ran.terminal.written()]).toEqual([64, ""]);
    expect(ran.terminal.said()).toContain(words);
  });

  it("are told as JSON where results are JSON", async () => {
    const ran = await run(["record", "show", "00000000000000000000000000", "--json"]);
    expect(ran.code).toBe(66);
    expect(JSON.parse(ran.terminal.said())).toMatchObject({ error: { code: "records.not-found" } });
  });
});
