// What commands of letters were given, as changes of a patch: a field that was not given stays as it is.
import type { Json } from "@tocsin/core";
import type { Change } from "@tocsin/records";

/** For `parsePatch`, which checks it. */
export function setting(given: object): Readonly<Record<string, { readonly set: unknown }>> {
  return Object.fromEntries(
    Object.entries<unknown>({ ...given }).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, { set: value }]],
    ),
  );
}

/** A set that becomes another one: elements go in and out one by one. */
export function exchanged(before: readonly Json[], wanted: readonly Json[]): Change {
  const keys = (values: readonly Json[]): ReadonlySet<string> =>
    new Set(values.map((each) => JSON.stringify(each)));
  const [had, wants] = [keys(before), keys(wanted)];
  return {
    add: wanted.filter((each) => !had.has(JSON.stringify(each))),
    remove: before.filter((each) => !wants.has(JSON.stringify(each))),
  };
}
