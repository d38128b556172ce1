// A picture in the evidence, and the redacted copy of it.
/** Whole pixels of the picture as it is seen, from its upper left corner. */
export interface Region {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface ShownPicture {
  readonly width: number;
  readonly height: number;
  /** Where each page of a PDF begins, in pixels from the top: they lie beneath one another. */
  readonly pages: readonly number[];
  /** What it carries beside its pixels (`picture.extra.<kind>`). */
  readonly extras: readonly { readonly kind: string; readonly bytes: number }[];
  /** The picture without it. */
  readonly url: string;
}

export interface RedactInput {
  readonly regions: readonly Region[];
  readonly why: string;
  readonly by: string;
  readonly title: string;
  readonly lang: string;
}

/** Result of the work "redact". */
export interface RedactedResult {
  readonly evidence: string;
  /** What it was made from. */
  readonly of: string;
  readonly width: number;
  readonly height: number;
  readonly removed: readonly string[];
  /** The copy itself. */
  readonly url: string;
}
