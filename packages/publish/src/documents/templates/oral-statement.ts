import type { DocumentTemplate } from "../template.ts";
import { apart, rule, unheaded, written } from "./parts.ts";

/** A minute and a half at 130 words a minute; both are for the speaker to judge. */
export const oralStatement: DocumentTemplate = {
  name: "oral-statement",
  version: 2,
  audience: "public",
  about: "nothing",
  languages: [],
  numbered: false,
  numberedHeadings: false,
  parts: [
    written("address", unheaded),
    written("statement", unheaded),
    written("calls", unheaded),
    written("organisations", { required: true, counted: false }),
    written("sources", apart),
  ],
  limit: { words: 195, rule: "oral-minutes" },
  wordsPerMinute: 130,
  checks: [],
  rules: [rule("oral-minutes", "", null), rule("oral-pace", "", null)],
};
