// A draft comes in: its bytes sealed as evidence that stays inside, and its paragraphs as records, in two acts.
import type { Json, RecordId } from "@tocsin/core";
import {
  create,
  draftKind,
  draftParagraphKind,
  patchOf,
  type Draft,
  type LanguageText,
  type Operation,
} from "@tocsin/records";
import { labelText, readDraft, TextsError, type DraftNotice, type DraftParagraph } from "@tocsin/texts";
import { addEvidence, type EvidenceSource } from "../evidence.ts";
import { stateOf } from "../state-of.ts";
import type { Workspace } from "../workspace.ts";

export interface CaptureOptions {
  readonly negotiation: RecordId;
  readonly bytes: Uint8Array;
  /** The text of an original that is sealed and not read here, as somebody copied it: of a PDF. */
  readonly words?: string;
  readonly title: LanguageText;
  /** BCP 47, of the draft; `und` where nobody knows. */
  readonly language: string;
  readonly stage?: string;
  readonly dated?: string;
  readonly symbol?: string;
  /** Among those who work here alone, unless said otherwise. */
  readonly sharing?: string;
  readonly givenBy?: LanguageText;
  readonly signal?: AbortSignal;
}

export interface CapturedDraft {
  readonly draft: RecordId;
  readonly evidence: RecordId;
  readonly sha256: string;
  readonly paragraphs: number;
  readonly notices: readonly DraftNotice[];
}

const act = "draft.capture";
/** More are no draft that people negotiate; the comparison of files takes more. */
export const mostDraftParagraphs = 2_000;
const longestParagraph = 30_000;

const mediaTypes = {
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  html: "text/html",
  plain: "text/plain",
} as const;
const copied = { pdf: "application/pdf", other: "application/octet-stream" };

/**
 * Throws `records.not-found`, `texts.empty`, `texts.limit`, `texts.not-read`, `formats.bad-text`; then nothing is written.
 */
export async function captureDraft(workspace: Workspace, options: CaptureOptions): Promise<CapturedDraft> {
  const { negotiation, bytes, words, title, language, signal } = options;
  await stateOf(workspace.view, negotiation, "negotiation");
  const { form, paragraphs, notices } =
    words === undefined ? readDraft(bytes) : readDraft(new TextEncoder().encode(words));
  if (
    paragraphs.length > mostDraftParagraphs ||
    paragraphs.some(({ printed }) => printed.length > longestParagraph)
  )
    throw new TextsError(
      "texts.limit",
      `Cannot take draft: more than ${mostDraftParagraphs} paragraphs, or one too long`,
    );
  const { isCode } = workspace.registry;
  const about = aboutOf(options, { form, notices, now: workspace.context.now() });
  // What the vault would refuse is refused before anything is sealed.
  patchOf(draftKind, about, isCode);
  const added = await addEvidence(
    workspace,
    sourceOf(bytes, words === undefined ? mediaTypes[form] : mediaTypeOf(bytes)),
    {
      about: { title, staysInside: true },
      ...(signal ? { signal } : {}),
    },
  );
  const draft = workspace.context.newId();
  const values: Draft = { ...about, evidence: added.record, sha256: added.sha256 };
  const written: Operation[] = [
    create(draftKind, values, { record: draft, act, isCode }),
    ...paragraphs.map((paragraph, place) =>
      create(draftParagraphKind, paragraphValues(paragraph, { draft, place, language }), {
        record: workspace.context.newId(),
        act,
        isCode,
      }),
    ),
  ];
  await workspace.write(written);
  const { record: evidence, sha256 } = added;
  return { draft, evidence, sha256, paragraphs: paragraphs.length, notices };
}

interface Found {
  readonly form: keyof typeof mediaTypes;
  readonly notices: readonly DraftNotice[];
  readonly now: number;
}

function aboutOf(
  { negotiation, title, language, stage, dated, symbol, sharing = "us", givenBy }: CaptureOptions,
  { form, notices, now }: Found,
): Draft {
  return {
    title,
    negotiation,
    language,
    sharing,
    form,
    notices: notices.map((each) => ({ ...each })) satisfies Json,
    captured: new Date(now).toISOString(),
    ...(stage === undefined ? {} : { stage }),
    ...(dated === undefined ? {} : { dated }),
    ...(symbol === undefined ? {} : { symbol }),
    ...(givenBy === undefined ? {} : { givenBy }),
  };
}

interface Place {
  readonly draft: RecordId;
  readonly place: number;
  readonly language: string;
}

function paragraphValues(
  { printed, label, brackets, agreed }: DraftParagraph,
  { draft, place, language }: Place,
) {
  return {
    draft,
    place,
    printed: { text: printed, lang: language },
    brackets,
    agreed,
    ...(label === null ? {} : { label: labelText(label) }),
  };
}

function mediaTypeOf(bytes: Uint8Array): string {
  const isPdf = [0x25, 0x50, 0x44, 0x46].every((byte, at) => bytes[at] === byte);
  return isPdf ? copied.pdf : copied.other;
}

function sourceOf(bytes: Uint8Array, mediaType: string): EvidenceSource {
  return {
    mediaType,
    original: null,
    stream: async function* () {
      yield bytes;
    },
    listing: () => null,
  };
}
