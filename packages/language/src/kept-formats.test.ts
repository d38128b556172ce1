import { describe, expect, it } from "vitest";
import { collator, dateFormat, displayNames, numberFormat } from "./kept-formats.ts";

describe("formats of the locale", () => {
  it("are made once for a locale and its options", () => {
    expect(numberFormat("fr")).toBe(numberFormat("fr"));
    expect(numberFormat("fr")).not.toBe(numberFormat("ar"));
    expect(dateFormat("en-GB", { month: "long" })).not.toBe(dateFormat("en-GB", { month: "short" }));
  });

  it("say the same as those that they stand for", () => {
    const month = { month: "long", timeZone: "UTC" } as const;
    expect(dateFormat("fr", month).format(0)).toBe(new Intl.DateTimeFormat("fr", month).format(0));
    expect(collator("fr").compare("é", "f")).toBeLessThan(0);
    expect(displayNames("es", { type: "region" }).of("NO")).toBe("Noruega");
  });

  it("throw for a tag that names no locale, again and again", () => {
    expect(() => numberFormat("no such tag")).toThrow(RangeError);
    expect(() => numberFormat("no such tag")).toThrow(RangeError);
  });
});
