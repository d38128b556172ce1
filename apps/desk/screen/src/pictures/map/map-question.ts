// What the map is asked for, and what of it is looked into.

export interface MapQuestion {
  /** Incidents where it is absent. */
  readonly kind?: "measure";
  readonly status?: string;
  readonly from?: number;
  readonly to?: number;
  /** Nothing finer than may be published. */
  readonly coarse: boolean;
}

export interface Looked {
  readonly label: string;
  readonly keys: readonly string[];
}
