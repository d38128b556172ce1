// What goes between a program and the thread that redacts a picture.
import type { PictureRegion, RedactedPicture } from "@tocsin/workspace";

export interface PictureTask {
  readonly bytes: Uint8Array;
  readonly regions: readonly PictureRegion[];
  readonly isView: boolean;
}

export type PictureReply =
  | { readonly kind: "done"; readonly picture: RedactedPicture }
  | { readonly kind: "failed"; readonly isLimit: boolean; readonly message: string };
