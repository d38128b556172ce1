import type { DocumentTemplate } from "../template.ts";
import { apart, hashes, required, rule, table, told, written } from "./parts.ts";

/** What a State did about what it promised, commitment by commitment. */
export const shadowReport: DocumentTemplate = {
  name: "shadow-report",
  version: 2,
  audience: "public",
  about: "state",
  languages: [],
  numbered: true,
  numberedHeadings: true,
  parts: [
    written("submitters", { required: true, counted: false }),
    written("summary", required),
    written("method", required),
    table("by-commitment", "state-commitments", required),
    table("state-measures", "state-measures"),
    written("situation"),
    told("examples", ["happened", "held-against"]),
    written("limits", required),
    written("recommendations", required),
    { ...hashes, ...apart },
  ],
  limit: null,
  wordsPerMinute: null,
  checks: [{ code: "state", kind: "fact", fact: "state" }],
  rules: [rule("no-ranking", "own", "2026-11-29"), rule("no-paragraphs", "own", "2026-11-29")],
};
