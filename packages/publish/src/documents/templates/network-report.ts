import type { DocumentTemplate } from "../template.ts";
import { fixed, hashes, required, rule, section, told, written } from "./parts.ts";

/** What measurements of a network show, by which method, and what they cannot show. */
export const networkReport: DocumentTemplate = {
  name: "network-report",
  version: 2,
  audience: "court",
  about: "case",
  languages: [],
  numbered: false,
  numberedHeadings: true,
  parts: [
    written("expert", required),
    written("question", required),
    written("method", required),
    told("measurements", ["found", "evidence"], required),
    written("results", required),
    fixed("levels", [
      "documents.levels.strong",
      "documents.levels.medium",
      "documents.levels.weak",
      "documents.levels.none",
      "documents.levels.cause",
    ]),
    written("limits", required),
    section("not-known"),
    hashes,
  ],
  limit: null,
  wordsPerMinute: null,
  checks: [
    { code: "case", kind: "fact", fact: "case" },
    { code: "examined", kind: "fact", fact: "examined" },
  ],
  rules: [rule("expert-court", "", null), rule("no-clean", "own", "2026-11-29")],
};
