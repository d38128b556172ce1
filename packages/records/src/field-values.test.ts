import { describe, expect, it } from "vitest";
import { sample } from "./acceptance/test-registry.ts";
import { parseFieldValue, typedToValue } from "./field-values.ts";

const { fields } = sample;
const everyCode = (): boolean => true;

describe("typedToValue", () => {
  it("turns what people type into what a field takes", () => {
    const typed = [
      [fields.title, "Raid", { text: "Raid", lang: "fr" }],
      [fields.aliases, "Raid", { text: "Raid", lang: "fr" }],
      [fields.tag, "one", "one"],
      [fields.amount, "-12", -12],
      [fields.isOpen, "yes", true],
      [fields.isOpen, "false", false],
      [fields.when, "2024-05", "2024-05"],
      [fields.where, "XA", { country: "XA" }],
      [fields.where, "North, XA", { country: "XA", region: "North" }],
      [fields.where, "Town, North, XA", { country: "XA", region: "North", locality: "Town" }],
      [fields.where, "Town, North", { region: "North", locality: "Town" }],
      [fields.extra, '{"a": [1]}', { a: [1] }],
    ] as const;
    for (const [field, text, value] of typed) {
      expect(typedToValue(field, text, "fr"), text).toEqual(value);
      expect(parseFieldValue(field, typedToValue(field, text, "fr"), everyCode)).toEqual(value);
    }
  });

  it("leaves what it cannot read for the field to refuse", () => {
    for (const [field, text] of [
      [fields.amount, "12.5"],
      [fields.amount, "9".repeat(20)],
      [fields.isOpen, "perhaps"],
    ] as const)
      expect(() => parseFieldValue(field, typedToValue(field, text, "en"), everyCode)).toThrow(
        /Cannot read value/,
      );
    expect(() => typedToValue(fields.extra, "{", "en")).toThrow(/not JSON/);
  });
});
