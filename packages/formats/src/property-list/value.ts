// What a property list can hold, in both of its spellings (Apple's `bplist00` and XML 1.0 property lists).

/** A date is milliseconds since 1970-01-01T00:00:00Z; Apple writes seconds since 2001-01-01. */
export interface PropertyListDate {
  readonly kind: "date";
  readonly milliseconds: number;
}

/** A reference of a keyed archive to one of its objects. Binary lists only. */
export interface PropertyListUid {
  readonly kind: "uid";
  readonly index: number;
}

export type PropertyListArray = readonly PropertyListValue[];
export type PropertyListDictionary = ReadonlyMap<string, PropertyListValue>;

/** Integers beyond 2^53 are bigint; dictionaries are maps, so that no key can reach a prototype. */
export type PropertyListValue =
  | null
  | boolean
  | number
  | bigint
  | string
  | Uint8Array
  | PropertyListDate
  | PropertyListUid
  | PropertyListArray
  | PropertyListDictionary;

export function isDictionary(value: PropertyListValue | undefined): value is PropertyListDictionary {
  return value instanceof Map;
}

export function isArray(value: PropertyListValue | undefined): value is PropertyListArray {
  return Array.isArray(value);
}

export function isDate(value: PropertyListValue | undefined): value is PropertyListDate {
  return isTagged(value) && value.kind === "date";
}

export function isUid(value: PropertyListValue | undefined): value is PropertyListUid {
  return isTagged(value) && value.kind === "uid";
}

function isTagged(value: PropertyListValue | undefined): value is PropertyListDate | PropertyListUid {
  return (
    typeof value === "object" &&
    value !== null &&
    !(value instanceof Map) &&
    !(value instanceof Uint8Array) &&
    !Array.isArray(value)
  );
}
