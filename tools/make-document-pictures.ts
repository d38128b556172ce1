// Draws every document template in English and in Arabic, as PDF and as DOCX, and makes pictures of the pages, for a
// person to look at: `npm run document-pictures -- FOLDER`. Needs pdftoppm; without LibreOffice there are none of DOCX.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { createTranslator, loadCatalogues } from "@tocsin/language";
import { createTypesetter, createWordWriter } from "@tocsin/node";
import { documentTemplates, publishDocument } from "@tocsin/publish";
import { wholeDocument, wholeLanguages } from "../tests/whole-documents/input.ts";

/** `only`: the name of one template. Writes into `folder`, which it makes. Throws where a program fails. */
export async function makeDocumentPictures(folder = "", only?: string): Promise<void> {
  if (folder === "") throw new Error("Cannot draw documents: no folder was given");
  mkdirSync(folder, { recursive: true });
  const typesetter = createTypesetter();
  const wordWriter = createWordWriter();
  const words: string[] = [];
  for (const language of wholeLanguages) {
    const translator = createTranslator(language, await loadCatalogues(language));
    for (const { name } of documentTemplates.filter(
      (template) => only === undefined || template.name === only,
    )) {
      const published = await publishDocument(wholeDocument(name, language), {
        translator,
        sha256: (bytes) => createHash("sha256").update(bytes).digest("hex"),
        typesetter,
        wordWriter,
      });
      const file = (ending: string): string => join(folder, `${name}-${language}.${ending}`);
      writeFileSync(file("pdf"), published.pdf ?? "");
      writeFileSync(file("docx"), published.docx ?? "");
      writeFileSync(file("html"), published.html);
      words.push(file("docx"));
      drawPages(file("pdf"), join(folder, `${name}-${language}-pdf`));
    }
  }
  drawWordFiles(folder, words);
}

function drawPages(pdf: string, start: string): void {
  run("pdftoppm", ["-r", "60", "-png", pdf, start]);
}

/** All at once: the program takes seconds to start. */
function drawWordFiles(folder: string, files: readonly string[]): void {
  if (spawnSync("soffice", ["--version"]).status !== 0) {
    console.error("No pictures of DOCX: LibreOffice is not installed");
    return;
  }
  const drawn = join(folder, "word");
  const home = `-env:UserInstallation=file://${resolve(folder, "office-home")}`;
  run("soffice", [home, "--headless", "--convert-to", "pdf", "--outdir", drawn, ...files]);
  for (const file of files) {
    const name = basename(file, ".docx");
    drawPages(join(drawn, `${name}.pdf`), join(folder, `${name}-docx`));
  }
}

function run(command: string, values: readonly string[]): void {
  const { status, stderr } = spawnSync(command, values);
  if (status !== 0)
    throw new Error(`Cannot draw documents: ${command} failed: ${String(stderr).slice(0, 300)}`);
}
