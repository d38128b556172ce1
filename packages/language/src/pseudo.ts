// The pseudo-locale en-XA: English that reads foreign and runs long, to find texts that are cut or not translatable.
import { isExpression, isMarkup, parseMessage, stringifyMessage, type Model } from "messageformat";
import type { Catalogue } from "./catalogue.ts";

export const pseudoLocale = "en-XA";

/** `source` with every message accented, bracketed and about 40 % longer. Values and functions stay as they are. */
export function createPseudoCatalogue(source: Catalogue): Catalogue {
  return Object.fromEntries(Object.entries(source).map(([key, message]) => [key, pseudoMessage(message)]));
}

/** Throws messageformat's syntax error on a message that does not parse. */
export function pseudoMessage(message: string): string {
  const model = parseMessage(message);
  if (model.type === "message") return stringifyMessage({ ...model, pattern: pseudoPattern(model.pattern) });
  const variants = model.variants.map((variant) => ({ ...variant, value: pseudoPattern(variant.value) }));
  return stringifyMessage({ ...model, variants });
}

function pseudoPattern(pattern: Model.Pattern): Model.Pattern {
  const length = pattern.reduce((sum, part) => sum + (typeof part === "string" ? part.length : 0), 0);
  const accented = pattern.map((part) => (isExpression(part) || isMarkup(part) ? part : accent(part)));
  return ["[", ...accented, ` ${"·".repeat(Math.ceil(length * 0.4))}]`];
}

const plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
const accents = "åƀçðéƒĝĥîĵķļɱñöþǫŕšţûṽŵẋýžÅƁÇÐÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽ";

function accent(text: string): string {
  return [...text].map((letter) => accents[plain.indexOf(letter)] ?? letter).join("");
}
