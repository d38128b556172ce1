// Values of records as the types that the rules need; what is not of the type is as if it were absent.
import { isId, isJsonObject, type Json, type JsonObject, type RecordId } from "@tocsin/core";
import type { LanguageText } from "@tocsin/records";

export type Values = Readonly<Record<string, Json>>;

export function textIn(value: Json | undefined): LanguageText | null {
  if (!isJsonObject(value)) return null;
  const { text, lang } = value;
  return typeof text === "string" && typeof lang === "string" ? { text, lang } : null;
}

export function textsIn(value: Json | undefined): readonly LanguageText[] {
  return listIn(value).flatMap((each) => textIn(each) ?? []);
}

export function stringIn(value: Json | undefined): string | null {
  return typeof value === "string" ? value : null;
}

export function flagIn(value: Json | undefined): boolean | null {
  return typeof value === "boolean" ? value : null;
}

export function integerIn(value: Json | undefined): number | null {
  return typeof value === "number" ? value : null;
}

export function linkIn(value: Json | undefined): RecordId | null {
  return isId(value) ? value : null;
}

export function linksIn(value: Json | undefined): readonly RecordId[] {
  return listIn(value).flatMap((each) => linkIn(each) ?? []);
}

export function codesIn(value: Json | undefined): readonly string[] {
  return listIn(value).flatMap((each) => (typeof each === "string" ? [each] : []));
}

export function objectIn(value: Json | undefined): JsonObject {
  return isJsonObject(value) ? value : {};
}

export function listIn(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : [];
}
