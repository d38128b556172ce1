import type { KnownKind } from "../api/contract/definitions.ts";

export interface BulkActProps {
  readonly known: KnownKind;
  readonly records: readonly string[];
  readonly done: () => void;
}
