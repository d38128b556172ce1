import type { DocumentTemplate } from "../template.ts";
import { apart, hashes, required, rule, told, written } from "./parts.ts";

/** Input to the report of the UN human rights office on defenders and technology, which resolution 58/23 asks for. */
export const officeInput: DocumentTemplate = {
  name: "office-input",
  version: 2,
  audience: "un-body",
  about: "case",
  languages: [],
  numbered: true,
  numberedHeadings: true,
  parts: [
    written("respondent", { required: true, counted: false }),
    written("attribution", { required: true, counted: false }),
    written("summary"),
    written("risks", required),
    told("examples", ["happened", "found"]),
    told("steps-of-states", ["measures", "held-against"]),
    written("practice"),
    written("recommendations", required),
    { ...hashes, ...apart },
  ],
  limit: null,
  wordsPerMinute: null,
  checks: [],
  rules: [
    rule("call-limit", "https://docslib.org/doc/11516747/front-line-defenders-if-applicable", "2026-11-23"),
    rule("call-questions", "", null),
    rule(
      "call-published",
      "https://docslib.org/doc/11516747/front-line-defenders-if-applicable",
      "2026-11-23",
    ),
  ],
};
