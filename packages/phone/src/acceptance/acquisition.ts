// What every acquisition must do, whatever it lies on. The fake and each adapter run the same suite.
import { describe, expect, it } from "vitest";
import type { Acquisition } from "../acquisition.ts";
import type { FakeTable } from "../acquisition.fake.ts";

export interface AcquisitionContents {
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly databases: ReadonlyMap<string, ReadonlyMap<string, FakeTable>>;
}

/** `make` gives a fresh acquisition that holds just this. */
export function describeAcquisition(
  name: string,
  make: (contents: AcquisitionContents) => Promise<Acquisition>,
): void {
  const text = new TextEncoder().encode("Example text");
  const contents: AcquisitionContents = {
    files: new Map([
      ["top.txt", text],
      ["ab/one.bin", new Uint8Array([1, 2, 3])],
      ["ab/cd/deep.bin", new Uint8Array(0)],
    ]),
    databases: new Map([["ab/example.db", new Map([["things", things]])]]),
  };
  const open = (): Promise<Acquisition> => make(contents);

  describe(`acquisition: ${name}`, () => {
    it("lists its files, as deep as it is asked to", async () => {
      const acquisition = await open();
      const all = ["ab/cd/deep.bin", "ab/example.db", "ab/one.bin", "top.txt"];
      expect([...acquisition.list()].toSorted()).toEqual(all);
      expect([...acquisition.list(0)]).toEqual(["top.txt"]);
      expect([...acquisition.list(1)].toSorted()).toEqual(["ab/example.db", "ab/one.bin", "top.txt"]);
      acquisition.close();
    });

    it("reads by range, and less only at the end", async () => {
      const acquisition = await open();
      expect(acquisition.size("top.txt")).toBe(12);
      expect(new TextDecoder().decode(acquisition.read("top.txt", 8, 3))).toBe("tex");
      expect(acquisition.read("top.txt", 8, 100)).toHaveLength(4);
      expect(acquisition.read("top.txt", 100, 4)).toHaveLength(0);
      expect(acquisition.read("ab/cd/deep.bin", 0, 4)).toHaveLength(0);
      acquisition.close();
    });

    it("knows nothing of files that are not there", async () => {
      const acquisition = await open();
      expect(acquisition.size("ab")).toBeNull();
      expect(acquisition.size("none/at/all")).toBeNull();
      expect(() => acquisition.read("none", 0, 1)).toThrow(
        expect.objectContaining({ code: "phone.missing-file" }),
      );
      expect(() => acquisition.sha256("none")).toThrow(
        expect.objectContaining({ code: "phone.missing-file" }),
      );
      acquisition.close();
    });

    it.each([
      "../top.txt",
      "/etc/passwd",
      "ab/../../x",
      "ab//one.bin",
      "./top.txt",
      "ab\\one.bin",
      "a\0b",
      "",
    ])("refuses the path %j", async (path) => {
      const acquisition = await open();
      const refusal = expect.objectContaining({ code: "phone.bad-path" });
      expect(() => acquisition.size(path)).toThrow(refusal);
      expect(() => acquisition.read(path, 0, 1)).toThrow(refusal);
      acquisition.close();
    });

    it("hashes whole files and given bytes", async () => {
      const acquisition = await open();
      expect(acquisition.sha256("ab/one.bin")).toBe(
        "039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81",
      );
      expect(acquisition.sha1(text)).toBe("cf3df620b86f0c9f586359136950217cb3b8c035");
      acquisition.close();
    });

    it("reads tables row by row, with each kind of value", async () => {
      const acquisition = await open();
      await acquisition.ready();
      const database = acquisition.openDatabase("ab/example.db");
      expect(database.columns("things")).toEqual(["name", "count", "bytes"]);
      expect(database.columns("nothing")).toBeNull();
      const rows = database.rows("things", ["count", "name", "bytes"]);
      const read: unknown[] = [];
      while (rows.next())
        read.push([
          rows.row(),
          rows.number(0),
          rows.text(1),
          rows.blob(2),
          rows.text(0),
          rows.blob(1),
          rows.text(-1),
        ]);
      expect(read).toEqual([
        [1, 5, "first", new Uint8Array([9, 8]), null, null, null],
        [7, 2n ** 60n + 1n, "zweite ü 文 \u{1F514}", null, null, null, null],
        [8, -1.5, null, null, null, null, null],
        [900, null, "", new Uint8Array(0), null, null, null],
      ]);
      rows.close();
      database.close();
      acquisition.close();
    });

    it("refuses tables and columns that are not there, and files that are no databases", async () => {
      const acquisition = await open();
      await acquisition.ready();
      const database = acquisition.openDatabase("ab/example.db");
      const refusal = expect.objectContaining({ code: "phone.no-table" });
      expect(() => database.rows("nothing", [])).toThrow(refusal);
      expect(() => database.rows("things", ["name", "none"])).toThrow(refusal);
      database.close();
      expect(() => acquisition.openDatabase("top.txt")).toThrow(
        expect.objectContaining({ code: "phone.not-a-database" }),
      );
      acquisition.close();
    });
  });
}

const things: FakeTable = {
  columns: ["name", "count", "bytes"],
  rows: [
    [1, "first", 5, new Uint8Array([9, 8])],
    [7, "zweite ü 文 \u{1F514}", 2n ** 60n + 1n, null],
    [8, null, -1.5, null],
    [900, "", null, new Uint8Array(0)],
  ],
};
