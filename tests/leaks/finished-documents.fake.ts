// Drafts of every template as the files that would leave.
import type { Audience } from "@tocsin/cases";
import type { Translator } from "@tocsin/language";
import { createTypesetter, createWordWriter } from "@tocsin/node";
import { documentTemplates } from "@tocsin/publish";
import { previewDraft, type Workspace } from "@tocsin/workspace";
import type { Piece } from "../../packages/workspace/src/protection/everything.fake.ts";
import type { Told } from "../../packages/workspace/src/protection/story.fake.ts";
import { sha256Of } from "../../packages/workspace/src/small-workspace.fake.ts";
import { archiveText, htmlText, pdfText } from "./read-finished.fake.ts";

export interface FinishedDraft {
  readonly template: string;
  readonly audience: Audience;
  readonly language: string;
  readonly draft: Awaited<ReturnType<Told["draft"]>>;
}

/** Each template in English for whom it is meant, and in Arabic for the public. */
export async function tellFinished(told: Told): Promise<readonly FinishedDraft[]> {
  const drafts: FinishedDraft[] = [];
  for (const { name: template, audience: meant } of documentTemplates)
    for (const language of ["en", "ar"]) {
      const audience = language === "en" ? (meant as Audience) : "public";
      const draft = await told.draft({ template, audience, language });
      drafts.push({ template, audience, language, draft });
    }
  return drafts;
}

export const documentForms = ["pdf", "docx", "html", "json", "csv"] as const;

const typesetter = createTypesetter();
const wordWriter = createWordWriter();

export async function documentPieces(
  workspace: Workspace,
  { draft: document, template, audience, language }: FinishedDraft,
  translators: ReadonlyMap<string, Translator>,
): Promise<readonly Piece[]> {
  const translator = translators.get(language);
  if (translator === undefined) throw new Error(`no translator for ${language}`);
  const tool = { name: "tocsin", version: "test" };
  const made = { document, translator, tool, sha256: sha256Of, typesetter, wordWriter };
  const { pdf, docx, html, json, csv } = await previewDraft(workspace, made);
  const utf8 = new TextDecoder();
  const forms: Readonly<Record<string, string>> = {
    ...(pdf === null ? {} : { pdf: pdfText(pdf) }),
    ...(docx === null ? {} : { docx: archiveText(docx) }),
    html: htmlText(html),
    json: utf8.decode(json),
    ...(csv === null ? {} : { csv: utf8.decode(csv) }),
  };
  return Object.entries(forms).map(([form, text]) => ({
    way: `document ${template} ${language} ${form}`,
    audience,
    text,
  }));
}
