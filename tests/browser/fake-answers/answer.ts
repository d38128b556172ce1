// What an answer of the fake desk is, and the ids, times and texts that many of them share. Ids are of the right form and
// mean nothing.
import { parseId, type RecordId } from "@tocsin/core";
import type { RecordRow } from "@tocsin/records";

export type Answer = (input: unknown, isEmpty: boolean) => unknown;

export const idOf = (letter: string): RecordId => parseId(letter.repeat(26));

export const ids = {
  case: idOf("c"),
  incident: idOf("n"),
  finding: idOf("f"),
  evidence: idOf("e"),
  person: idOf("p"),
  relative: idOf("r"),
  commitment: idOf("m"),
  task: idOf("t"),
  release: idOf("s"),
  involvement: idOf("j"),
} as const;

export const sha256 = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

export const day = Date.UTC(2026, 10, 20, 9, 14);

export function row(id: RecordId, kind: string, label: string): RecordRow {
  return { id, kind, label, labelLang: "en", sort: day, created: day, updated: day };
}

export const text = (words: string) => ({ text: words, lang: "en" });

export function textIn(input: unknown, name: string): string {
  if (typeof input !== "object" || input === null) return "";
  const value: unknown = Object.entries(input).find(([key]) => key === name)?.[1];
  return typeof value === "string" ? value : "";
}
