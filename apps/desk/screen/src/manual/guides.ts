// Every guide, in the order in which a newcomer needs them. Tests walk them in this order, in one vault: a guide may use
// what an earlier one made.
import type { Guide } from "./guide.ts";
import { addEvidence, makeVault, somethingHappened } from "./guides/begin.ts";
import { examinePhone } from "./guides/bring-in.ts";
import { protectPeople, recordConsent } from "./guides/people.ts";
import { countAttacks, findSomething, followLawsuit } from "./guides/work.ts";
import { copyAndLock, makeBundle, makeReport } from "./guides/leaving.ts";

export const guides: readonly Guide[] = [
  makeVault,
  addEvidence,
  somethingHappened,
  protectPeople,
  recordConsent,
  followLawsuit,
  examinePhone,
  findSomething,
  countAttacks,
  makeReport,
  makeBundle,
  copyAndLock,
];
