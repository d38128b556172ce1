// States, organisations, commitments, statuses and quarters of the matrix, in words.
import type { Translator } from "@tocsin/language";
import { statusWords } from "../counts/count-words.ts";
import { dateWords } from "../words/date-words.ts";
import { codeLabel } from "../words/labels.ts";
import type { MatrixPlace } from "./matrix-address.ts";

export function rowWords(words: Translator, { by, row = "" }: MatrixPlace, label: string | null): string {
  if (by === "company") return label === null || label === "" ? words.t("kind.organisation.one") : label;
  return row === "?" ? words.t("desk.matrix.no-state") : codeLabel(words, "countries", row);
}

interface Commitment {
  readonly reference: string | null;
  readonly label: string | null;
}

/** In the reader's language, where the program knows the commitment. */
export function commitmentWords(words: Translator, { reference, label }: Commitment): string {
  const key = `commitment.${reference ?? ""}.label`;
  if (words.has(key)) return words.t(key);
  return label === null || label === "" ? words.t("kind.commitment.one") : label;
}

/** As the counts of people name them: "?" is a status that nobody said. */
export function matrixStatusWords(words: Translator, status: string): string {
  return statusWords(words, status === "?" ? "unknown" : status);
}

/** `2025-Q2<`: the part of the quarter before the day; `2025-Q2?`: in it, and nobody said which part. */
export function quarterWords(words: Translator, key: string, day: string): string {
  if (key === "?") return words.t("date.unknown");
  const [year = "", part] = key.split("-");
  if (part === undefined)
    return words.t("count.period.coarse", { year: dateWords(words, year.replace("?", "")) });
  const quarter = words.t("count.period.quarter", {
    year: dateWords(words, year),
    quarter: Number(part.slice(1, 2)),
  });
  const sign = part.slice(2);
  if (sign === "") return quarter;
  const values = { quarter, day: dateWords(words, day) };
  if (sign === "?") return words.t("desk.matrix.quarter.mixed", values);
  return words.t(sign === "<" ? "desk.matrix.quarter.before" : "desk.matrix.quarter.from", values);
}
