// How a language sets its marks (French: Imprimerie nationale): a narrow no-break space (U+202F) before ; ! ?, a full one
// (U+00A0) before : and inside « ».

const frenchFaults: readonly RegExp[] = [
  // A word straight before a high mark, or another space there than the narrow one. Addresses, times and code pass.
  /[\p{L}»)}\u00a0 ][;?!](?=\s|$|[»)}])/u,
  /[\p{L}»)}\u202f ]:(?=\s|$)/u,
  /«(?!\u00a0)|(?<!\u00a0)»/u,
  /\p{L}'\p{L}/u,
  /[“”]/u,
];

/** Whether `message` (MessageFormat 2) keeps the rules of its language; a language without rules here keeps them. */
export function hasTypographyOf(locale: string, message: string): boolean {
  if (locale !== "fr") return true;
  // What stands in the code of a message is no text: `.input {$count :number}`, `{$size :number}`.
  const text = message.replace(/\{\$[^{}]*\}/g, "x");
  return !frenchFaults.some((fault) => fault.test(text));
}
