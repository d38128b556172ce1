// Tells a story by the road that people take: the workspace's commands, and evidence that is sealed. It knows the types of
// fields and no kinds: a text gets the chapter's language, a link the record of its key, a part what it hangs on.
import { isJsonObject, type Json, type JsonObject, type RecordId } from "@tocsin/core";
import { parseInput, type Field, type Fields, type Operation } from "@tocsin/records";
import type { Workspace } from "@tocsin/workspace";
import type { Chapter, Step } from "./story.ts";

export interface Written {
  readonly kind: string;
  readonly record: RecordId;
}

export interface Teller {
  /** Everything that was told so far, oldest first. */
  readonly written: readonly Written[];
  tell(chapter: Chapter): Promise<void>;
  /** Throws `RangeError` for a key under which nothing was told. */
  recordOf(key: string): RecordId;
}

export interface TellerParts {
  readonly workspace: Workspace;
  /** Seals a file of the inputs as evidence. */
  readonly takeIn: (file: string, values: JsonObject) => Promise<RecordId>;
  readonly signal?: AbortSignal;
}

/** What a part hangs on, from near to far. */
type Above = readonly Written[];

interface Place {
  readonly lang: string;
  readonly above: Above;
}

export function createTeller({ workspace, takeIn, signal }: TellerParts): Teller {
  const { registry } = workspace;
  const ids = new Map<string, RecordId>();
  const written: Written[] = [];
  /** Written together: each act is made durable by itself, and that takes time. */
  let waiting: Operation[] = [];
  const flush = async (): Promise<void> => {
    signal?.throwIfAborted();
    const operations = waiting;
    waiting = [];
    if (operations.length > 0) await workspace.write(operations);
  };
  const recordOf = (key: string): RecordId => {
    const record = ids.get(key);
    if (record === undefined) throw new RangeError(`Cannot tell story: nothing is called "${key}"`);
    return record;
  };
  const valuesOf = (step: Step, fields: Fields, { lang, above }: Place): JsonObject => {
    const told = Object.entries(step.values).map(([name, value]) => {
      const field = fields[name];
      if (field === undefined) throw new RangeError(`Cannot tell story: no field "${name}"`);
      return [name, toldValue(field, value, { lang, recordOf })] as const;
    });
    return { ...linksAbove(fields, above), ...Object.fromEntries(told) };
  };
  const begin = async (step: Step, kind: string, place: Place): Promise<RecordId> => {
    const values = valuesOf(step, registry.kinds.get(kind)?.fields ?? {}, place);
    if (step.file !== null) {
      await flush();
      return takeIn(step.file, values);
    }
    const command = workspace.commands.get("record.create");
    const input = command && parseInput(command.input, { kind, values });
    const operations = input ? await command.run(workspace.view, input, workspace.context) : [];
    waiting.push(...operations);
    return firstOf(operations.map(({ record }) => record));
  };
  const perform = async (step: Step, command: string, place: Place): Promise<RecordId> => {
    await flush();
    const input = valuesOf(step, workspace.commands.get(command)?.input ?? {}, place);
    return firstOf((await workspace.run(command, input)).records);
  };
  const tell = async (step: Step, place: Place): Promise<void> => {
    const { key, kind, command, within } = step;
    const record = kind === null ? await perform(step, command ?? "", place) : await begin(step, kind, place);
    if (key !== null && ids.has(key)) throw new RangeError(`Cannot tell story: "${key}" is there already`);
    if (key !== null) ids.set(key, record);
    const here = kind === null ? [] : [{ kind, record }];
    written.push(...here);
    for (const part of within) await tell(part, { ...place, above: [...here, ...place.above] });
    // A case with all that hangs on it is one act; so are the people that stand before it.
    if (place.above.length === 0 && within.length > 0) await flush();
  };
  return {
    written,
    recordOf,
    async tell({ steps, lang }) {
      for (const step of steps) await tell(step, { lang, above: [] });
      await flush();
    },
  };
}

function firstOf(records: readonly RecordId[]): RecordId {
  const [record] = records;
  if (record === undefined) throw new RangeError("Cannot tell story: nothing was written");
  return record;
}

/** For each thing above, the first field that leads to its kind. */
function linksAbove(fields: Fields, above: Above): JsonObject {
  const links: Record<string, Json> = {};
  for (const { kind, record } of above) {
    const found = Object.entries(fields).find(
      ([name, { type, to, fixed }]) =>
        to === kind && fixed !== true && (type === "link" || type === "links") && links[name] === undefined,
    );
    if (found === undefined) continue;
    const [name, { type }] = found;
    links[name] = type === "links" ? [record] : record;
  }
  return links;
}

interface Telling {
  readonly lang: string;
  readonly recordOf: (key: string) => RecordId;
}

function toldValue({ type }: Field, value: Json, { lang, recordOf }: Telling): Json {
  switch (type) {
    case "text":
      return inLanguage(value, lang);
    case "names":
    case "translations":
      return listOf(value).map((each) => inLanguage(each, lang));
    case "link":
      return typeof value === "string" ? recordOf(value) : value;
    case "links":
      return listOf(value).map((key) => (typeof key === "string" ? recordOf(key) : key));
    case "string":
    case "strings":
    case "integer":
    case "flag":
    case "date":
    case "instant":
    case "place":
    case "code":
    case "codes":
    case "given":
    case "data":
      return value;
    default:
      return type satisfies never;
  }
}

function inLanguage(value: Json, lang: string): Json {
  if (typeof value === "string") return { text: value, lang };
  return isJsonObject(value) ? { lang, ...value } : value;
}

function listOf(value: Json): readonly Json[] {
  return Array.isArray(value) ? value : [value];
}
