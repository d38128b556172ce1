import type { FieldRelease } from "@tocsin/records";

/** Kind to field to how much of it leaves. */
export type ReleaseFields = Readonly<Record<string, Readonly<Record<string, FieldRelease>>>>;

export const full = <const Names extends readonly string[]>(
  ...names: Names
): Readonly<Record<string, "full">> => Object.fromEntries(names.map((name) => [name, "full"]));
