// A table of signers that others filled: what is taken, what is told, and that nothing is lost or shown by mistake.
import { encodeUtf8, type RecordId } from "@tocsin/core";
import { valuesOf } from "@tocsin/records";
import { beforeEach, describe, expect, it } from "vitest";
import type { LetterPage, LetterPreview } from "../queries/letter-page.ts";
import { codeOf, createSmallWorkspace, sha256Of, type SmallWorkspace } from "../small-workspace.fake.ts";
import { allOf } from "../all-of.ts";
import { importTable } from "../imports/import-table.ts";
import type { TableMapping } from "../imports/mapping.ts";
import { importSigners, type ImportedSigners } from "./import-signers.ts";

const en = (text: string) => ({ text, lang: "en" });
let small: SmallWorkspace;
let letter: RecordId;

beforeEach(async () => {
  small = await createSmallWorkspace();
  letter = await small.make("letter.open", { title: en("Protect"), body: en("We call on all States.") });
});

const page = async (): Promise<LetterPage> =>
  (await small.workspace.ask("letter.page", { letter })) as LetterPage;
const take = (lines: readonly string[], dryRun = false): Promise<ImportedSigners> =>
  importSigners(small.workspace, {
    letter,
    file: { name: "signers.csv", bytes: encodeUtf8(lines.join("\r\n")) },
    columns: {},
    language: "en",
    isAccepted: true,
    came: "table",
    dryRun,
    sha256: sha256Of,
  });
const head = "Organisation,Country,Website,Visibility,Remark";

describe("signers of a table", () => {
  it("are taken row by row, and a row that cannot be taken stops no other", async () => {
    const lines = [
      head,
      "Example A,Germany,https://www.a.example,public,met in May",
      "***,France,,public,",
      '"=HYPERLINK(""http://x.example"")",KE,b.example,public,',
    ];
    const preview = await take(lines, true);
    expect((await page()).signatures).toEqual([]);
    const taken = await take(lines);
    expect(taken.rows).toEqual(preview.rows);
    expect(taken.rows.map(({ row, outcome, why }) => [row, outcome, why])).toEqual([
      [2, "taken", null],
      [3, "refused", "letters.bad-signer"],
      [4, "taken", null],
    ]);
    expect(taken.unused).toEqual(["Remark"]);
    const { signatures } = await page();
    expect(new Map(signatures.map(({ domain, country }) => [domain, country]))).toEqual(
      new Map([
        ["a.example", "DE"],
        ["b.example", "KE"],
      ]),
    );
    const one = signatures.find(({ country }) => country === "DE");
    const state = await small.workspace.view.read(one?.record ?? letter);
    expect(state && JSON.stringify(valuesOf(state)["cameFrom"])).toContain("Remark: met in May");
  });

  it("have their names in other scripts, where a heading says of which language", async () => {
    const taken = await take([
      "Organisation,Name (ar),Organisation [ko],Notes (x)",
      "Example Watch,مرصد مثال,예시 감시,seen",
      "Пример Форум,,,",
    ]);
    expect(taken.unused).toEqual(["Notes (x)"]);
    const names = (await page()).signatures.map((each) => each.names.map(({ text, lang }) => [lang, text]));
    expect(new Set(names.map((each) => JSON.stringify(each)))).toEqual(
      new Set([
        '[["en","Example Watch"],["ar","مرصد مثال"],["ko","예시 감시"]]',
        '[["und-Cyrl","Пример Форум"]]',
      ]),
    );
  });

  it("are taken once, however often the file is read", async () => {
    const lines = [head, "Example A,Germany,,public,"];
    await take(lines);
    expect((await take(lines)).rows.map(({ outcome }) => outcome)).toEqual(["known"]);
    expect((await page()).signatures).toHaveLength(1);
  });

  it("withhold a name where nobody can read how it is to be shown, and keep the cell as it is", async () => {
    const taken = await take([head, "Hushname,Nowhereland,no domain,only maybe,", "Other,,,,"]);
    expect(taken.rows.map(({ visibility, unclear }) => [visibility, unclear])).toEqual([
      ["withheld", ["country", "domain", "visibility"]],
      ["withheld", ["visibility"]],
    ]);
    const { entries } = (await small.workspace.ask("letter.preview", { letter })) as LetterPreview;
    expect(JSON.stringify(entries)).not.toContain("Hushname");
    const one = (await page()).signatures.find(({ names }) => names[0]?.text === "Hushname");
    const state = await small.workspace.view.read(one?.record ?? letter);
    const said = JSON.stringify(state && valuesOf(state)["cameFrom"]);
    for (const cell of ["Nowhereland", "no domain", "only maybe"]) expect(said).toContain(cell);
  });

  it("that are one stand in one line of the queue, and none comes in once the list is frozen", async () => {
    const taken = await take([head, ...Array.from({ length: 40 }, () => "Example Watch e.V.,DE,,public,")]);
    expect(taken.queue).toBe(1);
    expect((await page()).queue[0]?.signatures).toHaveLength(40);
    const { digest: plan } = (await small.workspace.ask("letter.preview", { letter })) as LetterPreview;
    await small.workspace.run("letter.freeze", { letter, plan, by: en("A. Person"), undecided: true });
    expect(await codeOf(() => take([head, "Late,DE,,public,"]))).toBe("letters.frozen");
  });
});

