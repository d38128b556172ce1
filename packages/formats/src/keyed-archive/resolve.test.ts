import { isTocsinError } from "@tocsin/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  writeArchivedFile,
  writeBinaryPropertyList,
  writeLinkPreview,
} from "../../../../tools/ios-backup/property-list-writer.ts";
import { parseBinaryPropertyList } from "../property-list/binary.ts";
import type { PropertyListValue } from "../property-list/value.ts";
import { archivedTexts, isArchivedObject, resolveKeyedArchive } from "./resolve.ts";

const archive = (
  objects: readonly unknown[],
  top: unknown = { root: { uid: 1 } },
): ReturnType<typeof resolveKeyedArchive> =>
  resolveKeyedArchive(
    parseBinaryPropertyList(
      writeBinaryPropertyList({
        $version: 100_000,
        $archiver: "NSKeyedArchiver",
        $top: top,
        $objects: ["$null", ...objects],
      } as never),
    ),
  );

describe("a keyed archive", () => {
  it("is refused where lists that share their members would unfold without end", () => {
    const root = new Map<string, PropertyListValue>();
    let list: PropertyListValue = ["x"];
    for (let i = 0; i < 60; i += 1) list = [list, list];
    root.set("a", list);
    const archived = new Map<string, PropertyListValue>([
      ["$archiver", "NSKeyedArchiver"],
      ["$top", new Map([["root", { kind: "uid", index: 1 } as const]])],
      ["$objects", ["$null", root]],
    ]);
    expect(() => resolveKeyedArchive(archived)).toThrow(expect.objectContaining({ code: "formats.limit" }));
  });

  it("gives the object with its class and fields", () => {
    const list = parseBinaryPropertyList(
      writeArchivedFile({ relativePath: "Library/Example", modified: 5, size: 9 }),
    );
    const root = resolveKeyedArchive(list).get("root");
    expect(isArchivedObject(root) && root.className).toBe("MBFile");
    expect(isArchivedObject(root) && root.fields.get("RelativePath")).toBe("Library/Example");
  });

  it("turns Apple's lists, dictionaries, data and dates into plain ones", () => {
    const named = (name: string): unknown => ({ $classname: name });
    const root = archive([
      { $class: { uid: 5 }, "NS.keys": [{ uid: 2 }], "NS.objects": [{ uid: 3 }] },
      "when",
      { $class: { uid: 4 }, "NS.time": 1.5 },
      named("NSDate"),
      named("NSDictionary"),
    ]).get("root");
    expect(root).toEqual(new Map([["when", { kind: "date", milliseconds: 978_307_201_500 }]]));
  });

  it("refuses a cycle, a missing object, and what is no archive", () => {
    const cycle = [{ $class: { uid: 2 }, self: { uid: 1 } }, { $classname: "Example" }];
    expect(() => archive(cycle)).toThrow(/contains itself \(object 1\)/);
    expect(() => archive([{ uid: 40 }])).toThrow(/does not exist \(object 40\)/);
    expect(() => resolveKeyedArchive(new Map())).toThrow(/not an NSKeyedArchiver/);
  });

  it("refuses what is too deep", () => {
    const chain = Array.from({ length: 100 }, (_, i) => [{ uid: i + 2 }]);
    expect(() => archive([...chain, "end"])).toThrow(/deeper/);
  });

  it("lists its texts without following anything", () => {
    const list = parseBinaryPropertyList(writeLinkPreview("https://example-good.test/"));
    expect(archivedTexts(list)).toContain("https://example-good.test/");
  });

  it("answers any change of a byte with a value or an error of its own", () => {
    const whole = writeArchivedFile({ relativePath: "Library/Example", modified: 1, size: 1 });
    fc.assert(
      fc.property(fc.nat({ max: whole.length - 1 }), fc.nat({ max: 255 }), (at, byte) => {
        const bytes = whole.slice();
        bytes[at] = byte;
        try {
          resolveKeyedArchive(parseBinaryPropertyList(bytes));
        } catch (error) {
          if (!isTocsinError(error)) throw error;
        }
      }),
      { seed: 3, numRuns: 3000 },
    );
  });
});
