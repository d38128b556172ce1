import type { DocumentTemplate } from "../template.ts";
import { fixed, hashes, required, rule, table, written } from "./parts.ts";

const questions = [
  "purpose",
  "law",
  "necessity",
  "assessment",
  "operator",
  "vendor",
  "matching",
  "retention",
  "sharing",
  "accuracy",
  "oversight",
  "notice",
  "redress",
].map((name) => `documents.asked.${name}`);

/** To an authority that uses biometrics: whom it concerns mostly does not know, and can ask nothing. */
export const biometricRequest: DocumentTemplate = {
  name: "biometric-request",
  version: 2,
  audience: "government",
  about: "measure",
  languages: [],
  numbered: false,
  numberedHeadings: false,
  parts: [
    written("requester", required),
    written("access-law"),
    table("deployment", "deployment", required),
    fixed("unaware", ["documents.unaware.people", "documents.unaware.nobody-named"]),
    fixed("questions", questions, true),
    written("own-questions"),
    written("answer-by", required),
    hashes,
  ],
  limit: null,
  wordsPerMinute: null,
  checks: [{ code: "measure", kind: "fact", fact: "measure" }],
  rules: [
    rule(
      "biometric-fields",
      "https://www.article19.org/resources/biometric-technologies-expression-must-be-protected/",
      "2026-11-23",
    ),
    rule("access-law", "", null),
  ],
};
