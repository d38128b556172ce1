// What one window knows of the fields of one record that it writes: what it saw there, what is on its way, and what
// another window wrote meanwhile, which waits for a person.
import { encodeCanonicalText, isJsonObject, type Json } from "@tocsin/core";
import type { Change, FormField, Patch } from "@tocsin/records";
import { heldBack, mergedChange } from "./needs.ts";

export type Values = Readonly<Record<string, Json>>;

/** What this window wrote over a value that another one had changed. Null stands for no value. */
export interface Contested {
  readonly mine: Json;
  readonly before: Json;
}

/** What has not become part of the record. */
export interface Unsaved {
  readonly contested: Readonly<Record<string, Contested>>;
  /** Waits for the field without which it does not stand. */
  readonly held: Patch;
  /** What was typed and is no value yet, such as half a date. */
  readonly half: Readonly<Record<string, string>>;
}

export interface SavesState {
  readonly fields: readonly FormField[];
  values: Values;
  pending: Patch;
  /** By field, what stood there when somebody began to write. */
  readonly seen: Map<string, Json>;
  readonly typing: Set<string>;
  /** By field, the key of the value that this window wrote last. */
  readonly written: Map<string, string>;
  readonly contested: Map<string, Contested>;
  readonly half: Map<string, string>;
}

/** What is to be written. `seen`: by field the value that the writer saw. */
export interface SeenChange {
  readonly patch: Patch;
  readonly seen: Values;
  /** Stands in the history, behind `patch`. */
  readonly instead?: Patch;
}

export function beginSaves(fields: readonly FormField[], values: Values): SavesState {
  return {
    fields,
    values,
    pending: {},
    seen: new Map(),
    typing: new Set(),
    written: new Map(),
    contested: new Map(),
    half: new Map(),
  };
}

export function unsavedIn(state: SavesState): Unsaved {
  const { hold } = heldBack(state.fields, state.values, state.pending);
  return {
    contested: Object.fromEntries(state.contested),
    held: hold,
    half: Object.fromEntries(state.half),
  };
}

/** Fields that somebody is in, and that show what they typed where another window's value stands by now. */
export function behindIn(state: SavesState): readonly string[] {
  return [...state.typing].filter((field) => {
    const saw = state.seen.get(field);
    const isWaiting = Object.hasOwn(state.pending, field) || state.contested.has(field);
    return saw !== undefined && !isWaiting && !isSame(saw, standing(state, field));
  });
}

/** As it was kept; what this window has of its own goes before it. */
export function bringBack(state: SavesState, { contested, held, half }: Unsaved): void {
  for (const [field, each] of Object.entries(contested))
    if (!state.contested.has(field)) state.contested.set(field, each);
  for (const [field, text] of Object.entries(half)) if (!state.half.has(field)) state.half.set(field, text);
  state.pending = { ...held, ...state.pending };
}

/** In a set each element goes in and out by itself, over whatever stands there: nobody is behind in it. */
export function beginTyping(state: SavesState, field: string): void {
  if (state.fields.some(({ name, many }) => name === field && many)) return;
  state.typing.add(field);
  if (!state.seen.has(field)) state.seen.set(field, standing(state, field));
}

export function endTyping(state: SavesState, field: string, isOnItsWay: boolean): void {
  state.typing.delete(field);
  if (!isOnItsWay && !Object.hasOwn(state.pending, field)) state.seen.delete(field);
}

/** Gives whether it can be sent; otherwise it is part of what is contested. */
export function typed(state: SavesState, field: string, change: Change): boolean {
  state.half.delete(field);
  const known = state.contested.get(field);
  const saw = state.seen.get(field) ?? standing(state, field);
  if (isWhole(change) && known !== undefined && isSame(saw, known.before)) {
    // Somebody goes on with what they wrote before they knew of the other window.
    state.contested.set(field, { ...known, mine: wholeOf(change) });
    return false;
  }
  if (isWhole(change)) state.seen.set(field, saw);
  state.pending = { ...state.pending, [field]: mergedChange(state.pending[field], change) };
  return true;
}

