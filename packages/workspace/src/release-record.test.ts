import { createId, type RecordId } from "@tocsin/core";
import { encodeOperation, type Operation } from "@tocsin/records";
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

const addedIn = (operations: readonly Operation[], field: string): readonly unknown[] =>
  operations.flatMap(({ patch }) => {
    const change = patch[field];
    return change && "add" in change ? (change.add ?? []) : [];
  });

describe("the operations of a release", () => {
  it.each([0, 1, 600, 601, 5500])("name all of %d records, none over the size of an operation", (count) => {
    const records = Array.from({ length: count }, newId);
    const withheld = withheldNames(records.map((person) => ({ person, reason: "consent-other-audience" })));
    const operations = releaseOperations(
      { title: { text: "public", lang: "zxx" }, records, withheld: withheld.map((each) => ({ ...each })) },
      { record: newId(), act: "report", isCode },
    );
    expect(addedIn(operations, "records")).toEqual(records);
    for (const operation of operations) expect(encodeOperation(operation).length).toBeLessThan(65_536);
    expect(new Set(operations.map(({ record, act }) => `${record} ${act}`)).size).toBe(1);
  });

  it("keep every piece of a table beside as many records, none over the size of an operation", () => {
    const records = Array.from({ length: 700 }, newId);
    const countPieces = Array.from({ length: 50 }, (_, at) => `{${`"${at}":7,`.repeat(600)}}`.slice(0, 4000));
    const operations = releaseOperations(
      { title: { text: "public", lang: "zxx" }, records, countPieces },
      { record: newId(), act: "matrix.release", isCode },
    );
    expect(addedIn(operations, "records")).toEqual(records);
    expect(addedIn(operations, "countPieces")).toEqual(countPieces);
    for (const operation of operations) expect(encodeOperation(operation).length).toBeLessThan(65_536);
  });
});
