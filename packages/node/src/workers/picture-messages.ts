// What goes between a program and the thread that reads pictures and documents of anybody's.
import type { FileLook, FoundWords, PictureRegion, RedactedPicture } from "@tocsin/workspace";

export type PictureTask =
  | {
      readonly kind: "redact";
      readonly bytes: Uint8Array;
      readonly regions: readonly PictureRegion[];
      readonly isView: boolean;
    }
  | { readonly kind: "look"; readonly bytes: Uint8Array }
  | { readonly kind: "find"; readonly bytes: Uint8Array; readonly phrases: readonly string[] };

export type PictureReply =
  | { readonly kind: "redacted"; readonly picture: RedactedPicture }
  | { readonly kind: "looked"; readonly look: FileLook }
  | { readonly kind: "found"; readonly found: FoundWords }
  | { readonly kind: "failed"; readonly isLimit: boolean; readonly message: string };
