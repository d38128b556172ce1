// What an organisation says of its library, as the record of a release keeps it: the next one is begun from it.
import { isJsonObject, type Json } from "@tocsin/core";
import type { LibraryText } from "@tocsin/library";
import type { Release } from "@tocsin/records";
import { codesIn, listIn, stringIn, textsIn } from "../values.ts";
import type { LibraryAbout } from "./library-types.ts";

export function encodeAbout(said: LibraryAbout): Pick<Release, "about"> {
  const { relatives: _, ...about } = said;
  // Its type is plain data.
  return { about: about as unknown as Json };
}

/** Null where none was kept. */
export function parseAbout(value: Json | undefined): LibraryAbout | null {
  if (!isJsonObject(value)) return null;
  const texts = (name: string): readonly LibraryText[] => textsIn(value[name]);
  const publisher = stringIn(value["publisher"]);
  if (publisher === null || listIn(value["locales"]).length === 0) return null;
  return {
    title: texts("title"),
    about: texts("about"),
    publisher,
    locales: codesIn(value["locales"]),
    address: stringIn(value["address"]),
    onion: stringIn(value["onion"]),
    mirrors: codesIn(value["mirrors"]),
  };
}
