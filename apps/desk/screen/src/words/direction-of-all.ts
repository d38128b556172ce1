// Which way a text runs whose language nobody told: known only where all its letters agree.

const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u;

/**
 * The direction of the letters of a text, so that its full stop stands at its end; undefined where it has letters of both
 * directions, or none: there the one around it decides.
 */
export function directionOfAll(text: string): "ltr" | "rtl" | undefined {
  const letters = [...text].filter((each) => /\p{L}/u.test(each));
  const right = letters.filter((each) => rightToLeft.test(each)).length;
  if (letters.length === 0) return undefined;
  if (right === 0) return "ltr";
  return right === letters.length ? "rtl" : undefined;
}
