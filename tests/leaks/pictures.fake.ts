// Pictures that carry words beside their pixels: each format in its own places.
import {
  bytesOf,
  joined,
  makeExif,
  makeGif,
  makeJpeg,
  makePdf,
  makePng,
  makeWebp,
} from "@tocsin/formats/fakes";

/** By format; the word stands in each of them, more than once. */
export function picturesWith(word: string): Readonly<Record<string, Uint8Array>> {
  const exif = makeExif({ camera: word, thumbnail: bytesOf(word) });
  const size = { width: 9, height: 9 };
  return {
    jpeg: makeJpeg({
      across: 2,
      down: 2,
      grey: () => 40,
      segments: [
        [0xe1, joined(bytesOf("Exif\0\0"), exif)],
        [0xfe, bytesOf(word)],
      ],
      trailing: bytesOf(word),
    }),
    png: makePng({
      ...size,
      colour: () => [1, 2, 3],
      chunks: [["tEXt", bytesOf(`Author\0${word}`)]],
      trailing: bytesOf(word),
    }),
    gif: makeGif({ ...size, grey: () => 40, extensions: [[0xfe, bytesOf(word)]], trailing: bytesOf(word) }),
    webp: makeWebp({ ...size, greys: [40, 60], isBright: (x) => x > 4, chunks: [["EXIF", exif]] }),
    pdf: makePdf({ words: [word, "Page"], author: word, file: word, note: word, trailing: word }),
  };
}
