// Sorts of documents that can be written. What each is made of stands in `packages/publish/src/documents/templates`.
import type { Vocabulary } from "@tocsin/records";

export const documentTemplateCodes = [
  "case-report",
  "allegation-letter",
  "office-input",
  "review-submission",
  "shadow-report",
  "slapp-brief",
  "network-report",
  "open-letter",
  "oral-statement",
  "biometric-request",
  "consultation-report",
] as const;

export const documentTemplateTerms: Vocabulary = {
  name: "documentTemplates",
  terms: documentTemplateCodes.map((code) => ({ code })),
};
