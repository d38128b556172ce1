// A change to one field of a record that is not yet there.
import type { Json } from "@tocsin/core";
import { elementsOf, type Change } from "@tocsin/records";

type Values = Readonly<Record<string, Json>>;

export function changedValues(values: Values, name: string, change: Change): Values {
  const { [name]: was, ...others } = values;
  if ("clear" in change) return others;
  if ("set" in change) return { ...others, [name]: change.set };
  const removed = (change.remove ?? []).map((element) => JSON.stringify(element));
  const kept = elementsOf(was).filter((element) => !removed.includes(JSON.stringify(element)));
  const next = [...kept, ...(change.add ?? [])];
  return next.length === 0 ? others : { ...others, [name]: next };
}
