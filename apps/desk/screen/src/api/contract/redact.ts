// A picture in the evidence, and the redacted copy of it.
/** Whole pixels of the picture as it is seen, from its upper left corner. */
export interface Region {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** One page, in pixels of all pages beneath one another. */
export interface PagePart {
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Some pages of a PDF, or a picture as its only page, drawn anew. */
export interface ShownPages {
  /** Of all pages. */
  readonly width: number;
  readonly height: number;
  readonly pages: readonly PagePart[];
  /** Those that are drawn; pages from 0. */
  readonly shown: readonly { readonly page: number; readonly url: string }[];
}

export interface ShownPicture extends ShownPages {
  /** What it carries beside its pixels (`picture.extra.<kind>`). */
  readonly extras: readonly { readonly kind: string; readonly bytes: number }[];
}

export interface RedactInput {
  readonly regions: readonly Region[];
  readonly why: string;
  readonly by: string;
  readonly title: string;
  readonly lang: string;
}

/** Places of words on the pages of a PDF. */
export interface FoundPlaces {
  readonly phrases: readonly string[];
  /** Of each phrase. */
  readonly counts: readonly number[];
  readonly boxes: readonly { readonly phrase: number; readonly page: number; readonly region: Region }[];
  readonly pages: number;
  /** Pages without letters, or with some that cannot be read. */
  readonly unread: number;
  /** There are more places than boxes are given. */
  readonly isCut: boolean;
}

/** Result of the work "redact": the first pages of the copy, drawn from its bytes. */
export interface RedactedResult extends ShownPages {
  /** Null where it was only to be looked at. */
  readonly evidence: string | null;
  /** What it was made from. */
  readonly of: string;
  readonly removed: readonly string[];
  /** Of the copy's bytes: the same before it is kept and after. */
  readonly sha256: string;
  readonly regions: readonly Region[];
}
