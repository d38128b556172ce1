import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createTimeScale, ticksOf } from "./time-scale.ts";
import { layOutTimeline, type Dated, type TimelineLayout } from "./timeline-layout.ts";

const lanes = ["incident", "finding", "task"];
const layOut = (marks: readonly Dated[], length = 60): TimelineLayout =>
  layOutTimeline(marks, { length, lanes });
const dated = (date: string | null, key = String(date), lane = "incident"): Dated => ({ key, lane, date });
const day = (text: string): number => Date.parse(`${text}T00:00:00Z`);

const twoDigits = (most: number): fc.Arbitrary<string> =>
  fc.integer({ min: 1, max: most }).map((n) => String(n).padStart(2, "0"));
const dates = fc
  .tuple(fc.integer({ min: 1990, max: 2030 }), twoDigits(12), twoDigits(28), fc.integer({ min: 0, max: 7 }))
  .map(([year, month, date, form]) => {
    const whole = `${year}-${month}-${date}`;
    const forms = [whole, `${whole}~`, `${year}-${month}`, String(year), `${whole}/..`, `../${whole}`];
    return forms[form] ?? whole;
  });
const histories = fc.array(fc.tuple(dates, fc.constantFrom(...lanes)), { minLength: 1, maxLength: 120 });
const marksOf = (history: readonly (readonly [string, string])[]): readonly Dated[] =>
  history.map(([date, lane], at) => dated(date, String(at), lane));

describe("the layout of a timeline", () => {
  it("lets no two marks of a row touch, keeps all within its length, and loses none", () =>
    fc.assert(
      fc.property(histories, fc.integer({ min: 12, max: 400 }), (history, length) => {
        const layout = layOut(marksOf(history), length);
        const keys = layout.lanes.flatMap(({ marks }) => marks.flatMap((mark) => mark.keys));
        expect(keys.toSorted()).toEqual(history.map((_, at) => String(at)).toSorted());
        for (const { marks, rows } of layout.lanes)
          for (const [at, mark] of marks.entries()) {
            expect(mark.at).toBeGreaterThanOrEqual(0);
            expect(mark.at).toBeLessThanOrEqual(length);
            expect(mark.row).toBeLessThan(rows);
            const next = marks.slice(at + 1).find(({ row }) => row === mark.row);
            expect(mark.at + mark.room).toBeLessThanOrEqual((next?.at ?? Infinity) + 1e-9);
          }
      }),
      { numRuns: 150, seed: 11 },
    ));

  it("is the same for the same marks, and puts what came earlier before what came later", () =>
    fc.assert(
      fc.property(histories, (history) => {
        const layout = layOut(marksOf(history));
        expect(layOut(marksOf(history))).toEqual(layout);
        for (const { marks } of layout.lanes)
          expect(marks.map(({ at }) => at)).toEqual(marks.map(({ at }) => at).toSorted((a, b) => a - b));
      }),
      { numRuns: 50, seed: 12 },
    ));

  it("never gives a place on the line to what has no day", () => {
    const layout = layOut([dated("2025-05-03"), dated(null, "nobody knows"), dated("in spring", "not read")]);
    expect(layout.unknown).toEqual(["nobody knows", "not read"]);
    expect(layout.lanes.flatMap(({ marks }) => marks.flatMap(({ keys }) => keys))).toEqual(["2025-05-03"]);
  });

  it("draws a day as a point, a span as a bar, and says which of them are vague or open", () => {
    const forms = ["2025-05-03", "2025-05-03~", "2025-05", "2025-05-14/2025-05-16", "2025-05-01/.."];
    const looks = forms.map((form) => {
      const [mark] = layOut([dated("2025-01-01", "first", "task"), dated(form)]).lanes[0]?.marks ?? [];
      return [form, (mark?.length ?? 0) > 0, mark?.isVague, mark?.isOpen];
    });
    expect(looks).toEqual([
      ["2025-05-03", false, false, false],
      ["2025-05-03~", false, true, false],
      ["2025-05", true, true, false],
      ["2025-05-14/2025-05-16", true, false, false],
      ["2025-05-01/..", true, false, true],
    ]);
  });

  it("draws many as one where there is no room for each", () => {
    const same = Array.from({ length: 200 }, (_, at) => dated("2025-05-03", String(at)));
    const [lane] = layOut(same).lanes;
    expect(lane?.rows).toBe(5);
    expect(lane?.marks.map(({ keys }) => keys.length).toSorted((a, b) => a - b)).toEqual([1, 1, 1, 1, 196]);
  });
});

describe("a line of time", () => {
  const span = (from: string, to = from) => ({ from: day(from), to: day(to) });

  it("folds a gap that is longer than all the rest together, and nothing else", () => {
    const scale = createTimeScale([span("2010-01-01"), span("2024-01-01"), span("2024-06-01")], 100);
    expect(scale.segments.map(({ isFolded }) => isFolded)).toEqual([false, true, false]);
    expect(scale.placeOf(day("2024-06-01")) - scale.placeOf(day("2024-01-01"))).toBeGreaterThan(90);
    const even = createTimeScale([span("2021-01-01"), span("2022-01-01"), span("2023-01-01")], 100);
    expect(even.segments.some(({ isFolded }) => isFolded)).toBe(false);
  });

  it("has its marks of time apart from each other, none in a fold", () =>
    fc.assert(
      fc.property(fc.array(dates, { minLength: 1, maxLength: 20 }), (texts) => {
        const days = texts.map((text) => text.replaceAll(/[^\d-]/g, "").slice(0, 4));
        const scale = createTimeScale(
          days.map((year) => span(`${year}-03-01`)),
          60,
        );
        const ticks = ticksOf(scale, 7);
        for (const [at, tick] of ticks.entries()) {
          expect(tick.at - (ticks[at - 1]?.at ?? -Infinity)).toBeGreaterThanOrEqual(6.29);
          const fold = scale.segments.find(({ from, to }) => tick.time > from && tick.time < to);
          expect(fold?.isFolded ?? false).toBe(false);
        }
      }),
      { numRuns: 100, seed: 13 },
    ));
});
