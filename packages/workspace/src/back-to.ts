// Changes that put a record back to what it was: what every undo writes. Nothing is taken out of the history.
import { encodeCanonicalText, type Json } from "@tocsin/core";
import {
  fold,
  valueOf,
  type Change,
  type FieldState,
  type Patch,
  type RecordState,
  type StampedOperation,
} from "@tocsin/records";

export function foldAll(oldestFirst: readonly StampedOperation[]): RecordState | undefined {
  let state: RecordState | undefined;
  for (const { stamp, operation } of oldestFirst) state = fold(state, stamp, operation);
  return state;
}

/** What brings the fields that `undone` touched from `now` back to `before`: to nothing, where there was no record. */
export function patchBackTo(
  before: RecordState | undefined,
  now: RecordState,
  undone: readonly StampedOperation[],
): Patch {
  const fields = new Set(undone.flatMap(({ operation }) => Object.keys(operation.patch)));
  return Object.fromEntries(
    [...fields].map((field) => [field, changeBackTo(before?.fields[field], now.fields[field])]),
  );
}

function changeBackTo(before: FieldState | undefined, now: FieldState | undefined): Change {
  const was = valueOf(before);
  if (now && "elements" in now) return setDifference(listOf(was), listOf(valueOf(now)));
  return was === undefined ? { clear: true } : { set: was };
}

function setDifference(was: readonly Json[], is: readonly Json[]): Change {
  const keys = (values: readonly Json[]): ReadonlySet<string> =>
    new Set(values.map((value) => encodeCanonicalText(value)));
  const [wasKeys, isKeys] = [keys(was), keys(is)];
  return {
    add: was.filter((value) => !isKeys.has(encodeCanonicalText(value))),
    remove: is.filter((value) => !wasKeys.has(encodeCanonicalText(value))),
  };
}

function listOf(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : [];
}
