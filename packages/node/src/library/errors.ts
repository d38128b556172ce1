import { TocsinError } from "@tocsin/core";

export type ShelfErrorCode =
  /** The folder holds something, and no library of ours. */
  | "shelf.not-ours"
  /** What was to be checked is no library, or its list cannot be read. */
  | "shelf.no-library"
  /** A page would lie outside its folder. */
  | "shelf.bad-path";

export class ShelfError extends TocsinError<ShelfErrorCode> {
  override readonly name = "ShelfError";
}
