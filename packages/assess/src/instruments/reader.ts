// Reads values of an instrument: limits first, every fault said by its place, and something of the type given back, so
// that one pass finds them all.
import type { InstrumentComplaints, InstrumentProblemName } from "./complaints.ts";

export interface Reader {
  complain(at: string, problem: InstrumentProblemName, ...what: readonly string[]): void;
  onlyFields(at: string, value: Readonly<Record<string, unknown>>, known: readonly string[]): void;
  text(at: string, value: unknown, longest?: number): string;
  identifier(at: string, value: unknown): string;
  positive(at: string, value: unknown): number;
  words<Word extends string>(at: string, value: unknown, allowed: Allowed<Word>): readonly Word[];
}

interface Allowed<Word extends string> {
  readonly among: readonly Word[] | ReadonlySet<Word>;
  /** What it is to have a word that is not among them. */
  readonly problem: InstrumentProblemName;
}

const longestText = 4000;
const mostWords = 100;
const identifierForm = /^[a-z][a-z0-9-]{0,59}$/;

export function createReader({ add }: InstrumentComplaints, prefix: string): Reader {
  const complain: Reader["complain"] = (at, problem, ...what) =>
    add(`${prefix}${at}`.trim(), problem, ...what);
  return {
    complain,
    onlyFields(at, value, known) {
      for (const name of Object.keys(value)) if (!known.includes(name)) complain(at, "unknown-field", name);
    },
    text(at, value, longest = longestText) {
      if (typeof value === "string" && value.length > longest) complain(at, "too-long", String(value.length));
      else if (typeof value === "string" && value.trim() !== "" && value.isWellFormed()) return value;
      else complain(at, value === undefined ? "missing" : "bad-value");
      return "";
    },
    identifier(at, value) {
      if (typeof value === "string" && identifierForm.test(value)) return value;
      complain(at, value === undefined ? "missing" : "bad-value");
      return "";
    },
    positive(at, value) {
      if (typeof value === "number" && Number.isSafeInteger(value) && value > 0) return value;
      complain(at, value === undefined ? "missing" : "bad-value");
      return 1;
    },
    words(at, value, { among, problem }) {
      if (!Array.isArray(value)) {
        complain(at, value === undefined ? "missing" : "bad-value");
        return [];
      }
      if (value.length > mostWords) complain(at, "too-many", String(value.length));
      const isAllowed = (each: unknown): each is never =>
        among instanceof Set ? among.has(each) : [...among].some((word) => word === each);
      return value.slice(0, mostWords).flatMap((each: unknown, index) => {
        if (isAllowed(each)) return [each];
        complain(`${at}[${index}]`, problem, typeof each === "string" ? each : typeof each);
        return [];
      });
    },
  };
}
