// Vocabularies of the work itself: cases, consents, releases.
import type { Vocabulary } from "@tocsin/records";
import { vocabulary } from "./mapping.ts";

export const caseStatus = vocabulary({
  name: "caseStatus",
  extensible: false,
  list: "L43",
  terms: { open: "01", waiting: "02", closed: "03" },
});

export const priority = vocabulary({
  name: "priority",
  extensible: false,
  list: "L46",
  terms: { urgent: "01", high: "02", normal: "03", low: "04" },
});

export const consentUseCodes = [
  "documentation",
  "examination",
  "sharing",
  "un-body",
  "government",
  "court",
  "publication",
  "statistics",
] as const;
export type ConsentUse = (typeof consentUseCodes)[number];

export const consentUses: Vocabulary = {
  name: "consentUses",
  terms: consentUseCodes.map((code) => ({ code })),
};

export const consentHow: Vocabulary = {
  name: "consentHow",
  terms: [
    { code: "written" },
    { code: "spoken" },
    { code: "recorded" },
    { code: "message" },
    { code: "representative" },
  ],
};

export const audienceCodes = ["internal", "partner", "un-body", "government", "court", "public"] as const;
export type Audience = (typeof audienceCodes)[number];

export const audiences: Vocabulary = {
  name: "audiences",
  terms: audienceCodes.map((code) => ({ code })),
};

export const outputFormats: Vocabulary = {
  name: "outputFormats",
  terms: [
    { code: "pdf" },
    { code: "docx" },
    { code: "akn" },
    { code: "html" },
    { code: "json" },
    { code: "csv" },
    { code: "qdpx" },
    { code: "xlsx" },
    { code: "bundle" },
    { code: "library" },
  ],
};
