import { describe, expect, it } from "vitest";
import { splitPlainText } from "./split-plain.ts";

const printed = (text: string): readonly string[] =>
  splitPlainText(text).paragraphs.map((each) => each.printed);

describe("splitPlainText", () => {
  it("takes blank lines for the ends of paragraphs, and joins the lines of a page", () => {
    expect(
      printed(
        "The Council,\r\n\r\nRecalling its\r\nearlier resolutions,\r\n\r\n1. Urges States\r\nto act;\r\n2. Decides",
      ),
    ).toEqual([
      "The Council,",
      "Recalling its earlier resolutions,",
      "1. Urges States to act;",
      "2. Decides",
    ]);
  });

  it("takes each line for a paragraph where lines end as paragraphs do", () => {
    expect(
      printed("PP1 Recalling its resolutions,\nPP2 Noting the report,\nOP1 Urges States to act;"),
    ).toEqual(["PP1 Recalling its resolutions,", "PP2 Noting the report,", "OP1 Urges States to act;"]);
  });

  it("keeps lines apart that are as long as paragraphs", () => {
    const long = "Recalling ".repeat(30).trim();
    expect(printed(`${long}\n${long}\n${long}`)).toHaveLength(3);
  });

  it("leaves out heads and feet of pages, says so, and goes on with a paragraph behind them", () => {
    const page = (number: number, text: string): string => `A/HRC/58/L.1\n\n${text}\n\n${number}/3`;
    const text = [
      page(1, "1. Urges all States\nwithout delay to"),
      page(2, "act together;\n2. Decides to remain"),
      page(3, "seized of the matter."),
    ].join("\f");
    const { paragraphs, notices } = splitPlainText(text);
    expect(paragraphs.map((each) => each.printed)).toEqual([
      "1. Urges all States without delay to act together;",
      "2. Decides to remain seized of the matter.",
    ]);
    expect(notices).toContainEqual({ kind: "left-out", detail: "6" });
  });

  it("writes no space where lines of Chinese end", () => {
    expect(printed("1．促请各国保护人权\n维护者在网上的权利\n和自由")).toEqual([
      "1．促请各国保护人权维护者在网上的权利和自由",
    ]);
  });
});
