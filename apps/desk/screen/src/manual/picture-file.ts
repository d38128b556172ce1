// Pictures of the guides, as `npm run manual-pictures` takes them: they lie beside the screen and are part of no script.
import { wholeLocales } from "@tocsin/language";

/** In the pixels of the style sheets. */
export const pictureSize = { width: 760, height: 480 } as const;

export interface PictureOf {
  readonly guide: string;
  readonly picture: string;
  readonly locale: string;
}

export function pictureFileName({ guide, picture, locale }: PictureOf): string {
  // A language that is only begun has no screen of its own to show.
  const shown = wholeLocales.find((each) => each === locale) ?? "en";
  return `${guide}.${picture}.${shown}.webp`;
}

/** From where the screen is served. */
export function pictureAddress(of: PictureOf): string {
  return `manual/${pictureFileName(of)}`;
}
