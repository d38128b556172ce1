// Values of a file of the example, which is ours: whatever is otherwise than it should be stops the telling.
import { isJsonObject, type Json, type JsonObject } from "@tocsin/core";

export function toldObject(value: Json | undefined): JsonObject {
  if (value === undefined || !isJsonObject(value)) throw badExample("an object is lacking");
  return value;
}

export function toldList(value: Json | undefined): readonly Json[] {
  if (!Array.isArray(value)) throw badExample("a list is lacking");
  return value;
}

export function toldText(value: Json | undefined): string {
  if (typeof value !== "string") throw badExample("a text is lacking");
  return value;
}

export function toldNumber(value: Json | undefined): number {
  if (typeof value !== "number") throw badExample("a number is lacking");
  return value;
}

export function badExample(state: string): SyntaxError {
  return new SyntaxError(`Cannot read example: ${state}`);
}
