import type { Json } from "@tocsin/core";

/** A value that should be a string or a number, as text; anything else as JSON, so that nothing is hidden. */
export function plainText(value: Json): string {
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
