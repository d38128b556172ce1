import type { DocumentTemplate } from "../template.ts";
import { apart, hashes, required, rule, told, written } from "./parts.ts";

/** To the Universal Periodic Review, or to a treaty body with that body's limit. */
export const reviewSubmission: DocumentTemplate = {
  name: "review-submission",
  version: 2,
  audience: "public",
  about: "state",
  languages: ["ar", "en", "es", "fr", "ru", "zh"],
  numbered: true,
  numberedHeadings: true,
  parts: [
    written("submitters", { required: true, counted: false }),
    written("keywords", apart),
    written("summary", required),
    written("earlier", required),
    written("situation", required),
    told("examples", ["happened"]),
    written("recommendations", required),
    hashes,
  ],
  limit: { words: 2815, rule: "review-length" },
  wordsPerMinute: null,
  checks: [
    { code: "state", kind: "fact", fact: "state" },
    { code: "language", kind: "language" },
  ],
  rules: [
    rule("review-length", "", null),
    rule("review-joint", "", null),
    rule("review-length-old", "http://www.ohchr.org/EN/HRBodies/UPR/Pages/TechnicalGuide.aspx", "2026-11-23"),
    rule("review-file", "https://scribd.com/document/131234169/UPR-TechnicalGuideEN", "2026-11-23"),
    rule("review-languages", "https://mnadvocates.org/basic_5", "2026-11-23"),
    rule("review-scope", "https://docsbay.net/doc/1180997/", "2026-11-23"),
    rule("review-notes", "", null),
    rule("review-public", "", null),
  ],
};
