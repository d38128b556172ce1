import { isJsonObject, type Json } from "@tocsin/core";

/** A text with its language, where a value is one. */
export function languageTextOf(value: Json | undefined): { text: string; lang: string } | null {
  if (!isJsonObject(value)) return null;
  const { text, lang } = value;
  return typeof text === "string" && typeof lang === "string" ? { text, lang } : null;
}
