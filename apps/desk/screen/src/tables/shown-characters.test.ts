import { expect, it } from "vitest";
import { shownParts } from "./shown-characters.ts";

it("shows by its number what turns the direction or has no width, and leaves everything else as it is", () => {
  expect(shownParts("Anna\u202e\u200bB مرحبا")).toEqual([
    { text: "Anna", isMark: false },
    { text: "U+202E", isMark: true },
    { text: "U+200B", isMark: true },
    { text: "B مرحبا", isMark: false },
  ]);
  expect(shownParts("")).toEqual([]);
  const joined = "\u0645\u06cc\u200c\u062e\u0648\u0627\u0646\u062f";
  expect(shownParts(joined)).toEqual([{ text: joined, isMark: false }]);
});
