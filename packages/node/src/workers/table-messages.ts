// What the thread that composes a table and the program that asked for it say to each other.
import type { ComposedBatch, KnownRecord, TableFile, TableLook, TableToCompose } from "@tocsin/workspace";
import type { RecordId } from "@tocsin/core";

/** Without a mapping the table is only looked at. */
export type TableTask = TableToCompose | { readonly files: readonly TableFile[]; readonly mapping: null };

export type TableReply =
  | { readonly kind: "batch"; readonly batch: ComposedBatch }
  | { readonly kind: "look"; readonly look: TableLook }
  | { readonly kind: "end" }
  /** The thread waits for what the vault holds of these records. */
  | { readonly kind: "ask"; readonly ids: readonly RecordId[] }
  | {
      readonly kind: "failed";
      /** Of an error of ours; null for every other one. */
      readonly code: string | null;
      readonly message: string;
      readonly details: Readonly<Record<string, string | number>>;
    };

export type TableWish =
  { readonly kind: "next" } | { readonly kind: "known"; readonly records: readonly KnownRecord[] };
