// A picture or a PDF in the evidence leaves as a copy: its pixels alone, with what must not be seen painted over. The copy is evidence
// of its own that hangs under the original; the original stays as it came. What was done stands in its record.
import type { Json, RecordId } from "@tocsin/core";
import { lookAtPicture, type PictureExtra, type PictureLook } from "@tocsin/formats";
import { valuesOf, withoutIdentifiers, type LanguageText } from "@tocsin/records";
import { WorkspaceError } from "../errors.ts";
import {
  addEvidence,
  openEvidence,
  sealedEvidenceOf,
  type AddedEvidence,
  type EvidenceSource,
} from "../evidence.ts";
import { stateOf } from "../state-of.ts";
import { linkIn } from "../values.ts";
import type { Workspace } from "../workspace.ts";

/** Whole pixels of the picture as it is seen, from its upper left corner. */
export interface PictureRegion {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface RedactedPicture {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  readonly width: number;
  readonly height: number;
  /** What the original carried beside its pixels. */
  readonly removed: readonly PictureExtra[];
  /** Where each page of a PDF begins, in pixels from the top: they lie beneath one another. */
  readonly pages: readonly number[];
}

export interface RedactOptions {
  readonly signal?: AbortSignal | undefined;
  /** After each page of a PDF. */
  readonly onPage?: ((done: number, pages: number) => void) | undefined;
}

/** Throws `formats.bad-picture`, `formats.bad-pdf`, `formats.locked-pdf`, `formats.limit`. */
export type RedactPicture = (
  bytes: Uint8Array,
  regions: readonly PictureRegion[],
  options?: RedactOptions,
) => Promise<RedactedPicture>;

/** One page, or a whole picture, in pixels of all of them beneath one another. */
export interface PicturePart {
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** To be looked at: coded anew, without what the original carries. */
export interface ViewedPicture {
  /** Of all pages. */
  readonly width: number;
  readonly height: number;
  readonly pages: readonly PicturePart[];
  /** Those that were asked for; pages from 0. */
  readonly shown: readonly {
    readonly page: number;
    readonly bytes: Uint8Array;
    readonly mediaType: string;
  }[];
}

/** Pages from 0. Throws as `RedactPicture` does. */
export type ViewPicture = (
  bytes: Uint8Array,
  pages: { readonly from: number; readonly count: number },
  signal?: AbortSignal,
) => Promise<ViewedPicture>;

export interface RedactPictureOptions {
  readonly evidence: RecordId;
  readonly regions: readonly PictureRegion[];
  /** What is covered, and why; and who did it. */
  readonly why: LanguageText;
  readonly by: LanguageText;
  readonly title?: LanguageText;
  readonly redact: RedactPicture;
  readonly onPage?: RedactOptions["onPage"];
  readonly signal?: AbortSignal;
}

export interface RedactedCopy extends AddedEvidence {
  readonly width: number;
  readonly height: number;
  readonly removed: readonly PictureExtra[];
}

export const mostRegions = 500;
/** Larger than any picture that is taken. */
const mostAcross = 1_000_000;

/**
 * Throws `workspace.no-picture` for what is no JPEG, PNG, GIF, WebP or PDF, `workspace.bad-region`, `workspace.no-bytes`, and what the
 * decoder throws; then nothing is written.
 */
export async function redactPictureOf(
  workspace: Workspace,
  { evidence, regions, why, by, title, redact, onPage, signal }: RedactPictureOptions,
): Promise<RedactedCopy> {
  checkRegions(regions);
  if (why.text.trim() === "" || by.text.trim() === "")
    throw new WorkspaceError("workspace.not-approved", "Cannot redact: a reason or a name is missing");
  const { bytes, sha256, title: own } = await readPicture(workspace, evidence, signal);
  const picture = await redact(bytes, regions, { signal, onPage });
  const values = valuesOf(await stateOf(workspace.view, evidence, "evidence"));
  const caseId = linkIn(values["case"]);
  const redaction: Json = {
    of: sha256,
    width: picture.width,
    height: picture.height,
    regions: regions.map(({ x, y, width, height }) => [x, y, width, height]),
    removed: [...picture.removed],
  };
  const added = await addEvidence(workspace, sourceOf(picture), {
    about: {
      title: title ?? { text: withoutIdentifiers(own).text, lang: "zxx" },
      parent: evidence,
      copyKind: "redaction",
      copyHow: why,
      copyBy: by,
      redaction,
      ...(caseId === null ? {} : { case: caseId }),
    },
    ...(signal ? { signal } : {}),
  });
  const { width, height, removed } = picture;
  return { ...added, width, height, removed };
}

export interface PictureOf {
  readonly bytes: Uint8Array;
  readonly look: PictureLook;
  readonly sha256: string;
  readonly title: string;
}

/** Throws as `redactPictureOf` does. */
export async function readPicture(
  workspace: Workspace,
  evidence: RecordId,
  signal?: AbortSignal,
): Promise<PictureOf> {
  const { size, sha256, title } = await sealedEvidenceOf(workspace, evidence);
  const reader = await openEvidence(workspace, evidence);
  try {
    if (size > mostBytes) throw noPicture("it is too large");
    const bytes = new Uint8Array(size);
    let at = 0;
    for (const piece of reader.stream()) {
      signal?.throwIfAborted();
      bytes.set(piece, at);
      at += piece.length;
    }
    const look = lookAtPicture(bytes);
    if (look === null) throw noPicture("it is of no sort that is read here");
    return { bytes, look, sha256, title };
  } finally {
    reader.close();
  }
}

const mostBytes = 64 * 1024 * 1024;

function noPicture(state: string): WorkspaceError {
  return new WorkspaceError("workspace.no-picture", `Cannot redact: ${state}`);
}

/** Throws `workspace.bad-region`. */
export function checkRegions(regions: readonly PictureRegion[]): void {
  const isWhole = (value: number, least: number): boolean =>
    Number.isSafeInteger(value) && value >= least && value <= mostAcross;
  const fits = regions.every(
    ({ x, y, width, height }) => isWhole(x, 0) && isWhole(y, 0) && isWhole(width, 1) && isWhole(height, 1),
  );
  if (!fits || regions.length > mostRegions)
    throw new WorkspaceError(
      "workspace.bad-region",
      `Cannot redact: regions are whole pixels, at most ${mostRegions} of them`,
    );
}

function sourceOf({ bytes, mediaType }: RedactedPicture): EvidenceSource {
  return {
    mediaType,
    original: null,
    async *stream() {
      yield bytes;
    },
    listing: () => null,
    look: () => ({ looksLike: mediaType, signs: [], signedFiles: [] }),
  };
}
