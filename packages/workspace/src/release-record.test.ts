import { createId, type RecordId } from "@tocsin/core";
import { encodeOperation } from "@tocsin/records";
import { describe, expect, it } from "vitest";
import { createBuiltInRegistry } from "./registry.ts";
import { releaseOperations, withheldNames } from "./release-record.ts";

let drawn = 0;
const newId = (): RecordId =>
  createId((length) => {
    drawn += 1;
    return new Uint8Array(length).fill(drawn % 251).fill(drawn / 251, 0, 4);
  });
const { isCode } = createBuiltInRegistry();

describe("the operations of a release", () => {
  it.each([0, 1, 600, 601, 5500])("name all of %d records, none over the size of an operation", (count) => {
    const records = Array.from({ length: count }, newId);
    const withheld = withheldNames(records.map((person) => ({ person, reason: "consent-other-audience" })));
    const operations = releaseOperations(
      { title: { text: "public", lang: "zxx" }, records, withheld: withheld.map((each) => ({ ...each })) },
      { record: newId(), act: "report", isCode },
    );
    const named = operations.flatMap(({ patch }) => {
      const change = patch["records"];
      return change && "add" in change ? (change.add ?? []) : [];
    });
    expect(named).toEqual(records);
    for (const operation of operations) expect(encodeOperation(operation).length).toBeLessThan(65_536);
    expect(new Set(operations.map(({ record, act }) => `${record} ${act}`)).size).toBe(1);
  });
});
