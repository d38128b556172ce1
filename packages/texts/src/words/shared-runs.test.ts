import { expect, it } from "vitest";
import { sharedRuns } from "./shared-runs.ts";

it("finds the longest runs of words that both have, as the first writes them", () => {
  const one =
    "Calls upon all States to refrain from internet shutdowns, and to protect Example rights online;";
  const other =
    "…demands that all states to refrain from Internet shutdowns stop. To protect example rights online, act.";
  expect(sharedRuns({ one, other }, "en")).toEqual([
    { text: "all States to refrain from internet shutdowns", words: 7 },
    { text: "to protect Example rights online", words: 5 },
  ]);
  expect(sharedRuns({ one, other }, "en", 6)).toHaveLength(1);
  expect(
    sharedRuns({ one: "ورفع القيود عن كل المدافعين", other: "يدعو إلى ورفع القيود عن كل المدافعين" }, "ar")[0]
      ?.words,
  ).toBe(5);
});

it("gives nothing for what shares no run", () => {
  expect(sharedRuns({ one: "a b c d e", other: "e d c b a" }, "en")).toEqual([]);
});
