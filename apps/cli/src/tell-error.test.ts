import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { english } from "@tocsin/language";
import { RecordsError } from "@tocsin/records";
import { VaultError } from "@tocsin/vault";
import { describe, expect, it } from "vitest";
import { exitCodes, exitMeanings } from "./exit-codes.ts";
import { exitCodeOf } from "./tell-error.ts";

const root = resolve(import.meta.dirname, "../../..");

describe("exit codes", () => {
  it("follow from the codes of errors", () => {
    expect(exitCodeOf(new VaultError("vault.in-use", "x"))).toBe(75);
    expect(exitCodeOf(new RecordsError("records.not-found", "x"))).toBe(66);
    expect(exitCodeOf(new Error("x"))).toBe(70);
  });

  it("are documented in one table, with every error", () => {
    const lines = readFileSync(join(root, "docs/exit-codes.md"), "utf8")
      .split("\n")
      .filter((line) => /^\|\s*\d+/.test(line))
      .map((line) => line.split("|").map((cell) => cell.trim()));
    const documented = lines.map(([, code = "", name = "", , errors = ""]) => ({
      code: Number(code),
      name: name.replaceAll("`", ""),
      errors: [...errors.matchAll(/`([^`]+)`/g)].map((match) => match[1]),
    }));
    const actual = Object.entries(exitCodes).map(([name, code]) => ({
      code,
      name,
      errors: Object.entries(exitMeanings)
        .filter(([, meaning]) => meaning === name)
        .map(([error]) => error),
    }));
    expect(documented).toEqual(actual);
  });

  it("of errors have a text for people each", () => {
    const textless = Object.keys(exitMeanings).filter((code) => !Object.hasOwn(english, `error.${code}`));
    expect(textless).toEqual([]);
  });
});
