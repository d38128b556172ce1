// What stands in a form that is not sent yet: values, and what was typed and is none yet; kept as it changes, with the way
// back and forth.
import { useCallback, useEffect, useState } from "react";
import { isJsonObject, type Json } from "@tocsin/core";
import type { Change, FormField } from "@tocsin/records";
import { labelOfTyped } from "../unsent/form-name.ts";
import type { Kept } from "../unsent/kept-form.tsx";
import { historyOf, stepped, type TypedHistory } from "../unsent/typed-history.ts";
import { changedValues } from "./changed-values.ts";

type Values = Readonly<Record<string, Json>>;

export interface Filled {
  readonly values: Values;
  /** What was typed and is no value yet, such as half a date. */
  readonly half: Readonly<Record<string, string>>;
}

export interface Filling {
  readonly history: TypedHistory<Filled>;
  readonly change: (step: (last: TypedHistory<Filled>) => TypedHistory<Filled>) => void;
  readonly save: (field: FormField, change: Change) => void;
  /** Null where nothing of it is left. */
  readonly keepHalf: (field: FormField, text: string | null) => void;
}

export function useFilled(
  { typed, keep }: Pick<Kept, "typed" | "keep">,
  start: () => Values,
  fields: readonly FormField[],
): Filling {
  const [history, change] = useState(() => historyOf(filledIn(typed) ?? { values: start(), half: {} }));
  const { values, half } = history.now;
  const label = labelOfTyped(fields, values);
  const isBegun = history.past.length + history.future.length > 0;
  useEffect(() => {
    if (isBegun) keep({ typed: { values, half }, label });
  }, [isBegun, values, half, label, keep]);
  const save = useCallback((field: FormField, made: Change): void => {
    change((last) =>
      stepped(last, {
        now: { ...last.now, values: changedValues(last.now.values, field.name, made) },
        field: field.name,
        inOne: "set" in made && field.vocabulary === undefined,
      }),
    );
  }, []);
  const keepHalf = useCallback((field: FormField, text: string | null): void => {
    change((last) => halfKept(last, field.name, text));
  }, []);
  return { history, change, save, keepHalf };
}

function halfKept(last: TypedHistory<Filled>, field: string, text: string | null): TypedHistory<Filled> {
  const { [field]: was, ...others } = last.now.half;
  if ((was ?? null) === text) return last;
  const half = text === null ? others : { ...others, [field]: text };
  return stepped(last, { now: { ...last.now, half }, field, inOne: true });
}

/** As this screen kept it: what the server gives back is taken at its word. */
function filledIn(typed: Json | null): Filled | null {
  if (!isJsonObject(typed)) return null;
  const { values, half } = typed;
  return isJsonObject(values) && isJsonObject(half)
    ? { values, half: half as Filled["half"] }
    : { values: typed, half: {} };
}
