// Canned answers of the fake desk: one invented case with everything that the screen can show, stretch by stretch.
import type { Answer } from "./fake-answers/answer.ts";
import { assessingAnswers } from "./fake-answers/assessing.ts";
import { caseAnswers } from "./fake-answers/cases.ts";
import { countAnswers } from "./fake-answers/counts.ts";
import { custodyAnswers } from "./fake-answers/custody.ts";
import { findingAnswers } from "./fake-answers/findings.ts";
import { libraryAnswers } from "./fake-answers/library.ts";
import { lettersAnswers } from "./fake-answers/letters.ts";
import { mapAnswers } from "./fake-answers/map.ts";
import { matrixAnswers } from "./fake-answers/matrix.ts";
import { motionsAnswers } from "./fake-answers/motions.ts";
import { recordAnswers } from "./fake-answers/records.ts";
import { redactAnswers } from "./fake-answers/redact.ts";
import { reportAnswers } from "./fake-answers/report.ts";
import { specialAnswers } from "./fake-answers/special.ts";
import { tableAnswers } from "./fake-answers/tables.ts";
import { vaultAnswers } from "./fake-answers/vault.ts";
import { workAnswers } from "./fake-answers/work.ts";

export const answers: Readonly<Record<string, Answer>> = {
  ...recordAnswers,
  ...assessingAnswers,
  ...specialAnswers,
  ...findingAnswers,
  ...caseAnswers,
  ...redactAnswers,
  ...reportAnswers,
  ...workAnswers,
  ...countAnswers,
  ...libraryAnswers,
  ...lettersAnswers,
  ...mapAnswers,
  ...matrixAnswers,
  ...motionsAnswers,
  ...custodyAnswers,
  ...tableAnswers,
  ...vaultAnswers,
};
