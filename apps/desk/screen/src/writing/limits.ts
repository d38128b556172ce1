// Word limits that somebody set for a draft, by name of the part or `whole`. Null lifts a limit.
import { isJsonObject, type Json } from "@tocsin/core";

export type Limits = Readonly<Record<string, number | null>>;

export function limitsIn(value: Json | undefined): Limits {
  if (!isJsonObject(value ?? null)) return {};
  return Object.fromEntries(
    Object.entries(value as Readonly<Record<string, Json>>).filter(
      (entry): entry is [string, number | null] => entry[1] === null || typeof entry[1] === "number",
    ),
  );
}

/** Nothing typed leaves the template's; 0 lifts it. */
export function withLimit(set: Limits, name: string, typed: string): Limits {
  const { [name]: _before, ...others } = set;
  const digits = typed.trim();
  if (!/^\d{1,7}$/.test(digits)) return others;
  return { ...others, [name]: Number(digits) === 0 ? null : Number(digits) };
}
