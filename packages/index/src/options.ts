import type { Analyse, Counter, Registry, WordForms } from "@tocsin/records";

export interface ProjectionOptions {
  readonly registry: Registry;
  readonly analyse: Analyse;
  /** What finds a word in other forms and a name in other scripts; only the same words are found without. */
  readonly forms?: WordForms;
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
