// What the thread that reads a table and the program that asked for it say to each other.
import type { RowBatch, TableLook, TableToRead } from "@tocsin/workspace";

/** Without a mapping the table is only looked at. */
export type ReadTask = TableToRead | { readonly bytes: Uint8Array; readonly mapping: null };

export type ReadReply =
  | { readonly kind: "batch"; readonly batch: RowBatch }
  | { readonly kind: "look"; readonly look: TableLook }
  | { readonly kind: "end" }
  | {
      readonly kind: "failed";
      /** Of the errors of formats; null for every other one. */
      readonly code: string | null;
      readonly message: string;
      readonly details: Readonly<Record<string, string | number>>;
    };

export type ReadWish = "next";
