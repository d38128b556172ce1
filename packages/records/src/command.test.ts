import { describe, expect, it } from "vitest";
import { parseInput } from "./command.ts";
import { codes, date, flag, integer, link, string, text } from "./fields.ts";

const input = {
  record: link("any", { required: true }),
  title: text(),
  count: integer(),
  when: date(),
  isFinal: flag(),
  acts: codes("acts"),
  words: string(),
};
const record = "0123456789abcdefghjkmnpqrs";
const codeOf = (code: string): unknown => expect.objectContaining({ code });

describe("parseInput", () => {
  it("takes what the fields take, and leaves out what is absent", () => {
    const given = {
      record,
      title: { text: "A", lang: "en" },
      when: "2024-05",
      acts: ["raid", "threat"],
      isFinal: false,
    };
    expect(parseInput(input, given)).toEqual(given);
    expect(parseInput(input, { record })).toEqual({ record });
    expect(parseInput(input, { record, title: undefined })).toEqual({ record });
  });

  it("asks for what is required", () => {
    expect(() => parseInput(input, {})).toThrow(codeOf("records.missing-field"));
  });

  it("refuses what is no object, fields that it does not have, and bad values", () => {
    for (const value of [null, "record", [record], 5])
      expect(() => parseInput(input, value)).toThrow(codeOf("records.bad-input"));
    for (const name of ["other", "constructor", "__proto__"])
      expect(() => parseInput(input, JSON.parse(`{"record": "${record}", "${name}": 1}`))).toThrow(
        codeOf("records.bad-input"),
      );
    expect(() => parseInput(input, { record, acts: "raid" })).toThrow(codeOf("records.bad-input"));
    expect(() => parseInput(input, { record, acts: [""] })).toThrow(codeOf("records.bad-value"));
    expect(() => parseInput(input, { record, count: "5" })).toThrow(codeOf("records.bad-value"));
    expect(() => parseInput(input, { record: "5" })).toThrow(codeOf("core.bad-id"));
    expect(() => parseInput(input, { record, when: "soon" })).toThrow(codeOf("core.bad-date"));
  });
});
