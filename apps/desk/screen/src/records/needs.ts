// Fields that stand only together with another one: until both are there, neither is sent.
import type { Json } from "@tocsin/core";
import { lacksNeed, type Change, type FormField, type Patch } from "@tocsin/records";
import { changedValues } from "./changed-values.ts";

type Values = Readonly<Record<string, Json>>;

interface UnmetNeed {
  readonly field: string;
  /** The field that has to be filled as well. */
  readonly needed: string;
}

export function unmetNeeds(fields: readonly FormField[], values: Values): readonly UnmetNeed[] {
  return fields.flatMap(({ name, needs }) =>
    needs !== undefined && lacksNeed(needs, values[name], values[needs.field])
      ? [{ field: name, needed: needs.field }]
      : [],
  );
}

/** What can be sent now, and what waits for the other half. */
export function heldBack(
  fields: readonly FormField[],
  values: Values,
  patch: Patch,
): { readonly send: Patch; readonly hold: Patch } {
  const waits = new Set(
    unmetNeeds(fields, patchedValues(values, patch)).flatMap(({ field, needed }) => [field, needed]),
  );
  const entries = Object.entries(patch);
  return {
    send: Object.fromEntries(entries.filter(([name]) => !waits.has(name))),
    hold: Object.fromEntries(entries.filter(([name]) => waits.has(name))),
  };
}

export function patchedValues(values: Values, patch: Patch): Values {
  return Object.entries(patch).reduce((last, [name, change]) => changedValues(last, name, change), values);
}

/** Two changes to one field as one. */
export function mergedChange(first: Change | undefined, next: Change): Change {
  if (first === undefined || "set" in first || "clear" in first) return next;
  if ("set" in next || "clear" in next) return next;
  return {
    add: [...without(first.add, next.remove), ...(next.add ?? [])],
    remove: [...without(first.remove, next.add), ...(next.remove ?? [])],
  };
}

function without(elements: readonly Json[] = [], gone: readonly Json[] = []): readonly Json[] {
  const keys = new Set(gone.map((element) => JSON.stringify(element)));
  return elements.filter((element) => !keys.has(JSON.stringify(element)));
}
