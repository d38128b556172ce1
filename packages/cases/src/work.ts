// Vocabularies of the work itself: cases, consents, releases.
import type { Vocabulary } from "@tocsin/records";

export const caseStatus: Vocabulary = {
  name: "caseStatus",
  terms: [
    { code: "open", crosswalk: { huridocs: "01" } },
    { code: "waiting", crosswalk: { huridocs: "02" } },
    { code: "closed", crosswalk: { huridocs: "03" } },
  ].map((term) => ({ ...term, source: "Our mapping to HURIDOCS list L43.", checked: false })),
};

export const priority: Vocabulary = {
  name: "priority",
  terms: [
    { code: "urgent", crosswalk: { huridocs: "01" } },
    { code: "high", crosswalk: { huridocs: "02" } },
    { code: "normal", crosswalk: { huridocs: "03" } },
    { code: "low", crosswalk: { huridocs: "04" } },
  ].map((term) => ({ ...term, source: "Our mapping to HURIDOCS list L46.", checked: false })),
};

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
  terms: [{ code: "pdf" }, { code: "html" }, { code: "json" }, { code: "csv" }, { code: "bundle" }],
};
