// What is wrong with instruments that come in, each said by its place.
import type { Complaint, Complaints } from "@tocsin/core";

export const instrumentProblems = [
  "not-a-list",
  "not-an-object",
  "missing",
  "bad-value",
  "unknown-field",
  "too-long",
  "too-many",
  "double",
  "unknown-source",
  "unknown-commitment",
  "unknown-criterion",
  "unknown-question",
  "unknown-level",
  "missing-level",
  "loop",
  "changed-meaning",
  "name-taken",
  "translation-of-nothing",
] as const;
export type InstrumentProblemName = (typeof instrumentProblems)[number];

/** Placed as `biometric-system@1 questions[2].levels.partly`; without a name of its own `[4]`, the place in the list. */
export type InstrumentProblem = Complaint<InstrumentProblemName>;

export type InstrumentComplaints = Complaints<InstrumentProblemName>;

export const mostProblems = 1000;
