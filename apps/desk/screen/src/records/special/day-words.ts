// How far away a day is, in words: what is over and what is due is never told by colour alone.
import { daysLeft } from "@tocsin/core";
import type { Translator } from "@tocsin/language";

export interface DueDay {
  readonly kind: string;
  /** EDTF. */
  readonly day: string | null;
  /** IANA name. */
  readonly zone: string | null;
  /** When it was done. */
  readonly done: string | null;
}

export type DayState = "done" | "over" | "past" | "today" | "coming" | "no-day";

/** A deadline that was not met is over; a hearing that was held is past. */
export function dayState({ kind, day, zone, done }: DueDay, now: number): DayState {
  if (done !== null) return "done";
  const left = day === null ? null : daysLeft(day, zone, now);
  if (left === null) return "no-day";
  if (left < 0) return kind === "hearing" ? "past" : "over";
  return left === 0 ? "today" : "coming";
}

/** "in 3 days", "today", "2 days overdue". */
export function leftWords(words: Translator, due: DueDay, now: number): string {
  const left = due.day === null ? null : daysLeft(due.day, due.zone, now);
  const count = Math.abs(left ?? 0);
  return words.t(`day.${dayState(due, now)}`, { count });
}

/** Bronze for what waits, red for what is over and was not done: beside the words. */
export function dayClass(state: DayState): string {
  return state === "over" ? "danger" : state === "today" || state === "coming" ? "waits" : "note";
}

/** Where the day ends, or that nobody said it. */
export function zoneWords(words: Translator, zone: string | null): string {
  return zone === null ? words.t("day.no-zone") : words.t("day.zone", { zone });
}
