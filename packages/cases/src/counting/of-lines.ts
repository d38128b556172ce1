// Counts of some events alone, made of their lines: what the tables would be if nothing else had been recorded.
import type { CountLine } from "@tocsin/records";
import { caseCounter } from "./counter.ts";
import { groupedBy } from "./grouped.ts";
import type { CountSource } from "./question.ts";

/** Of the events whose lines these are; a subject who is in others too is counted by these alone. */
export function countsOfLines(lines: readonly CountLine[]): CountSource {
  const counts = new Map<string, number>();
  for (const some of groupedBy(lines, ({ subject }) => subject).values())
    for (const [key, by] of caseCounter.cells(some)) counts.set(key, (counts.get(key) ?? 0) + by);
  return {
    counts: async (prefix) => new Map([...counts].filter(([key]) => key.startsWith(prefix))),
    countLines: async (from, to) =>
      lines.filter(({ when }) => when.slice(0, 7) >= from && when.slice(0, 7) <= to),
  };
}
