// Every guide, in the order in which a newcomer needs them. Tests walk them in this order, in one vault: a guide may use
// what an earlier one made.
import type { Guide } from "./guide.ts";
import { assessTwoRaters } from "./guides/assess.ts";
import { addEvidence, makeVault, somethingHappened, tellFromEvidence } from "./guides/begin.ts";
import { checkSite, examinePhone, importTable } from "./guides/bring-in.ts";
import { lockAndHide, makeCopy, recoverVault, tieToTime } from "./guides/keeping.ts";
import { importRecommendations, useRegisters } from "./guides/registers.ts";
import {
  custodySheet,
  exportList,
  makeBundle,
  makeReport,
  publishLibrary,
  redactPicture,
} from "./guides/leaving.ts";
import { mergeDuplicates, protectPeople, recordConsent, withdrawAndErase } from "./guides/people.ts";
import { gatherSignatures } from "./guides/letters.ts";
import { negotiateText } from "./guides/texts.ts";
import { askMany } from "./guides/voices.ts";
import { writeDocument } from "./guides/writing.ts";
import {
  anyRecord,
  countAttacks,
  findSomething,
  followLawsuit,
  holdAgainst,
  narrowList,
  ownWord,
  readMatrix,
  seeMap,
} from "./guides/work.ts";

export const guides: readonly Guide[] = [
  makeVault,
  addEvidence,
  somethingHappened,
  protectPeople,
  recordConsent,
  askMany,
  followLawsuit,
  anyRecord,
  mergeDuplicates,
  importTable,
  importRecommendations,
  examinePhone,
  checkSite,
  narrowList,
  findSomething,
  seeMap,
  countAttacks,
  useRegisters,
  holdAgainst,
  assessTwoRaters,
  readMatrix,
  negotiateText,
  gatherSignatures,
  ownWord,
  custodySheet,
  makeReport,
  writeDocument,
  exportList,
  publishLibrary,
  makeBundle,
  redactPicture,
  withdrawAndErase,
  tellFromEvidence,
  makeCopy,
  tieToTime,
  lockAndHide,
  recoverVault,
];
