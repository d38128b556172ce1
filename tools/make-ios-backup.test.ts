import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { english } from "@tocsin/language";
import { meanings } from "@tocsin/phone";
import { afterAll, describe, expect, it } from "vitest";
import { fileIdOf, makeIosBackup, storedPathOf } from "./make-ios-backup.ts";

const folder = mkdtempSync(join(tmpdir(), "tocsin-invented-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const bytesOf = (name: string): Buffer[] =>
  readdirSync(join(folder, name), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted()
    .map((path) => readFileSync(path));

describe("an invented backup", () => {
  it("names its files as a phone does", () => {
    const messages = { domain: "HomeDomain", path: "Library/SMS/sms.db" };
    expect(fileIdOf(messages)).toBe("3d0d7e5fb2ce288813306e4d4636395e047a3d28");
    expect(storedPathOf(messages)).toBe("3d/3d0d7e5fb2ce288813306e4d4636395e047a3d28");
  });

  it("is the same for the same seed, and says what was planted", async () => {
    const first = await makeIosBackup(join(folder, "first"), { seed: 7 });
    const second = await makeIosBackup(join(folder, "second"), { seed: 7 });
    const other = await makeIosBackup(join(folder, "other"), { seed: 8 });
    const differing = (left: Buffer[], right: Buffer[]): number =>
      left.filter((bytes, i) => right[i]?.equals(bytes) !== true).length;
    expect(second.truth).toEqual(first.truth);
    expect(other.truth.length).toBe(first.truth.length);
    // The log is salted by the engine; everything else is the same to the byte.
    expect(differing(bytesOf("first"), bytesOf("second"))).toBeLessThanOrEqual(1);
    expect(differing(bytesOf("first"), bytesOf("other"))).toBeGreaterThanOrEqual(2);
    expect(first.truth.filter((one) => one.artifact === "ios.sms").length).toBe(21);
  });
});

describe("the texts of the phone examiner", () => {
  const parts = ["seen", "means", "harmless", "next"];
  it.each(Object.keys(meanings))("say everything about %s", (meaning) => {
    for (const part of parts) expect(english).toHaveProperty([`finding.${meaning}.${part}`]);
  });

  it("exist for every note that the examiner can leave", () => {
    const folders = ["packages/phone/src", "packages/node/src/workers"];
    const sources = folders.flatMap((one) =>
      readdirSync(one, { recursive: true, encoding: "utf8" })
        .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
        .map((name) => readFileSync(join(one, name), "utf8")),
    );
    const keys = new Set(sources.flatMap((source) => source.match(/phone\.coverage\.[a-z-]*[a-z]/g) ?? []));
    expect(keys.size).toBeGreaterThan(15);
    // The beginning of a key that ends in a reason.
    keys.delete("phone.coverage.pattern");
    for (const key of keys) expect(english).toHaveProperty([key]);
  });
});
