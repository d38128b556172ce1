// `tocsin document`: templates, what a draft lacks, what would leave, and letting it leave after somebody approved it.
import { createHash } from "node:crypto";
import { access, constants, mkdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { parseId } from "@tocsin/core";
import { createTranslator, loadCatalogues } from "@tocsin/language";
import { createTypesetter, createWordWriter } from "@tocsin/node";
import { documentTemplates, templateNamed, type PublishedDocument } from "@tocsin/publish";
import {
  draftLanguage,
  previewDraft,
  publishDraft,
  type DocumentEdition,
  type DraftPreview,
  type PreviewDraftOptions,
  type Workspace,
} from "@tocsin/workspace";
import { stringOption, usage, wordOf, type Call } from "../call.ts";
import { withProgram } from "../vault/open.ts";
import { approvalOf } from "./approval.ts";
import { noteWritten } from "./clear-copies.ts";
import { writeNewFile } from "./files.ts";

const editions = ["pdf", "docx", "html", "csv", "json"] as const;

export async function listTemplates(call: Call): Promise<undefined> {
  const { t } = call.translator;
  if (call.json) {
    await call.give(documentTemplates);
    return;
  }
  for (const { name, version, parts, rules } of documentTemplates) {
    await call.say(`${name} ${version}  ${t(`documentTemplates.${name}.label`)}`);
    for (const part of parts)
      await call.say(`  ${part.name}${part.required ? " *" : ""}  ${t(part.heading)}`);
    for (const { name: rule, source, checked } of rules) {
      const read =
        checked === null ? t("documents.checked.not") : t("documents.checked.on", { date: checked });
      await call.say(`  - ${t(`documents.rule.${rule}`)} ${[source, read].filter(Boolean).join(" · ")}`);
    }
  }
}

export async function checkDraft(call: Call): Promise<undefined> {
  await withProgram(call, async ({ workspace }) => {
    const preview = await previewDraft(workspace, await optionsOf(call, workspace, []));
    if (call.json) await call.give(preview.check);
    else await sayCheck(call, preview);
  });
}

export async function showPreview(call: Call): Promise<undefined> {
  const formats = editionsOf(call);
  await withProgram(call, async ({ workspace }) => {
    const folder = await folderOf(call);
    const preview = await previewDraft(workspace, await optionsOf(call, workspace, formats));
    const outputs = await writeEditions(folder, preview, { formats, name: "preview" });
    await noteWritten(
      call,
      workspace,
      outputs.map(({ path, bytes, sha256 }) => ({ path, bytes, sha256 })),
    );
    const { check, withheld, earlier } = preview;
    if (call.json) await call.give({ outputs, check, withheld, earlier });
    else {
      for (const { path, sha256 } of outputs) await call.say(`${path}  ${sha256}`);
      await sayCheck(call, preview);
    }
  });
}

export async function publishDocument(call: Call): Promise<undefined> {
  const formats = editionsOf(call);
  const approvedBy = await approvalOf(call);
  const lang = call.translator.locale;
  await withProgram(call, async ({ workspace }) => {
    // Before a release is written that nothing could come of.
    const folder = await folderOf(call);
    const published = await publishDraft(workspace, {
      ...(await optionsOf(call, workspace, formats)),
      approvedBy,
      lang,
      formats,
      acceptDifferences: call.options["acceptDifferences"] === true,
    });
    const { release, withheld } = published;
    const outputs = await writeEditions(folder, published, { formats, name: release.slice(0, 8) });
    const by = { text: approvedBy, lang };
    await noteWritten(
      call,
      workspace,
      outputs.map(({ path, bytes, sha256 }) => ({ path, bytes, sha256, release, by })),
    );
    if (call.json) await call.give({ release, outputs, withheld });
    else for (const { path, sha256 } of outputs) await call.say(`${path}  ${sha256}`);
    call.talk(call.translator.t("cli.document.unnamed", { count: withheld.length }));
    call.talk(call.translator.t("cli.output.clear"));
  });
}

async function optionsOf(
  call: Call,
  workspace: Workspace,
  formats: readonly DocumentEdition[],
): Promise<PreviewDraftOptions> {
  const document = parseId(wordOf(call, 0));
  const language = await draftLanguage(workspace, document);
  return {
    document,
    translator: createTranslator(language, await loadCatalogues(language)),
    tool: { name: "tocsin", version: call.parts.version },
    sha256: sha256Of,
    ...(formats.includes("pdf") ? { typesetter: createTypesetter() } : {}),
    ...(formats.includes("docx") ? { wordWriter: createWordWriter() } : {}),
    archive: call.options["archive"] === true,
    signal: call.signal,
  };
}

/** All of them, or those of `--format`. Throws `cli.usage`. */
function editionsOf(call: Call): readonly DocumentEdition[] {
  const given = stringOption(call, "format")?.split(",") ?? editions;
  const wanted = editions.filter((format) => given.includes(format));
  if (wanted.length !== given.length) throw usage(`--format takes ${editions.join(", ")}`);
  return wanted;
}

async function folderOf(call: Call): Promise<string> {
  const folder = resolve(stringOption(call, "out") ?? ".");
  await mkdir(folder, { recursive: true });
  await access(folder, constants.W_OK);
  return folder;
}

interface Output {
  readonly format: DocumentEdition;
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** File names say that it is a document and which release, never whose. */
async function writeEditions(
  folder: string,
  published: PublishedDocument,
  { formats, name }: { readonly formats: readonly DocumentEdition[]; readonly name: string },
): Promise<readonly Output[]> {
  const outputs: Output[] = [];
  for (const format of formats) {
    const bytes = published[format];
    if (bytes === null) continue;
    const path = join(folder, `document-${name}.${format}`);
    await writeNewFile(path, bytes);
    outputs.push({ format, path, bytes: bytes.length, sha256: sha256Of(bytes) });
  }
  return outputs;
}

async function sayCheck({ say, translator: { t } }: Call, { check, document }: DraftPreview): Promise<void> {
  const { words, limit, lacks, consents, parts, ready } = check;
  await say(wordsLine(t, words, limit));
  const pace = templateNamed(document.template.name)?.wordsPerMinute ?? null;
  if (pace !== null) await say(t("cli.document.minutes", { minutes: words / pace }));
  for (const part of parts)
    if (part.words > 0) await say(`  ${part.name}  ${wordsLine(t, part.words, part.limit)}`);
  for (const { part, code, records } of lacks)
    await say([`! ${part ?? "-"}`, t(`documents.lack.${code}`), ...records].join("  "));
  if (ready) await say(t("cli.document.ready"));
  await say(t("cli.document.unnamed", { count: consents.length }));
}

function wordsLine(t: Call["translator"]["t"], words: number, limit: number | null): string {
  return limit === null ? t("cli.document.words", { words }) : t("cli.document.words-of", { words, limit });
}

function sha256Of(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
