// Forms that are not sent, as the server keeps them.
import type { Json } from "@tocsin/core";

export interface UnsentTyped {
  /** Null where nothing is kept. */
  readonly typed: Json | null;
  readonly version: number;
}

export interface UnsentListed {
  /** The parts of its address, joined by an underscore. */
  readonly form: string;
  readonly label: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}
