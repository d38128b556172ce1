// What every page repeats: names and addresses of the library, held to lengths that a page has room for.
import type { LibraryHead } from "../library-input.ts";
import { cutText, safeText, safeTitle } from "./safe-text.ts";

const mostMirrors = 10;
const mostAboutBytes = 3_000;
const longestPublisher = 200;

export function takeHead(head: LibraryHead): LibraryHead {
  const quietly = (): void => undefined;
  return {
    ...head,
    title: head.title.map(({ text, lang }) => ({ text: safeTitle(text, quietly), lang })),
    about: head.about.map(({ text, lang }) => {
      const { kept, isCut } = cutText(safeText(text, "about", quietly), mostAboutBytes);
      return { text: isCut ? `${kept}…` : kept, lang };
    }),
    publisher: safeText(head.publisher.slice(0, longestPublisher), "publisher", quietly),
    mirrors: head.mirrors.slice(0, mostMirrors).map((each) => safeText(each, "mirrors", quietly)),
  };
}
