import type { DocumentTemplate } from "../template.ts";
import { hashes, section, written } from "./parts.ts";

/** What `tocsin report` says, with room for words before it, and as DOCX. */
export const caseReport: DocumentTemplate = {
  name: "case-report",
  version: 2,
  audience: "partner",
  about: "case",
  languages: [],
  numbered: false,
  numberedHeadings: true,
  parts: [
    written("introduction"),
    section("about"),
    section("happened", { required: true }),
    section("found"),
    section("evidence"),
    section("who"),
    section("measures"),
    section("answered"),
    section("said"),
    section("held-against"),
    section("not-known"),
    section("consents"),
    hashes,
  ],
  limit: null,
  wordsPerMinute: null,
  checks: [{ code: "case", kind: "fact", fact: "case" }],
  rules: [],
};
