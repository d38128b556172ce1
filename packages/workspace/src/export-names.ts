// Which names of the whole vault may leave for an audience, and what finds the others wherever somebody wrote them.
import { missingConsents, type Audience, type MissingConsent } from "@tocsin/cases";
import type { RecordId } from "@tocsin/core";
import { createNameFinder, type NameFinder } from "@tocsin/publish";
import { valuesOf, type RecordState, type View } from "@tocsin/records";
import { consentOnFile } from "./names.ts";
import { codesIn, textIn, textsIn } from "./values.ts";
import type { Workspace } from "./workspace.ts";

export interface ExportNames {
  /** Persons who may not be named, and why. */
  readonly unnamed: readonly MissingConsent[];
  readonly finder: NameFinder;
  /** Records whose guarded names may leave. */
  readonly named: ReadonlySet<RecordId>;
}

/** Not about one case: only consents that hold for every case count. */
export async function exportNames(
  { view, context }: Workspace,
  audience: Audience,
  signal?: AbortSignal,
): Promise<ExportNames> {
  const read = (kind: string): Promise<readonly RecordState[]> => allOf(view, kind, { signal });
  const [persons, evidence, sources] = [await read("person"), await read("evidence"), await read("source")];
  const consents = (await read("consent")).map(consentOnFile);
  const toName = persons.map((state) => ({ id: state.id, flags: codesIn(valuesOf(state)["flags"]) }));
  const unnamed = missingConsents(toName, consents, { audience, now: context.now() });
  const withheld = new Set(unnamed.map(({ person }) => person));
  const [shown, hidden] = [
    persons.filter(({ id }) => !withheld.has(id)),
    persons.filter(({ id }) => withheld.has(id)),
  ];
  // Inside the organisation, who obtained evidence and who a source is may be read.
  const behind = [...evidence, ...sources];
  const isInside = audience === "internal";
  return {
    unnamed,
    finder: createNameFinder([...hidden, ...(isInside ? [] : behind)].flatMap(namesIn), {
      shown: [...shown, ...(isInside ? behind : [])].flatMap(namesIn),
    }),
    named: new Set([...shown, ...(isInside ? behind : [])].map(({ id }) => id)),
  };
}

const nameFields: Readonly<Record<string, string>> = {
  person: "name",
  evidence: "obtainedBy",
  source: "title",
};

function namesIn(state: RecordState): readonly string[] {
  const values = valuesOf(state);
  const name = textIn(values[nameFields[state.kind] ?? "name"]);
  return [...(name === null ? [] : [name]), ...textsIn(values["names"])].map(({ text }) => text);
}

export interface ReadOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onRead?: (done: number) => void;
}

/** Every record of a kind, oldest first, read from the log. */
export async function allOf(
  view: View,
  kind: string,
  { signal, onRead }: ReadOptions = {},
): Promise<readonly RecordState[]> {
  const states: RecordState[] = [];
  let after: string | null = null;
  do {
    signal?.throwIfAborted();
    const page = await view.list({ kind, order: "oldest", limit: 200, ...(after === null ? {} : { after }) });
    for (const { id } of page.rows) {
      const state = await view.read(id);
      if (state) states.push(state);
    }
    onRead?.(states.length);
    after = page.next;
  } while (after !== null);
  return states;
}
