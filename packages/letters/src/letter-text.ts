// The text of an open letter in its canonical form, and the hash that signers sign: docs/formats/letter-list.md.
import { encodeCanonical, type Json } from "@tocsin/core";
import { LettersError } from "./errors.ts";

/** SHA-256 in lower-case hexadecimal. */
export type Sha256 = (bytes: Uint8Array) => string;

export interface LetterText {
  /** BCP 47. */
  readonly language: string;
  readonly title: string;
  readonly paragraphs: readonly string[];
}

export const letterTextFormat = "tocsin.letter-text";

/** More than any letter has. */
const mostCharacters = 30_000;

/**
 * What was typed as title and paragraphs: NFC, paragraphs apart by empty lines, white space at the ends of lines dropped.
 * Throws `letters.bad-letter` without a title or words, and for what is longer than 30,000 characters.
 */
export function letterText(language: string, title: string, body: string): LetterText {
  if (title.length + body.length > mostCharacters)
    throw new LettersError(
      "letters.bad-letter",
      `Cannot read letter: more than ${mostCharacters} characters`,
    );
  const [head = ""] = linesOf(title).filter((line) => line !== "");
  const paragraphs = paragraphsOf(linesOf(body));
  if (head === "" || paragraphs.length === 0 || language.trim() === "")
    throw new LettersError("letters.bad-letter", "Cannot read letter: no title, language or words");
  return { language, title: head, paragraphs };
}

function linesOf(text: string): readonly string[] {
  return text
    .normalize("NFC")
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim());
}

function paragraphsOf(lines: readonly string[]): readonly string[] {
  const paragraphs: string[][] = [[]];
  for (const line of lines) {
    if (line === "") paragraphs.push([]);
    else paragraphs.at(-1)?.push(line);
  }
  return paragraphs.map((each) => each.join("\n")).filter((each) => each !== "");
}

/** SHA-256 of the canonical form. A translation has one of its own: signers sign the authoritative text alone. */
export function letterDigest({ language, title, paragraphs }: LetterText, sha256: Sha256): string {
  const form: Json = { format: letterTextFormat, version: 1, language, title, paragraphs: [...paragraphs] };
  return sha256(encodeCanonical(form));
}
