// Dates as tables write them, by the forms that a mapping names. Which of two numbers is the day is never guessed.
import { isEdtf } from "@tocsin/core";

const months = [
  "january",
  "february",
  "march",
  "april",
  "may",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december",
];
const longest = 60;

/** EDTF, or null for what fits none of the forms. They go before EDTF: a day of theirs can have a time that means none. */
export function dateOf(text: string, forms: readonly string[]): string | null {
  const trimmed = text.trim();
  if (trimmed === "" || trimmed.length > longest) return null;
  for (const form of forms) {
    const date = fitted(trimmed, form);
    if (date !== null && isEdtf(date)) return date;
  }
  // A number alone would be a year to EDTF; a count of days is none.
  return isEdtf(trimmed) && !/^\d{1,3}$|^\d{5,}$/.test(trimmed) ? trimmed : null;
}

interface Parts {
  year?: string;
  month?: string;
  day?: string;
}

function fitted(text: string, form: string): string | null {
  const tokens = form.match(/YYYY|MMMM|MMM|MM|M|DD|D|[^YMD]+/g) ?? [];
  const parts: Parts = {};
  let rest = text;
  for (const token of tokens) {
    const length = takenBy(token, rest, parts);
    if (length === null) return null;
    rest = rest.slice(length);
  }
  const { year, month, day } = parts;
  if (rest !== "" || year === undefined) return null;
  return [year, month, day].filter((part) => part !== undefined).join("-");
}

/** How much of the text a token takes; null where it does not fit. */
function takenBy(token: string, text: string, parts: Parts): number | null {
  if (token.startsWith("MMM")) return takeMonthName(text, token === "MMM", parts);
  if (!/^[YMD]/.test(token)) return text.startsWith(token) ? token.length : null;
  const digits = (token === "YYYY" ? /^\d{4}/ : token.length === 2 ? /^\d{2}/ : /^\d{1,2}/).exec(text)?.[0];
  if (digits === undefined) return null;
  if (token === "YYYY") parts.year = digits;
  else if (token.startsWith("M")) parts.month = digits.padStart(2, "0");
  else parts.day = digits.padStart(2, "0");
  return digits.length;
}

function takeMonthName(text: string, isShort: boolean, parts: Parts): number | null {
  const word = (/^[A-Za-z]+/.exec(text)?.[0] ?? "").toLowerCase();
  const at = months.findIndex((month) => (isShort ? month.slice(0, 3) : month) === word);
  if (at === -1) return null;
  parts.month = String(at + 1).padStart(2, "0");
  return word.length;
}
