// The templates that Tocsin comes with.
import type { DocumentTemplate } from "../template.ts";
import { allegationLetter } from "./allegation-letter.ts";
import { biometricRequest } from "./biometric-request.ts";
import { caseReport } from "./case-report.ts";
import { consultationReport } from "./consultation-report.ts";
import { networkReport } from "./network-report.ts";
import { officeInput } from "./office-input.ts";
import { openLetter } from "./open-letter.ts";
import { oralStatement } from "./oral-statement.ts";
import { reviewSubmission } from "./review-submission.ts";
import { shadowReport } from "./shadow-report.ts";
import { slappBrief } from "./slapp-brief.ts";

export const documentTemplates: readonly DocumentTemplate[] = [
  caseReport,
  allegationLetter,
  officeInput,
  reviewSubmission,
  shadowReport,
  slappBrief,
  networkReport,
  openLetter,
  oralStatement,
  biometricRequest,
  consultationReport,
];

export function templateNamed(name: string): DocumentTemplate | undefined {
  return documentTemplates.find((template) => template.name === name);
}
