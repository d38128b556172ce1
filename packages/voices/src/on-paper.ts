// A questionnaire on paper: each question has a number, and each option has one, so that whoever types answers in types numbers.
import type { Typed } from "./filling.ts";
import { withPlainDigits } from "./filling.ts";
import { isRepeat, type Question, type Questionnaire } from "./questionnaire.ts";

/** `1`, and inside a repeat `6.1`, by the names of questions and repeats. */
export function numbersOf({ questions }: Questionnaire): ReadonlyMap<string, string> {
  return new Map(
    questions.flatMap((asked, at) => [
      [asked.id, String(at + 1)] as const,
      ...(isRepeat(asked)
        ? asked.questions.map(({ id }, inside) => [id, `${at + 1}.${inside + 1}`] as const)
        : []),
    ]),
  );
}

/**
 * What a field says: of a choice the codes of the options whose numbers, from 1, were typed with spaces or commas between them.
 * Null for a number that no option has, the same number twice, or several where one is asked for.
 */
export function typedOnPaper({ type, options }: Question, text: string): Typed["typed"] | null {
  if (type !== "one" && type !== "several") return text;
  const numbers = withPlainDigits(text)
    .split(/[\s,;،.]/u)
    .filter((part) => part !== "");
  const codes = numbers.map((part) => (/^\d{1,3}$/.test(part) ? options[Number(part) - 1]?.code : undefined));
  const known = codes.filter((each) => each !== undefined);
  if (known.length < codes.length || new Set(known).size < known.length) return null;
  return type === "one" && known.length > 1 ? null : known;
}
