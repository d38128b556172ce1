import type { Api } from "../api/api.ts";
import type { UnsentTyped } from "../api/contract/unsent.ts";
import { createKeeper, type Keeper } from "./keeper.ts";

export type KeepingApi = Pick<Api, "keepUnsent" | "dropUnsent">;

/** What this window still has on its way to the server, by form. A form that is opened again meanwhile is no other window. */
const onTheWay = new WeakMap<object, Map<string, Promise<unknown>>>();

/** Keeps one form at the server, by the clock of the page; goes on from `version`, 0 for one that is not there. */
export function createFormKeeper(api: KeepingApi, form: string, version: number): Keeper {
  const keeper = createKeeper(
    {
      put: (kept) => follow(api, form, putOf(api, form, kept)),
      drop: () => api.dropUnsent(form),
      after: afterwards,
    },
    version,
  );
  return { ...keeper, end: () => follow(api, form, keeper.end()) };
}

/** What the server keeps of a form, once all that this window sent of it has arrived. */
export async function readForm(
  api: Pick<Api, "unsentForm"> & KeepingApi,
  form: string,
): Promise<UnsentTyped> {
  for (let last = waysOf(api).get(form); last !== undefined; last = waysOf(api).get(form)) await last;
  return api.unsentForm(form);
}

async function putOf(api: KeepingApi, form: string, kept: Parameters<Api["keepUnsent"]>[1]): Promise<number> {
  return (await api.keepUnsent(form, kept)).version;
}

function waysOf(api: KeepingApi): Map<string, Promise<unknown>> {
  const known = onTheWay.get(api);
  if (known !== undefined) return known;
  const fresh = new Map<string, Promise<unknown>>();
  onTheWay.set(api, fresh);
  return fresh;
}

function follow<Value>(api: KeepingApi, form: string, work: Promise<Value>): Promise<Value> {
  const ways = waysOf(api);
  const all = Promise.allSettled([ways.get(form), work]).then(() => {
    if (ways.get(form) === all) ways.delete(form);
  });
  ways.set(form, all);
  return work;
}

/** Calls back once after so many milliseconds, and gives a way to prevent that. */
export function afterwards(milliseconds: number, work: () => void): () => void {
  const timer = setTimeout(work, milliseconds);
  return () => clearTimeout(timer);
}
