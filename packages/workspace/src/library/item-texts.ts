// A text with its translations as editions of an item: one a language, the original first.
import type { Json } from "@tocsin/core";
import type { ItemEdition } from "@tocsin/library";
import { isJsonObject } from "@tocsin/core";
import { listIn, stringIn, textIn } from "../values.ts";

interface Told {
  readonly text: string;
  readonly origin: string | null;
}

/** Title and text in each language in which either stands; the title of the original where a language has none. */
export function editionsOf(
  { title, titleIn }: { readonly title: Json | undefined; readonly titleIn?: Json | undefined },
  { text, textIn: inOthers }: { readonly text?: Json | undefined; readonly textIn?: Json | undefined } = {},
): readonly ItemEdition[] {
  const original = textIn(title) ?? { text: "", lang: "und" };
  const titles = toldIn(original, titleIn);
  const texts = toldIn(textIn(text), inOthers);
  return [...new Set([...titles.keys(), ...texts.keys()])].map((lang) => {
    const [ownTitle, ownText] = [titles.get(lang), texts.get(lang)];
    return {
      lang,
      isOriginal: lang === original.lang,
      translatedBy: lang === original.lang ? null : translatedBy(ownTitle?.origin ?? ownText?.origin ?? null),
      title: ownTitle?.text ?? original.text,
      excerpt: ownText?.text ?? "",
      body: "",
    };
  });
}

function toldIn(
  original: { readonly text: string; readonly lang: string } | null,
  others: Json | undefined,
): ReadonlyMap<string, Told> {
  const told = new Map<string, Told>();
  if (original !== null) told.set(original.lang, { text: original.text, origin: null });
  for (const each of listIn(others)) {
    const text = textIn(each);
    if (text === null || told.has(text.lang)) continue;
    told.set(text.lang, { text: text.text, origin: isJsonObject(each) ? stringIn(each["origin"]) : null });
  }
  return told;
}

function translatedBy(origin: string | null): ItemEdition["translatedBy"] {
  if (origin === null) return null;
  return origin.startsWith("machine-translation") ? "machine" : "person";
}
