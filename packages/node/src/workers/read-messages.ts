// What the thread that reads a table and the program that asked for it say to each other.
import type { RowBatch, TableToRead } from "@tocsin/workspace";

export type ReadTask = TableToRead;

export type ReadReply =
  | { readonly kind: "batch"; readonly batch: RowBatch }
  | { readonly kind: "end" }
  | {
      readonly kind: "failed";
      /** Of the errors of formats; null for every other one. */
      readonly code: string | null;
      readonly message: string;
      readonly details: Readonly<Record<string, string | number>>;
    };

export type ReadWish = "next";
