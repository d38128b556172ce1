// What somebody typed into a form that is not sent yet, so that it is there again after a crash: a sealed file for each
// form, in a folder beside the log. No backup takes it along, and what does not open is as none.
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { encodeUtf8, isId, isJsonObject, parseUtf8, type Json, type RecordId } from "@tocsin/core";
import type { UnsentSeal } from "../crypto/unsent-seal.ts";
import { ending, mostBytes, newName, unsentFolder } from "./unsent-files.ts";
import { createFolder, freshOf, replaceFile } from "../files/durable.ts";
import { namesIn, readAtMost } from "../files/names.ts";

/** A form, by the address that it is filled in at, and what it holds so far. */
export interface UnsentForm {
  readonly form: string;
  /** What its writer calls it: the title or the name that was typed. */
  readonly label: string;
  /** Milliseconds since 1970, as this computer claimed. */
  readonly at: number;
  /** Grows with every change: whoever writes says which one was seen. */
  readonly version: number;
  readonly typed: Json;
}

export interface UnsentChange {
  readonly form: string;
  readonly label: string;
  readonly at: number;
  /** The version that the writer has seen; 0 for none. */
  readonly seen: number;
  readonly typed: Json;
}

/** The newest version stays; a writer who has not seen it is told so. */
export type UnsentKept = { readonly kept: true; readonly version: number } | { readonly kept: false };

export interface Unsent {
  /** Newest first. */
  list(): readonly UnsentForm[];
  get(form: string): UnsentForm | null;
  /** Resolves when the file is durable. Throws RangeError for more than may be kept; then what was kept stays. */
  put(change: UnsentChange): Promise<UnsentKept>;
  /** Resolves when the file is gone. */
  drop(form: string): Promise<void>;
  /** After the key was renewed: what is held is sealed anew. */
  reseal(): Promise<void>;
  /** Drops the forms that name a record which is there no more. */
  sweep(isThere: (record: RecordId) => Promise<boolean>): Promise<void>;
}

const mostForms = 50;

interface Held {
  readonly name: string;
  readonly form: UnsentForm;
}

export async function openUnsent(folder: string, seal: UnsentSeal): Promise<Unsent> {
  const place = join(folder, unsentFolder);
  const held = await readAll(place, seal);
  let last: Promise<void> = Promise.resolve();
  const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const result = last.then(work);
    last = result.then(nothing, nothing);
    return result;
  };
  const write = async ({ name, form }: Held): Promise<void> => {
    await createFolder(place);
    await replaceFile(join(place, name), seal.seal(name, encodeUtf8(JSON.stringify(form))));
  };
  const drop = async (form: string): Promise<void> => {
    const known = held.get(form);
    if (known === undefined) return;
    held.delete(form);
    await rm(join(place, known.name), { force: true });
  };
  return {
    list: () => [...held.values()].map(({ form }) => form).sort((a, b) => b.at - a.at),
    get: (form) => held.get(form)?.form ?? null,
    put: async (change) => {
      checkSize(change);
      return inTurn(async () => {
        const known = held.get(change.form);
        if ((known?.form.version ?? 0) !== change.seen) return { kept: false };
        if (known === undefined && held.size >= mostForms)
          throw new RangeError("Cannot keep what was typed: too many forms are not sent");
        const next = nextOf(known, change);
        await write(next);
        held.set(change.form, next);
        return { kept: true, version: next.form.version };
      });
    },
    drop: (form) => inTurn(() => drop(form)),
    reseal: () =>
      inTurn(async () => {
        for (const each of held.values()) await write(each);
        await removeOthers(place, new Set([...held.values()].map(({ name }) => name)));
      }),
    sweep: (isThere) =>
      inTurn(async () => {
        for (const [form, { form: said }] of held) {
          for (const record of recordsIn([form.split(/[._]/), said.typed]))
            if (held.has(form) && !(await isThere(record))) await drop(form);
        }
      }),
  };
}

function nextOf(known: Held | undefined, { seen, ...said }: UnsentChange): Held {
  const name = known?.name ?? newName();
  return { name, form: { ...said, version: seen + 1 } };
}

function checkSize(change: UnsentChange): void {
  if (encodeUtf8(JSON.stringify(change)).length > mostBytes - 1024)
    throw new RangeError("Cannot keep what was typed: it is too long");
}

/** Every identifier of a record that stands as a value of its own. */
function recordsIn(value: Json): ReadonlySet<RecordId> {
  const found = new Set<RecordId>();
  const look = (each: Json): void => {
    if (isId(each)) found.add(each);
    else if (Array.isArray(each)) each.forEach(look);
    else if (isJsonObject(each)) Object.values(each).forEach(look);
  };
  look(value);
  return found;
}

/** What ends in `.new` was being written when a program ended, and what does not open never will: both are removed. */
async function readAll(place: string, seal: UnsentSeal): Promise<Map<string, Held>> {
  const held = new Map<string, Held>();
  for (const name of await namesIn(place, "files")) {
    if (name.endsWith(freshOf(ending))) await rm(join(place, name), { force: true });
    if (!name.endsWith(ending)) continue;
    // A disk that does not answer is no reason to throw anything away.
    const sealed = await readAtMost(join(place, name), mostBytes + 1).catch(() => null);
    if (sealed === null) continue;
    const form = openForm(seal.open(name, sealed));
    const known = form === null ? undefined : held.get(form.form);
    if (form !== null && (known === undefined || known.form.version < form.version))
      held.set(form.form, { name, form });
  }
  await removeOthers(place, new Set([...held.values()].map(({ name }) => name)));
  return held;
}

/** Files of ours that hold nothing, or nothing newer than another one. One that could not be read stays. */
async function removeOthers(place: string, kept: ReadonlySet<string>): Promise<void> {
  for (const name of await namesIn(place, "files"))
    if (name.endsWith(ending) && !kept.has(name) && (await isReadable(join(place, name))))
      await rm(join(place, name), { force: true });
}

function isReadable(path: string): Promise<boolean> {
  return readAtMost(path, mostBytes + 1).then(
    () => true,
    () => false,
  );
}

function openForm(bytes: Uint8Array | null): UnsentForm | null {
  if (bytes === null) return null;
  try {
    return parseForm(JSON.parse(parseUtf8(bytes)));
  } catch {
    return null;
  }
}

function parseForm(value: unknown): UnsentForm | null {
  if (!isJsonObject(value)) return null;
  const { form, label, at, version, typed = null } = value;
  const isWhole =
    typeof form === "string" &&
    typeof label === "string" &&
    typeof at === "number" &&
    typeof version === "number";
  return isWhole ? { form, label, at, version, typed } : null;
}

function nothing(): void {
  return undefined;
}
