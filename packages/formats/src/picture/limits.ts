// How large a picture may be, and what one can carry beside its pixels.
export const pictureLimits = {
  /** Bytes of a file. */
  bytes: 64 * 1024 * 1024,
  /** Segments or chunks of it. */
  parts: 5000,
  /** Of its longer side. */
  side: 30_000,
  /** Width by height, as declared: refused before anything is decoded. */
  pixels: 40_000_000,
} as const;

/** `document`: whatever a PDF has beside what its pages show; it is not looked at. `other`: parts of a program or camera that nothing here reads. `trailing`: bytes behind the picture's end. */
export const pictureExtras = [
  "position",
  "camera",
  "thumbnail",
  "xmp",
  "iptc",
  "text",
  "time",
  "colour-profile",
  "animation",
  "document",
  "other",
  "trailing",
] as const;
export type PictureExtra = (typeof pictureExtras)[number];

export interface PictureLook {
  readonly format: "jpeg" | "png" | "gif" | "webp" | "pdf";
  /** Pixels as they are stored, before `orientation`; 0 of a PDF, whose pages have a size only once they are drawn. */
  readonly width: number;
  readonly height: number;
  /** 1 to 8, by Exif; 1 where none is given. */
  readonly orientation: number;
  /** Bytes that each takes, in the order of `pictureExtras`. */
  readonly extras: readonly { readonly kind: PictureExtra; readonly bytes: number }[];
}

/** What a reader of one format found. */
export interface FoundPicture extends Omit<PictureLook, "extras"> {
  readonly extras: readonly { readonly kind: PictureExtra; readonly bytes: number }[];
}
