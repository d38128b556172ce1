// What a person says of their library on the screen, as the plan takes it.
import { isJsonObject, parseId } from "@tocsin/core";
import { createTranslator, loadCatalogues, wholeLocales, type Translator } from "@tocsin/language";
import type { LibraryText } from "@tocsin/library";
import { createFileLook } from "@tocsin/node";
import { libraryAddress, titlesFor } from "@tocsin/workspace";
import { optionalString, stringOf, stringsOf, type Body } from "./body.ts";
import { DeskError } from "./errors.ts";
import type { LibraryOptions } from "./libraries.ts";
import { sha256Of } from "./written-outputs.ts";

/** Throws `desk.bad-request`. */
export async function libraryOptions(body: Body): Promise<LibraryOptions> {
  const publisher = stringOf(body, "publisher").trim();
  if (publisher === "") throw bad("nobody is named who publishes it");
  const locales = [...new Set(stringsOf(body, "locales"))];
  if (locales.length === 0 || locales.some((locale) => !wholeLocales.includes(locale)))
    throw bad("its languages are none of ours");
  const translators = new Map(
    await Promise.all(
      locales.map(async (locale): Promise<readonly [string, Translator]> => [
        locale,
        createTranslator(locale, await loadCatalogues(locale), { isolate: false }),
      ]),
    ),
  );
  const { threshold } = body;
  return {
    about: {
      title: titlesFor(textsIn(body, "title"), publisher, translators),
      about: textsIn(body, "about"),
      publisher,
      locales,
      address: addressIn(body, "address"),
      onion: addressIn(body, "onion"),
      mirrors: stringsOf(body, "mirrors").map(webAddress),
    },
    translators,
    sha256: sha256Of,
    withNumbers: body["numbers"] !== false,
    again: stringsOf(body, "again").map((id) => parseId(id)),
    reasons: reasonsIn(body),
    ...(body["files"] === undefined ? {} : { files: stringsOf(body, "files").map((id) => parseId(id)) }),
    lookAtFile: createFileLook(),
    ...(typeof threshold === "number" ? { threshold } : {}),
  };
}

function textsIn(body: Body, name: string): readonly LibraryText[] {
  const texts = body[name] ?? [];
  if (!Array.isArray(texts)) throw bad(`"${name}" is no list of texts`);
  return texts.flatMap((each) => {
    if (!isJsonObject(each)) throw bad(`"${name}" is no list of texts`);
    const { text, lang } = each;
    if (typeof text !== "string" || typeof lang !== "string") throw bad(`"${name}" is no list of texts`);
    return text.trim() === "" ? [] : [{ text: text.trim(), lang }];
  });
}

function reasonsIn(body: Body): NonNullable<LibraryOptions["reasons"]> {
  const told = body["reasons"] ?? [];
  if (!Array.isArray(told)) throw bad('"reasons" is no list');
  return new Map(
    told.map((each: unknown) => {
      const { record, text, lang } = isJsonObject(each) ? each : {};
      if (typeof record !== "string" || typeof text !== "string" || typeof lang !== "string")
        throw bad('"reasons" is no list of texts about records');
      return [parseId(record), { text, lang }] as const;
    }),
  );
}

function addressIn(body: Body, name: string): string | null {
  const typed = optionalString(body, name)?.trim() ?? "";
  return typed === "" ? null : webAddress(typed);
}

function webAddress(typed: string): string {
  const address = libraryAddress(typed);
  if (address === null) throw bad("an address is not of the web, or has a name or password in it");
  return address;
}

function bad(state: string): DeskError {
  return new DeskError("desk.bad-request", `Cannot plan library: ${state}`);
}
