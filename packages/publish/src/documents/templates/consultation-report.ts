import type { DocumentTemplate } from "../template.ts";
import { apart, explained, hashes, required, rule, table, written } from "./parts.ts";

/** What people told in a consultation: how they were asked, what they said, and what stands behind each sentence of it. */
export const consultationReport: DocumentTemplate = {
  name: "consultation-report",
  version: 1,
  audience: "public",
  about: "consultation",
  languages: [],
  numbered: true,
  numberedHeadings: true,
  parts: [
    written("summary", required),
    explained(
      "how-asked",
      { table: "consultation-method", keys: ["documents.consultation.not-a-sample"] },
      required,
    ),
    written("told", required),
    explained(
      "risks-by-practices",
      {
        table: "coded-matrix",
        keys: [
          "documents.consultation.cells",
          "documents.consultation.hidden",
          "documents.consultation.zeros",
        ],
      },
      required,
    ),
    written("limits", required),
    written("recommendations", required),
    table("by-region-and-group", "coded-matrix-parts", apart),
    explained(
      "traceability",
      {
        table: "traceability",
        keys: [
          "documents.traceability.about",
          "documents.traceability.counts",
          "documents.traceability.hash",
        ],
      },
      apart,
    ),
    { ...hashes, ...apart },
  ],
  limit: null,
  wordsPerMinute: null,
  checks: [{ code: "consultation", kind: "fact", fact: "consultation" }],
  rules: [
    rule("consultation-people", "own", "2026-11-30"),
    rule("consultation-quotes", "own", "2026-11-30"),
    rule("consultation-threshold", "https://stats.oecd.org/glossary/detail.asp?ID=7010", "2026-11-30"),
    rule(
      "consultation-alpha",
      "https://studylib.net/doc/5901100/submitted-to-communication-methods-and-measures",
      "2026-11-30",
    ),
    rule("consultation-alpha-enough", "", null),
  ],
};
