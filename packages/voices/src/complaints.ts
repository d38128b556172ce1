// What is wrong with a questionnaire or an answer file that comes in, each said by its place.
import type { Complaint } from "@tocsin/core";

export const voiceProblems = [
  "not-an-object",
  "other-format",
  "missing",
  "bad-value",
  "unknown-field",
  "too-long",
  "too-many",
  "double",
  "unknown-question",
  "unknown-option",
  "unknown-language",
  "inside-repeat",
  "no-options",
  "wrong-type",
  "too-deep",
  "loop",
] as const;
export type VoiceProblemName = (typeof voiceProblems)[number];

/** Placed as `questions[2].when`, `answers[7].value`; empty for the file as a whole. Never the words of an answer. */
export type VoiceProblem = Complaint<VoiceProblemName>;

export const mostProblems = 200;
