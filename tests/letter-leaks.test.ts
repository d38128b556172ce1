// Names that a letter withholds, and who acted for signers, are in no part of any file that leaves: compressed parts are opened,
// and what a reader of PDF puts together is searched too.
import { createHash } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createTranslator, loadCatalogues } from "@tocsin/language";
import { createProgram, createTypesetter, createWordWriter, type OpenProgram } from "@tocsin/node";
import { releaseLetter, type LetterPreview, type ReleasedLetter } from "@tocsin/workspace";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { archiveText, htmlText, pdfText } from "./leaks/read-finished.fake.ts";

const en = (text: string) => ({ text, lang: "en" });
const shown = "Shownname Example";
/** None of these may be in anything that leaves. */
const hidden = [
  "Hushname",
  "محجوباسم",
  "숨은이름",
  "Countedname",
  "hush.example",
  "Actorname",
  "Aliasname",
  "Sheetname",
  "Checkedname",
];

describe("a letter that leaves", () => {
  let place: string;
  let program: OpenProgram;
  let released: ReleasedLetter;

  beforeAll(async () => {
    place = await mkdtemp(join(tmpdir(), "tocsin-letter-leaks-"));
    const cost = { memoryKib: 1024, passes: 1, lanes: 1 };
    program = await createProgram(join(place, "vault"), {
      passphrase: "a sentence for tests",
      deviceName: "d",
      cost,
    });
    const { workspace } = program;
    const opened = await workspace.run("letter.open", {
      title: en("Protect"),
      body: en("We call."),
      addressees: ["One", "Two"],
    });
    const [letter] = opened.records;
    if (letter === undefined) throw new Error("no letter was opened");
    const inside = {
      domain: "hush.example",
      aliases: ["Aliasname"],
      actedBy: en("Actorname"),
      cameFrom: en("Sheetname"),
      status: "accepted",
    };
    const sign = async (name: object, visibility: string): Promise<void> => {
      const { records } = await workspace.run("signature.add", { letter, name, visibility, ...inside });
      const seen = { rung: "vouched", by: en("Checkedname"), seen: en("Checkedname knows them") };
      await workspace.run("signature.verify", { signature: records[0], ...seen });
    };
    await sign(en(shown), "public");
    await sign(en("Hushname Watch"), "withheld");
    await sign({ text: "منظمة محجوباسم", lang: "ar" }, "withheld");
    await sign({ text: "숨은이름 연대", lang: "ko" }, "withheld");
    await sign(en("Countedname"), "counted");
    const { digest: plan } = (await workspace.ask("letter.preview", { letter })) as LetterPreview;
    await workspace.run("letter.freeze", { letter, plan, by: en("Freezer"), undecided: true });
    released = await releaseLetter(workspace, {
      letter,
      translator: createTranslator("en", await loadCatalogues("en")),
      tool: { name: "tocsin", version: "0" },
      isMerged: true,
      approvedBy: "Approver",
      lang: "en",
      formats: ["pdf", "docx", "html", "csv", "json"],
      sha256: (bytes) => createHash("sha256").update(bytes).digest("hex"),
      typesetter: createTypesetter(),
      wordWriter: createWordWriter(),
    });
  }, 240_000);
  afterAll(async () => {
    await program.close();
    await rm(place, { recursive: true, force: true });
  });

  it("holds who is shown in every file, and of whom it withholds nothing in any", () => {
    const texts = [
      ...released.copies.flatMap(({ pdf, docx, html }) => [
        pdf === null ? "" : pdfText(pdf),
        docx === null ? "" : archiveText(docx),
        htmlText(html),
      ]),
      Buffer.from(released.csv).toString("utf8"),
      Buffer.from(released.json).toString("utf8"),
    ];
    expect(texts).toHaveLength(8);
    expect(texts.map((text) => text.includes("Shownname"))).toEqual(texts.map(() => true));
    const found = hidden.filter((word) =>
      texts.some((text) => text.toLowerCase().includes(word.toLowerCase())),
    );
    expect(found).toEqual([]);
  });
});
