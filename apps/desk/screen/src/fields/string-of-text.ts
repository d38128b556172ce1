import type { Json } from "@tocsin/core";
import { isJsonObject } from "@tocsin/core";

/** The words of a text with its language, or nothing. */
export function stringOfText(value: Json | undefined): string {
  return isJsonObject(value) && typeof value["text"] === "string" ? value["text"] : "";
}
