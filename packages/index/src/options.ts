import type { Counter, Registry } from "@tocsin/records";

/** Tokens of a text in a language, for the full-text index and for queries alike. */
export type Analyse = (text: string, lang: string) => readonly string[];

export interface ProjectionOptions {
  readonly registry: Registry;
  readonly analyse: Analyse;
  /** The rules by which victims are counted; nothing is counted without. */
  readonly counter?: Counter;
}

/** `rows` of every record come first, `counts` over all of them then. */
export type FillStep = "rows" | "counts";

export interface FillOptions {
  /** Records done and to do; of counts, steps of about the same length, two for each event. */
  readonly onProgress?: (progress: {
    readonly step: FillStep;
    readonly done: number;
    readonly total: number;
  }) => void;
  readonly signal?: AbortSignal;
}
