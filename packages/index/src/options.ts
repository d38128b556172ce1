import type { Counter, Registry } from "@tocsin/records";

/** Tokens of a text in a language, for the full-text index and for queries alike. */
export type Analyse = (text: string, lang: string) => readonly string[];

export interface ProjectionOptions {
  readonly registry: Registry;
  readonly analyse: Analyse;
  /** The rules by which victims are counted; nothing is counted without. */
  readonly counter?: Counter;
}