/** Takes out what can be written now; null for nothing. */
export function nextChange(state: SavesState): SeenChange | null {
  const { send: patch, hold } = heldBack(state.fields, state.values, state.pending);
  if (Object.keys(patch).length === 0) return null;
  state.pending = hold;
  const seen = Object.entries(patch).flatMap(([field, change]) => {
    const saw = state.seen.get(field);
    return saw === undefined || !isWhole(change) ? [] : [[field, saw] as const];
  });
  return { patch, seen: Object.fromEntries(seen) };
}

export function wrote(state: SavesState, patch: Patch): void {
  for (const [field, change] of Object.entries(patch)) {
    if (!isWhole(change)) continue;
    const value = wholeOf(change);
    state.written.set(field, encodeCanonicalText(value));
    state.values = withValue(state.values, field, value);
    if (state.typing.has(field) || Object.hasOwn(state.pending, field)) state.seen.set(field, value);
    else state.seen.delete(field);
  }
}

export function putBack(state: SavesState, patch: Patch): void {
  state.pending = Object.entries(state.pending).reduce<Patch>(
    (last, [field, change]) => ({ ...last, [field]: mergedChange(last[field], change) }),
    patch,
  );
}

/** It was refused, since other values stand now. What this window wrote itself is nobody else's: that goes again. */
export function compare(state: SavesState, patch: Patch, now: Values): void {
  state.values = now;
  for (const [field, change] of Object.entries(patch)) {
    const theirs = standing(state, field);
    const before = state.seen.get(field) ?? null;
    const isOwn = isSame(theirs, before) || encodeCanonicalText(theirs) === state.written.get(field);
    if (!isWhole(change) || isOwn) {
      state.seen.set(field, theirs);
      putBack(state, { [field]: change });
      continue;
    }
    const newest = state.pending[field];
    const { [field]: _taken, ...others } = state.pending;
    state.pending = others;
    const mine = newest !== undefined && isWhole(newest) ? wholeOf(newest) : wholeOf(change);
    state.contested.set(field, { mine, before });
  }
}

/** What settles a contested field: one value in front, and what this window wrote in the history in any case. */
export function settling(state: SavesState, field: string, keep: Json): SeenChange | null {
  const known = state.contested.get(field);
  if (known === undefined) return null;
  const isMine = isSame(keep, known.mine);
  return {
    patch: { [field]: changeTo(keep) },
    seen: { [field]: standing(state, field) },
    ...(isMine ? {} : { instead: { [field]: changeTo(known.mine) } }),
  };
}

export function settled(state: SavesState, field: string, keep: Json): void {
  state.contested.delete(field);
  state.seen.delete(field);
  state.written.set(field, encodeCanonicalText(keep));
  state.values = withValue(state.values, field, keep);
}

/** As this screen kept it: what the server gives back is taken at its word, as far as it has the shape. */
export function unsavedOf(typed: Json | null): Unsaved {
  const part = (name: string): Json => (isJsonObject(typed) ? (typed[name] ?? null) : null);
  const objectOf = <Result>(value: Json): Result => (isJsonObject(value) ? value : {}) as Result;
  return {
    contested: objectOf(part("contested")),
    held: objectOf(part("held")),
    half: objectOf(part("half")),
  };
}

/** As `unsavedOf` reads it. */
export function typedOf({ contested, held, half }: Unsaved): Json {
  const entries = (part: Readonly<Record<string, object>>): Json =>
    Object.fromEntries(Object.entries(part).map(([field, each]) => [field, { ...each }]));
  return { contested: entries(contested), held: entries(held), half };
}

export function isNothing({ contested, held, half }: Unsaved): boolean {
  return [contested, held, half].every((part) => Object.keys(part).length === 0);
}

type WholeChange = Extract<Change, { readonly set: Json } | { readonly clear: true }>;

/** Elements of a set go in and out one by one, over whatever stands there. */
function isWhole(change: Change): change is WholeChange {
  return "set" in change || "clear" in change;
}

function wholeOf(change: WholeChange): Json {
  return "set" in change ? change.set : null;
}

function changeTo(value: Json): Change {
  return value === null ? { clear: true } : { set: value };
}

function standing({ values }: SavesState, field: string): Json {
  return values[field] ?? null;
}

function withValue(values: Values, field: string, value: Json): Values {
  const { [field]: _was, ...others } = values;
  return value === null ? others : { ...others, [field]: value };
}

function isSame(one: Json, other: Json): boolean {
  return encodeCanonicalText(one) === encodeCanonicalText(other);
}
