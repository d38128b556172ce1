import { describe, expect, it } from "vitest";
import { labelText, readLabel } from "./label.ts";

const read = (printed: string): readonly [string | null, string] => {
  const { label, text } = readLabel(printed);
  return [label === null ? null : labelText(label), text];
};

describe("readLabel", () => {
  it.each([
    ["PP3 bis Recalling its resolutions,", "PP3 bis", "Recalling its resolutions,"],
    ["PP 12. Recalling", "PP12", "Recalling"],
    ["OP5 alt. Urges States", "OP5 alt", "Urges States"],
    ["OP5 alt 2: Urges States", "OP5 alt 2", "Urges States"],
    ["OP7(c) ter – To refrain", "OP7(c) ter", "To refrain"],
    ["op 10 quater Calls upon", "OP10 quater", "Calls upon"],
    ["12. Calls upon all States", "12", "Calls upon all States"],
    ["5 bis. Calls upon", "5 bis", "Calls upon"],
    ["(c) ter To refrain", "(c) ter", "To refrain"],
    ["(iv) To refrain", "(iv)", "To refrain"],
    ["b) To refrain", "(b)", "To refrain"],
    ["[OP8 bis. Urges States to act]", "OP8 bis", "[Urges States to act]"],
    ["PP4 ter [Noting with concern]", "PP4 ter", "[Noting with concern]"],
    ["٣- يهيب بجميع الدول", "٣", "يهيب بجميع الدول"],
    ["3 مكررا- يهيب بجميع الدول", "3 مكررا", "يهيب بجميع الدول"],
    ["(أ) الامتناع عن", "(أ)", "الامتناع عن"],
    ["12．促请各国", "12", "促请各国"],
    ["3之二、促请各国", "3 之二", "促请各国"],
    ["(가) 보호한다", "(가)", "보호한다"],
  ])("reads %s", (printed, label, text) => {
    expect(read(printed)).toEqual([label, text]);
  });

  it.each([
    "Recalling its resolution 58/1,",
    "2025 was a year of reprisals.",
    "1.5 million people",
    "PPE was bought.",
    "OPEN questions remain.",
    "(see annex) Recalling",
    "Opera 5 houses",
    "",
    "[Recalling]",
  ])("finds none in %s", (printed) => {
    expect(read(printed)).toEqual([null, printed]);
  });

  it("takes no time over a long run of marks", () => {
    const hostile = "[ ".repeat(50_000) + "PP".repeat(50_000);
    const start = performance.now();
    readLabel(hostile);
    expect(performance.now() - start).toBeLessThan(200);
  });
});
