// For what a release is, as consents of answers say it: what was allowed for less, or until an earlier day, stays inside.
import type { Audience } from "@tocsin/cases";
import type { ReleasePurpose } from "@tocsin/records";
import { reusesFor } from "@tocsin/voices";

/**
 * Work that is not the report of the consultation itself: `here` covers none of it that leaves. What answers to the questionnaire
 * of a report may do in it says `purposeOfReport`.
 */
export function purposeOf(audience: Audience, now: number): ReleasePurpose {
  const use = audience === "internal" ? "here" : audience === "partner" ? "partners" : "own-work";
  return { day: dayOf(now), reaches: reusesFor(use) };
}

/** Of answers to the questionnaire that a report is about: for that they were asked, whoever reads it. */
export function purposeOfReport(day: string): ReleasePurpose {
  return { day, reaches: reusesFor("here") };
}

/** `YYYY-MM-DD`, in UTC. */
export function dayOf(now: number): string {
  return new Date(now).toISOString().slice(0, 10);
}
