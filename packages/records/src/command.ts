// Commands and queries: what people can do and ask. They are the command line, the routes, Ctrl K and the activity log.
import type { Json, RecordId } from "@tocsin/core";
import { RecordsError } from "./errors.ts";
import type { Field, FieldValues } from "./fields.ts";
import { isSetType } from "./fields.ts";
import { limits, parseData, parseFieldValue } from "./field-values.ts";
import type { Fields } from "./kind.ts";
import type { Operation } from "./operation.ts";
import type { Registry } from "./registry.ts";
import type { View } from "./view.ts";

/** What a query may use beside the view. */
export interface QueryContext {
  readonly registry: Registry;
  readonly now: () => number;
  /** In lower-case hexadecimal. */
  readonly sha256: (bytes: Uint8Array) => string;
  /** Commits that the log holds now. */
  readonly commits: () => number;
  /** Whoever asked does not wait for the answer any more. */
  readonly signal?: AbortSignal;
}

/** What a command may use beside the view: the clock and fresh ids come in. */
export interface CommandContext extends QueryContext {
  readonly newId: () => RecordId;
}

export type InputOf<F extends Fields> = {
  readonly [Name in keyof F as F[Name]["required"] extends true ? Name : never]: FieldValues[F[Name]["type"]];
} & {
  readonly [
    Name in keyof F as F[Name]["required"] extends true ? never : Name
  ]?: FieldValues[F[Name]["type"]];
};

export interface Command<F extends Fields = Fields> {
  readonly type: "command";
  readonly name: string;
  readonly input: F;
  readonly run: (view: View, input: InputOf<F>, context: CommandContext) => Promise<readonly Operation[]>;
}

export interface Query<F extends Fields = Fields, Result = unknown> {
  readonly type: "query";
  readonly name: string;
  readonly input: F;
  readonly run: (view: View, input: InputOf<F>, context: QueryContext) => Promise<Result>;
}

export function command<const F extends Fields>(name: string, input: F, run: Command<F>["run"]): Command<F> {
  return { type: "command", name, input, run };
}

export function query<const F extends Fields, Result>(
  name: string,
  input: F,
  run: Query<F, Result>["run"],
): Query<F, Result> {
  return { type: "query", name, input, run };
}

/** Throws `records.bad-input`, `records.missing-field` or what `parseFieldValue` throws. */
export function parseInput<F extends Fields>(input: F, value: unknown): InputOf<F> {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw new RecordsError("records.bad-input", "Cannot read input: expected an object");
  const given: Readonly<Record<string, unknown>> = { ...value };
  const unknownName = Object.keys(given).find((name) => !Object.hasOwn(input, name));
  if (unknownName !== undefined)
    throw new RecordsError("records.bad-input", "Cannot read input: unknown field", {
      details: { field: unknownName },
    });
  const parsed = Object.entries(input).flatMap(([name, field]) => {
    const each = given[name];
    if (each === undefined && field.required !== true) return [];
    if (each === undefined)
      throw new RecordsError("records.missing-field", `Cannot read input: "${name}" is required`, {
        details: { field: name },
      });
    return [[name, parseInputValue(field, each)]];
  });
  return Object.fromEntries(parsed) as InputOf<F>;
}

function parseInputValue(field: Field, value: unknown): Json {
  if (field.type === "data") return parseData(value, limits.input);
  if (!isSetType(field.type)) return parseFieldValue(field, value, () => true);
  if (!Array.isArray(value))
    throw new RecordsError("records.bad-input", "Cannot read input: expected a list");
  return value.map((element) => parseFieldValue(field, element, () => true));
}
