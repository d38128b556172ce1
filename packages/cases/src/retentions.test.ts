import type { RecordId } from "@tocsin/core";
import { describe, expect, it } from "vitest";
import { dutiesToKeep, standingOfRetention, type RetentionOnFile } from "./retentions.ts";

const now = Date.parse("2026-11-23T12:00:00Z");
const id = (n: number): RecordId => `00000000-0000-4000-8000-00000000000${n}` as RecordId;
const until = (text: string, rest: Partial<RetentionOnFile> = {}): RetentionOnFile => ({
  id: id(1),
  until: text,
  ...rest,
});

describe("a retention", () => {
  it("runs to the end of its day", () => {
    expect(standingOfRetention(until("2026-11-23"), now)).toBe("running");
    expect(standingOfRetention(until("2026-11-22"), now)).toBe("review");
  });

  it("without an end never ends", () => {
    expect(standingOfRetention({ id: id(1) }, now)).toBe("running");
  });

  it("with a vague end may have ended, so a person is asked", () => {
    for (const vague of ["2026", "2026-11", "2026-11-23~", "2026-12?/2027-01", "../2030"])
      expect(standingOfRetention(until(vague), now), vague).toBe("review");
  });

  it("says what was to happen then, and nothing once a person has decided", () => {
    expect(standingOfRetention(until("2025-01-01", { afterwards: "erase" }), now)).toBe("erase");
    expect(standingOfRetention(until("2025-01-01", { afterwards: "later-code" }), now)).toBe("review");
    expect(standingOfRetention(until("2025-01-01", { settled: "2026-01-01" }), now)).toBe("settled");
  });
});

describe("duties to keep", () => {
  const duty = (text: string | undefined): readonly RetentionOnFile[] =>
    dutiesToKeep(
      new Set([id(7)]),
      [{ id: id(2), of: id(7), ...(text === undefined ? {} : { until: text }) }],
      now,
    );

  it("count as long as their end can lie ahead", () => {
    for (const text of [undefined, "2026-11-23", "2026-11", "2026", "2025/..", "not a date"])
      expect(duty(text), text).toHaveLength(1);
    for (const text of ["2026-11-22", "2026-10", "2025/2026-10"]) expect(duty(text), text).toEqual([]);
  });

  it("are of the records that are asked about, and not settled", () => {
    const other = { id: id(3), of: id(8) };
    expect(dutiesToKeep(new Set([id(7)]), [other], now)).toEqual([]);
    expect(dutiesToKeep(new Set([id(8)]), [{ ...other, settled: "2026-01-01" }], now)).toEqual([]);
  });
});
