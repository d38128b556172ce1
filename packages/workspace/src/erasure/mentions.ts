// Where else somebody is named: every text that was ever written is searched, superseded ones too. What lies inside
// evidence files is not.
import { isJsonObject, type Json, type RecordId } from "@tocsin/core";
import { createNameFinder, type NameFinder } from "@tocsin/publish";
import { parseOperation, valuesOf, type Operation, type RecordState } from "@tocsin/records";
import type { Vault } from "@tocsin/vault";
import { textIn, textsIn } from "../values.ts";

export interface FoundMention {
  readonly record: RecordId;
  readonly fields: readonly string[];
}

export interface MentionOptions {
  /** Commits of the log done and to do. */
  readonly onProgress?: (progress: { readonly done: number; readonly total: number }) => void;
  readonly signal?: AbortSignal;
}

/** Records outside `inside` in which one of the people is named; it would rather name one too many. */
export async function mentionsOf(
  vault: Pick<Vault, "allOperations">,
  people: readonly RecordState[],
  { inside, ...options }: MentionOptions & { readonly inside: ReadonlySet<RecordId> },
): Promise<readonly FoundMention[]> {
  const finder = finderOf(people);
  if (finder === null) return [];
  const fields = new Map<RecordId, Set<string>>();
  for await (const each of vault.allOperations(options)) {
    const operation = each.state === "open" ? readable(each.payload) : null;
    if (operation === null || inside.has(operation.record)) continue;
    for (const [field, change] of Object.entries(operation.patch)) {
      if (!textsOf(Object.values(change)).some(finder.has)) continue;
      fields.set(operation.record, (fields.get(operation.record) ?? new Set()).add(field));
    }
  }
  return [...fields].map(([record, names]) => ({ record, fields: [...names].sort() }));
}

function finderOf(people: readonly RecordState[]): NameFinder | null {
  const values = people.map(valuesOf);
  const names = values.flatMap((each) => [textIn(each["name"]), ...textsIn(each["names"])]);
  const texts = names.flatMap((name) => name?.text ?? []);
  const phrases = values.flatMap((each) => textIn(each["pseudonym"])?.text ?? []);
  return texts.length + phrases.length === 0 ? null : createNameFinder(texts, { phrases });
}

/** What no reader of today understands is in no record; the plan counts it apart. */
function readable(payload: Uint8Array): Operation | null {
  try {
    return parseOperation(payload);
  } catch {
    return null;
  }
}

const shortest = 2;
const identifier = /^[0-9a-f-]{32,64}$/;

function textsOf(value: Json): readonly string[] {
  if (typeof value === "string") return value.length < shortest || identifier.test(value) ? [] : [value];
  if (Array.isArray(value)) return value.flatMap(textsOf);
  return isJsonObject(value) ? Object.values(value).flatMap((each) => textsOf(each ?? null)) : [];
}
