// What a person types of their library, made fit for its head.
import type { Translator } from "@tocsin/language";
import type { LibraryText } from "@tocsin/library";

/** Own titles, or one after the organisation in each language of the pages. */
export function titlesFor(
  own: readonly LibraryText[],
  publisher: string,
  translators: ReadonlyMap<string, Translator>,
): readonly LibraryText[] {
  if (own.length > 0) return own;
  return [...translators].map(([lang, { t }]) => ({ text: t("library.leaves.title", { publisher }), lang }));
}

/** With a slash at its end: pages lie below it. Null for what is no address of the web, or has a name or password in it. */
export function libraryAddress(typed: string): string | null {
  const url = URL.canParse(typed) ? new URL(typed) : null;
  if (url === null || !/^https?:$/.test(url.protocol) || url.username !== "" || url.password !== "")
    return null;
  return url.href.endsWith("/") ? url.href : `${url.href}/`;
}
