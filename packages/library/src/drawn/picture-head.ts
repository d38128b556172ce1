// What stands above a picture in a file of its own, so that it can be read without its page: what it shows, and whose it is.
import { mark, type Markup } from "../markup.ts";
import type { Tongue } from "../words/tongue.ts";

export interface PictureHead {
  readonly markup: Markup;
  /** At least that of the picture below. */
  readonly width: number;
  readonly height: number;
}

interface Headed {
  readonly title: string;
  readonly source: string;
  /** Of the picture below. */
  readonly width: number;
}

const widthOfLetter = 8.5;

export function pictureHead(tongue: Tongue, { title, source, width }: Headed): PictureHead {
  const longest = Math.max([...title].length * widthOfLetter, [...source].length * widthOfLetter * 0.8);
  const whole = Math.max(width, Math.ceil(longest) + 8);
  const start = tongue.direction === "rtl" ? whole - 4 : 4;
  const line = (text: string, y: number, look: Markup): Markup =>
    mark`<text x="${start}" y="${y}" direction="${tongue.direction}"${look}>${text}</text>`;
  return {
    markup: mark`${line(title, 18, mark` font-size="15" font-weight="600"`)}${line(source, 36, mark` class="s"`)}`,
    width: whole,
    height: 50,
  };
}
