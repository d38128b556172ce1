// What the map is asked for, and what of it is looked into.

export interface MapQuestion {
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
