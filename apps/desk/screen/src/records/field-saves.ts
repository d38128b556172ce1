// Saves the fields of one record as they are typed: one request at a time, again and again while nothing answers, and
// never over a value that this window has not seen.
import { encodeCanonicalText, isTocsinError, type Json } from "@tocsin/core";
import type { Change, FormField, Patch } from "@tocsin/records";
import {
  beginSaves,
  beginTyping,
  behindIn,
  bringBack,
  compare,
  endTyping,
  nextChange,
  putBack,
  settled,
  settling,
  typed,
  unsavedIn,
  wrote,
  type SavesState,
  type SeenChange,
  type Unsaved,
  type Values,
} from "./saves-state.ts";

/** `late`: nothing answers; it goes on trying. */
type Phase = "saved" | "waiting" | "late";

export interface SavesShown extends Unsaved {
  readonly phase: Phase;
  /** Fields that somebody is in, in which another window wrote. */
  readonly behind: readonly string[];
}

export interface FieldSavesPorts {
  /** Resolves when it is durable. */
  write(change: SeenChange): Promise<unknown>;
  /** The values that stand now. */
  read(): Promise<Values>;
  /** Calls back once after so many milliseconds. */
  after(milliseconds: number, work: () => void): () => void;
  /** Says that something was written. */
  saved(): void;
  /** Says why something was not, and will not be. */
  failed(error: unknown): void;
}

export interface FieldSaves {
  /** The newest values that are on the screen. */
  take(values: Values): void;
  /** Somebody begins to type into a field: what stands there now is what they see. */
  begin(field: string): void;
  /** Gives whether another window's value stands there now, which the field does not show yet. */
  leave(field: string): boolean;
  save(field: string, change: Change): void;
  /** What was typed is no value yet. Null where nothing of it is left. */
  keepHalf(field: string, text: string | null): void;
  /** Of what is contested: this value goes in front, and all stand in the history. */
  settle(field: string, keep: Json): Promise<void>;
  bringBack(unsaved: Unsaved): void;
  /** Whether this window wrote that value into the field, the last time that it wrote into it. */
  isMine(field: string, value: Json): boolean;
  shown(): SavesShown;
  subscribe(listener: () => void): () => void;
}

const tryAgainAfter = 2000;

interface Running extends FieldSavesPorts {
  readonly state: SavesState;
  phase: Phase;
  isSending: boolean;
  cancel(): void;
  /** Says that something is different. */
  show(phase?: Phase): void;
}

interface Start {
  readonly fields: readonly FormField[];
  readonly values: Values;
}

export function createFieldSaves(ports: FieldSavesPorts, { fields, values }: Start): FieldSaves {
  const listeners = new Set<() => void>();
  const state = beginSaves(fields, values);
  let shown: SavesShown = { phase: "saved", behind: [], ...unsavedIn(state) };
  const running: Running = {
    ...ports,
    state,
    phase: "saved",
    isSending: false,
    cancel: () => undefined,
    show: (phase = running.phase) => {
      running.phase = phase;
      const behind = running.isSending ? [] : behindIn(state);
      const next: SavesShown = { phase, behind, ...unsavedIn(state) };
      // Whoever goes from field to field by Tab waits for no form to be drawn anew.
      if (isSame(shown, next)) return;
      shown = next;
      for (const listener of listeners) listener();
    },
  };
  return {
    take: (newest) => {
      state.values = newest;
      running.show();
    },
    begin: (field) => beginTyping(state, field),
    leave: (field) => {
      const isBehind = !running.isSending && behindIn(state).includes(field);
      endTyping(state, field, running.isSending);
      running.show();
      return isBehind;
    },
    save: (field, change) => {
      if (typed(state, field, change)) pump(running);
      else running.show();
    },
    keepHalf: (field, text) => {
      if ((state.half.get(field) ?? null) === text) return;
      if (text === null) state.half.delete(field);
      else state.half.set(field, text);
      running.show();
    },
    settle: (field, keep) => settle(running, field, keep),
    bringBack: (unsaved) => {
      bringBack(state, unsaved);
      pump(running);
    },
    isMine: (field, value) => state.written.get(field) === encodeCanonicalText(value),
    shown: () => shown,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function isSame(one: SavesShown, other: SavesShown): boolean {
  return (
    one.phase === other.phase &&
    one.behind.join() === other.behind.join() &&
    hasSameFields(one.contested, other.contested) &&
    hasSameFields(one.held, other.held) &&
    hasSameFields(one.half, other.half)
  );
}

/** The very same values: a value that is written anew counts as another one. */
function hasSameFields(one: Readonly<Record<string, unknown>>, other: Readonly<Record<string, unknown>>) {
  const names = Object.keys(one);
  return names.length === Object.keys(other).length && names.every((name) => one[name] === other[name]);
}

function pump(running: Running): void {
  running.cancel();
  if (running.isSending) return running.show(running.phase === "late" ? "late" : "waiting");
  const next = nextChange(running.state);
  if (next === null) return running.show("saved");
  running.isSending = true;
  running.show(running.phase === "late" ? "late" : "waiting");
  void send(running, next).then((phase) => {
    running.isSending = false;
    running.show(phase);
    if (phase === "late") running.cancel = running.after(tryAgainAfter, () => pump(running));
    else pump(running);
  });
}

async function send(running: Running, change: SeenChange): Promise<Phase> {
  const { state } = running;
  try {
    await running.write(change);
    wrote(state, change.patch);
    running.saved();
    return "saved";
  } catch (error) {
    if (isStale(error)) return compareNow(running, change.patch);
    if (mayPass(error)) {
      putBack(state, change.patch);
      return "late";
    }
    running.failed(error);
    return "saved";
  }
}

async function compareNow({ read, state }: Running, patch: Patch): Promise<Phase> {
  const now = await read().catch(() => null);
  if (now === null) {
    putBack(state, patch);
    return "late";
  }
  compare(state, patch, now);
  return "saved";
}

async function settle(running: Running, field: string, keep: Json): Promise<void> {
  const { state } = running;
  const change = settling(state, field, keep);
  if (change === null) return;
  try {
    await running.write(change);
    settled(state, field, keep);
    running.saved();
  } catch (error) {
    if (isStale(error)) state.values = await running.read().catch(() => state.values);
    running.failed(error);
  }
  running.show();
}

function isStale(error: unknown): boolean {
  return isTocsinError(error) && error.code === "workspace.changed-meanwhile";
}

/** Nothing answers now, or the vault is locked: neither says anything of what was typed. */
function mayPass(error: unknown): boolean {
  return isTocsinError(error) && ["offline", "desk.locked", "desk.no-vault"].includes(error.code);
}
