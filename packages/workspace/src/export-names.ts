// Which names of the whole vault may leave for an audience, and what finds the others wherever somebody wrote them.
import { missingConsents, type Audience, type MissingConsent } from "@tocsin/cases";
import { withVisibleCharacters, type RecordId } from "@tocsin/core";
import { createNameFinder, type NameFinder } from "@tocsin/publish";
import { valuesOf, type RecordState } from "@tocsin/records";
import { consentOnFile } from "./names.ts";
import { allOf } from "./all-of.ts";
import { textIn } from "./values.ts";
import { namesWritten, whomToName } from "./whom-to-name.ts";
import type { Workspace } from "./workspace.ts";

export interface ExportNames {
  /** Persons who may not be named, and why. */
  readonly unnamed: readonly MissingConsent[];
  /** For others it shows hidden characters too; inside, texts leave as they were written, and come in again unchanged. */
  readonly finder: NameFinder;
  /** Children, of whom nothing that stands for the name leaves either. */
  readonly unseen: ReadonlySet<RecordId>;
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
  const [people, organisations] = [await read("person"), await read("organisation")];
  const [evidence, sources, proceedings] = [
    await read("evidence"),
    await read("source"),
    await read("proceeding"),
  ];
  const consents = (await read("consent")).map(consentOnFile);
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
  const finder = createNameFinder([...hidden, ...(isInside ? [] : behind)].flatMap(namesIn), {
    shown: [...shown, ...(isInside ? behind : [])].flatMap(namesIn),
  });
  return {
    unnamed,
    finder: isInside ? finder : showing(finder),
    unseen,
    named: new Set([...shown, ...(isInside ? behind : [])].map(({ id }) => id)),
  };
}

function showing(finder: NameFinder): NameFinder {
  return {
    has: (text) => finder.has(text),
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
