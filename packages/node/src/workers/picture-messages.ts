// What goes between a program and the thread that reads pictures and documents of anybody's.
import type { FormatErrorCode } from "@tocsin/formats";
import type { FileLook, FoundWords, PictureRegion, RedactedPicture, ViewedPicture } from "@tocsin/workspace";

export type PictureTask =
  | {
      readonly kind: "redact";
      readonly bytes: Uint8Array;
      readonly regions: readonly PictureRegion[];
    }
  | {
      readonly kind: "view";
      readonly bytes: Uint8Array;
      /** The first page, from 0. */
      readonly from: number;
      readonly count: number;
    }
  | { readonly kind: "look"; readonly bytes: Uint8Array }
  | { readonly kind: "find"; readonly bytes: Uint8Array; readonly phrases: readonly string[] };

export type PictureReply =
  | { readonly kind: "redacted"; readonly picture: RedactedPicture }
  | { readonly kind: "viewed"; readonly picture: ViewedPicture }
  | { readonly kind: "looked"; readonly look: FileLook }
  | { readonly kind: "found"; readonly found: FoundWords }
  | { readonly kind: "failed"; readonly code: FormatErrorCode; readonly message: string };

/** A page is done; the reply is still to come. */
export interface PictureProgress {
  readonly kind: "page";
  readonly done: number;
  readonly pages: number;
}
