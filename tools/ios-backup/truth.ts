// What was planted, so that recall and precision can be counted.

export interface PlantedTruth {
  readonly artifact: string;
  readonly meaning: string;
  /** Path inside the backup. */
  readonly file: string;
  readonly table: string | undefined;
  readonly row: number | undefined;
  readonly value: string;
  readonly time: string | null;
}
