// What every part of the reading of an XLSForm has before it.
import type { Grid } from "./grid.ts";
import type { Remarks, XlsPlace } from "./remarks.ts";

/** Where each part of the questionnaire came from, by the place that its problems are told at. */
export type Places = Map<string, XlsPlace>;

export interface Reading {
  readonly survey: Grid;
  readonly choices: Grid;
  readonly settings: Grid;
  /** The original first. */
  readonly languages: readonly string[];
  readonly remarks: Remarks;
  readonly places: Places;
}
