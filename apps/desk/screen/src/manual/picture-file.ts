// Pictures of the guides, as `npm run manual-pictures` takes them: they lie beside the screen and are part of no script.

/** One that is read from the left, and one from the right; the others show English, and say in their own words what it shows. */
export const picturedLocales: readonly string[] = ["en", "ar"];

/** In the pixels of the style sheets. */
export const pictureSize = { width: 760, height: 480 } as const;

export interface PictureOf {
  readonly guide: string;
  readonly picture: string;
  readonly locale: string;
}

export function pictureFileName({ guide, picture, locale }: PictureOf): string {
  const shown = picturedLocales.find((each) => each === locale) ?? "en";
  return `${guide}.${picture}.${shown}.webp`;
}

/** From where the screen is served. */
export function pictureAddress(of: PictureOf): string {
  return `manual/${pictureFileName(of)}`;
}
