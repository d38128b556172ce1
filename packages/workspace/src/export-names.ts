// Which names of the whole vault may leave for an audience, and what finds the others wherever somebody wrote them.
import { missingConsents, type Audience, type MissingConsent } from "@tocsin/cases";
import { withVisibleCharacters, type RecordId } from "@tocsin/core";
import { createNameFinder, type NameFinder } from "@tocsin/publish";
import { valuesOf, type RecordState } from "@tocsin/records";
import { consentOnFile } from "./names.ts";
import { allOf, idsOf, pagesOf } from "./all-of.ts";
import { slimState } from "./slim-state.ts";
import { textIn } from "./values.ts";
import { namesWritten, whomToName } from "./whom-to-name.ts";
import type { ReadableWorkspace } from "./workspace.ts";

export interface ExportNames {
  /** Persons who may not be named, and why. */
  readonly unnamed: readonly MissingConsent[];
  /** For others it shows hidden characters too; inside, texts leave as they were written, and come in again unchanged. */
  readonly finder: NameFinder;
  /**
   * The same for documents of others, which tell of nobody in the vault: people by any part of their names, but what a
   * source, an organisation or a plaintiff is called as a whole alone. Words such as _report_ stand in many of those.
   */
  readonly citing: NameFinder;
  /** Children, of whom nothing that stands for the name leaves either. */
  readonly unseen: ReadonlySet<RecordId>;
  /** Records whose guarded names may leave. */
  readonly named: ReadonlySet<RecordId>;
  /** Every form of the names that may not leave, and of those that may, by record. */
  readonly hidden: ReadonlyMap<RecordId, readonly string[]>;
  readonly shown: ReadonlyMap<RecordId, readonly string[]>;
  /** Those of them that are found by their whole names alone where people write freely, as in `citing`. */
  readonly wholly: ReadonlySet<RecordId>;
}

/** Not about one case: only consents that hold for every case count. */
export async function exportNames(
  { view, context }: ReadableWorkspace,
  audience: Audience,
  signal?: AbortSignal,
): Promise<ExportNames> {
  const read = async (kind: string): Promise<readonly RecordState[]> => {
    const found: RecordState[] = [];
    for await (const states of pagesOf(view, await idsOf(view, kind, signal), { signal }))
      found.push(...states.map((state) => slimState(state, ruledBy[kind] ?? [])));
    return found;
  };
  const [people, organisations] = [await read("person"), await read("organisation")];
  const [evidence, sources, proceedings] = [
    await read("evidence"),
    await read("source"),
    await read("proceeding"),
  ];
  const consents = (await allOf(view, "consent", { signal })).map(consentOnFile);
  const toName = whomToName(people, await read("involvement"), organisations);
  const persons = [...people, ...organisations];
  const unnamed = missingConsents(toName, consents, { audience, now: context.now() });
  const withheld = new Set(unnamed.map(({ person }) => person));
  const unseen = new Set(unnamed.flatMap(({ person, reason }) => (reason === "child" ? [person] : [])));
  const namesIn = namesOutside(unseen);
  const [shown, hidden] = [
    persons.filter(({ id }) => !withheld.has(id)),
    persons.filter(({ id }) => withheld.has(id)),
  ];
  // Inside the organisation, who obtained evidence and who a source is may be read.
  const behind = [...evidence, ...sources, ...proceedings];
  const isInside = audience === "internal";
  const byId = (states: readonly RecordState[]): ReadonlyMap<RecordId, readonly string[]> =>
    new Map(states.map((state) => [state.id, namesIn(state)]));
  const names = {
    hidden: byId([...hidden, ...(isInside ? [] : behind)]),
    shown: byId([...shown, ...(isInside ? behind : [])]),
  };
  const finder = createNameFinder([...names.hidden.values()].flat(), {
    shown: [...names.shown.values()].flat(),
  });
  const isPerson = ({ kind }: RecordState): boolean => kind === "person" || kind === "evidence";
  const cited = [...hidden, ...(isInside ? [] : behind)];
  const citing = createNameFinder(cited.filter(isPerson).flatMap(namesIn), {
    shown: shown.flatMap(namesIn),
    phrases: cited.filter((state) => !isPerson(state)).flatMap(namesIn),
  });
  return {
    ...names,
    unnamed,
    finder: isInside ? finder : showing(finder),
    citing: isInside ? citing : showing(citing),
    unseen,
    wholly: new Set([...persons, ...behind].filter((state) => !isPerson(state)).map(({ id }) => id)),
    named: new Set([...shown, ...(isInside ? behind : [])].map(({ id }) => id)),
  };
}

/** By kind what the rules of names look at. */
const ruledBy: Readonly<Record<string, readonly string[]>> = {
  person: ["name", "names", "pseudonym", "flags", "child", "ageBand", "mergedInto"],
  organisation: ["name", "names", "flags", "organisationKind", "mergedInto"],
  involvement: ["person", "role", "rank", "attribution", "ageThen"],
  evidence: ["obtainedBy"],
  source: ["title"],
  proceeding: ["broughtBy"],
};

function showing(finder: NameFinder): NameFinder {
  return {
    has: (text) => finder.has(text),
    found: (text) => finder.found(text).map(withVisibleCharacters),
    strike: (text) => {
      const { text: struck, count } = finder.strike(text);
      return { text: withVisibleCharacters(struck), count };
    },
  };
}

const nameFields: Readonly<Record<string, string>> = {
  evidence: "obtainedBy",
  source: "title",
  proceeding: "broughtBy",
};

function namesOutside(unseen: ReadonlySet<RecordId>): (state: RecordState) => readonly string[] {
  return (state) => {
    const field = nameFields[state.kind];
    if (field === undefined) return namesWritten(state, { isChild: unseen.has(state.id) });
    const name = textIn(valuesOf(state)[field]);
    return name === null ? [] : [name.text];
  };
}