describe("a mapped table that speaks of a frozen letter", () => {
  const mapping: TableMapping = {
    format: "tocsin-mapping",
    version: 1,
    name: "signers",
    language: "en",
    sheets: [
      {
        headings: 1,
        records: [
          {
            kind: "letter",
            as: "letter",
            key: ["Letter"],
            fields: { title: { columns: ["Letter"] }, zone: { columns: ["Zone"] } },
          },
          {
            kind: "signature",
            needs: ["Signer"],
            fields: { name: { columns: ["Signer"] }, letter: { record: "letter" } },
          },
        ],
      },
    ],
  };
  const bring = (lines: readonly string[]) =>
    importTable(small.workspace, {
      files: [{ name: "signers.csv", bytes: encodeUtf8(["Letter,Signer,Zone", ...lines].join("\r\n")) }],
      mapping,
      dryRun: false,
      sha256: (value) => sha256Of(typeof value === "string" ? encodeUtf8(value) : value),
    });
  const named = async (kind: string) =>
    (await allOf(small.workspace.view, kind)).map((state) => JSON.stringify(valuesOf(state)));

  it("leaves out its row with the reason, keeps what it says, and takes in every other", async () => {
    await bring(["First,,"]);
    const [first] = (await allOf(small.workspace.view, "letter")).filter((state) => state.id !== letter);
    const on = { letter: first?.id };
    await small.workspace.run("letter.version", { ...on, title: en("First"), body: en("We call.") });
    await small.workspace.run("signature.add", { ...on, name: en("Example A"), status: "accepted" });
    const { digest: plan } = (await small.workspace.ask("letter.preview", on)) as LetterPreview;
    await small.workspace.run("letter.freeze", { ...on, plan, by: en("A. Person") });
    const done = await bring(["First,Late Example,", "Second,In Time Example,", "First,,Europe/Paris"]);
    expect(done.records).toEqual({ letter: 1, signature: 1 });
    expect(done.problems.map(({ row, reason, effect }) => [row, reason, effect])).toEqual([
      [2, "frozen", "record-left-out"],
      [4, "frozen", "record-left-out"],
    ]);
    const signatures = (await named("signature")).join("\n");
    expect(signatures).toContain("In Time Example");
    expect(signatures).not.toContain("Late Example");
    expect((await named("tableRow")).join("\n")).toContain("Late Example");
    expect((await named("letter")).join("\n")).not.toContain("Europe/Paris");
  });
});
