// What two coders did with the same answers, as rows for a measure of agreement: a unit is one code at one answer, 1 where the
// coder gave it anywhere in the answer. An answer that a coder has not been through is missing, not 0.

export interface CoderSheet {
  readonly coder: string;
  /** Answers that they have been through. */
  readonly read: ReadonlySet<string>;
  /** Answer and code, as `unitKey` writes them. */
  readonly given: ReadonlySet<string>;
}

export const unitKey = (answer: string, code: string): string => `${answer} ${code}`;

/** A row for each coder, a column for each unit, in the order of answers and then codes. */
export function rowsOfCoders(
  sheets: readonly CoderSheet[],
  { answers, codes }: { readonly answers: readonly string[]; readonly codes: readonly string[] },
): readonly (readonly (number | null)[])[] {
  return sheets.map(({ read, given }) =>
    answers.flatMap((answer) =>
      codes.map((code) => (read.has(answer) ? Number(given.has(unitKey(answer, code))) : null)),
    ),
  );
}

/** Answers that two coders have been through, under which agreement is not told: it would be chance. Our own choice. */
export const fewestAnswers = 10;
