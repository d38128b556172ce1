// NSKeyedArchiver archives: a property list whose `$objects` refer to one another by UID, starting at `$top`.
import { FormatError } from "../errors.ts";
import { isArray, isDictionary, isUid } from "../property-list/value.ts";
import type {
  PropertyListArray,
  PropertyListDate,
  PropertyListDictionary,
  PropertyListValue,
} from "../property-list/value.ts";

/** Objects within objects beyond this are refused. */
export const maximumArchiveDepth = 64;

export interface ArchivedObject {
  readonly kind: "object";
  /** Name of the Objective-C class, `MBFile`. */
  readonly className: string;
  readonly fields: ReadonlyMap<string, ArchivedValue>;
}

export type ArchivedValue =
  | null
  | boolean
  | number
  | bigint
  | string
  | Uint8Array
  | PropertyListDate
  | readonly ArchivedValue[]
  | ReadonlyMap<string, ArchivedValue>
  | ArchivedObject;

export function isArchivedObject(value: ArchivedValue | undefined): value is ArchivedObject {
  return typeof value === "object" && value !== null && "kind" in value && value.kind === "object";
}

interface Archive {
  readonly objects: PropertyListArray;
  readonly known: Map<number, ArchivedValue>;
  readonly open: Set<number>;
  /** Values that may still be walked: lists that share their members would otherwise unfold without end. */
  budget: number;
}

/** The largest archives that we read, previews of links, have some hundreds of values. */
export const maximumArchiveValues = 100_000;

/** The entries of `$top`. Throws `formats.bad-keyed-archive`, with the number of the object, or `formats.limit`. */
export function resolveKeyedArchive(list: PropertyListValue): ReadonlyMap<string, ArchivedValue> {
  const objects = isDictionary(list) ? list.get("$objects") : undefined;
  const top = isDictionary(list) ? list.get("$top") : undefined;
  if (
    !isDictionary(list) ||
    list.get("$archiver") !== "NSKeyedArchiver" ||
    !isArray(objects) ||
    !isDictionary(top)
  )
    throw bad("not an NSKeyedArchiver archive", 0);
  const archive: Archive = { objects, known: new Map(), open: new Set(), budget: maximumArchiveValues };
  return resolveFields(archive, top, 0);
}

/** Texts anywhere in the archive, in the order of its objects: no reference is followed. */
export function archivedTexts(list: PropertyListValue): readonly string[] {
  const objects = isDictionary(list) ? list.get("$objects") : undefined;
  if (!isArray(objects)) return [];
  return objects.filter((value): value is string => typeof value === "string" && value !== "$null");
}

function resolveObject(archive: Archive, index: number, depth: number): ArchivedValue {
  const seen = archive.known.get(index);
  if (seen !== undefined) return seen;
  if (index >= archive.objects.length) throw bad("object does not exist", index);
  if (archive.open.has(index)) throw bad("object contains itself", index);
  archive.open.add(index);
  const value = index === 0 ? null : resolveValue(archive, archive.objects[index], depth);
  archive.open.delete(index);
  archive.known.set(index, value);
  return value;
}

function resolveValue(archive: Archive, value: PropertyListValue | undefined, depth: number): ArchivedValue {
  if (depth > maximumArchiveDepth)
    throw new FormatError("formats.limit", `Cannot read keyed archive: deeper than ${maximumArchiveDepth}`);
  archive.budget -= 1;
  if (archive.budget < 0)
    throw new FormatError("formats.limit", "Cannot read keyed archive: too many values");
  if (value === undefined) return null;
  if (isUid(value)) return resolveObject(archive, value.index, depth + 1);
  if (isArray(value)) return value.map((member) => resolveValue(archive, member, depth + 1));
  if (isDictionary(value)) return resolveDictionary(archive, value, depth);
  return value;
}

function resolveDictionary(archive: Archive, value: PropertyListDictionary, depth: number): ArchivedValue {
  const fields = resolveFields(archive, value, depth);
  const className = classNameOf(archive, value.get("$class"));
  if (className === undefined) return fields;
  const members = fields.get("NS.objects");
  const keys = fields.get("NS.keys");
  if (isList(members)) return isList(keys) ? zip(keys, members) : members;
  return unwrap(fields) ?? { kind: "object", className, fields };
}

function resolveFields(
  archive: Archive,
  value: PropertyListDictionary,
  depth: number,
): ReadonlyMap<string, ArchivedValue> {
  const fields = new Map<string, ArchivedValue>();
  for (const [key, field] of value)
    if (key !== "$class") fields.set(key, resolveValue(archive, field, depth + 1));
  return fields;
}

/** NSString, NSData and NSDate hold their value in one field. */
function unwrap(fields: ReadonlyMap<string, ArchivedValue>): ArchivedValue | undefined {
  const seconds = fields.get("NS.time");
  if (typeof seconds === "number") return { kind: "date", milliseconds: (seconds + 978_307_200) * 1000 };
  return fields.get("NS.string") ?? fields.get("NS.data");
}

function classNameOf(archive: Archive, reference: PropertyListValue | undefined): string | undefined {
  if (!isUid(reference)) return undefined;
  const description = archive.objects[reference.index];
  const name = isDictionary(description) ? description.get("$classname") : undefined;
  if (typeof name !== "string") throw bad("class has no name", reference.index);
  return name;
}

function zip(
  keys: readonly ArchivedValue[],
  members: readonly ArchivedValue[],
): ReadonlyMap<string, ArchivedValue> {
  const pairs = new Map<string, ArchivedValue>();
  keys.forEach((key, i) => {
    if (typeof key === "string") pairs.set(key, members[i] ?? null);
  });
  return pairs;
}

function isList(value: ArchivedValue | undefined): value is readonly ArchivedValue[] {
  return Array.isArray(value);
}

function bad(state: string, object: number): FormatError {
  return new FormatError(
    "formats.bad-keyed-archive",
    `Cannot read keyed archive: ${state} (object ${object})`,
    {
      details: { position: object },
    },
  );
}
