// What the claims of a draft rest on, as far as the audience may have it: titles, and the hashes of the evidence.
import type { RecordId } from "@tocsin/core";
import type { ClaimEvidence, ClaimSource } from "@tocsin/publish";
import { kindOf, released, valuesOf, type RecordState, type ReleaseRules } from "@tocsin/records";
import { builtInKey } from "../built-in-words.ts";
import { linkIn, linksIn, stringIn } from "../values.ts";
import type { ReadableWorkspace } from "../workspace.ts";
import { writtenIn, type Draft } from "./draft.ts";
import { quotesOf } from "./quotes.ts";

export interface Claims {
  readonly sources: ReadonlyMap<string, ClaimSource>;
  /** Records whose title or hash leaves. */
  readonly records: readonly RecordId[];
  /** Words of people that may not leave. */
  readonly unquotable: readonly string[];
}

/** A record of which nothing may leave makes no note. */
export async function claimsOf(
  { view, registry }: ReadableWorkspace,
  draft: Draft,
  rules: ReleaseRules,
): Promise<Claims> {
  const ids = [...new Set(draft.parts.flatMap(({ records }) => records))];
  const all = await view.readMany(ids);
  const quotes = await quotesOf(
    view,
    all.filter(({ kind }) => kind === "segment"),
    { rules, reportOf: draft.questionnaire },
  );
  const states = all.filter(({ kind }) => kind !== "segment");
  const behind = await view.readMany([...new Set(states.flatMap(evidenceBehind))]);
  const evidence = new Map(
    behind.map((state) => [state.id, evidenceOf(state.id, valuesLet(registry, state, rules))]),
  );
  const sources = states.flatMap((state): [RecordId, ClaimSource][] => {
    const values = valuesLet(registry, state, rules);
    const title = writtenIn(values[kindOf(registry, state.kind).options.label]);
    const own = evidenceBehind(state).flatMap((id) => evidence.get(id) ?? []);
    if (title === null && own.every(({ sha256 }) => sha256 === null)) return [];
    const key = builtInKey(stringIn(values["reference"]), "label", title?.text ?? null);
    return [
      [
        state.id,
        {
          kind: state.kind,
          title: state.kind === "evidence" ? null : title,
          ...(key === null ? {} : { key }),
          evidence: own,
        },
      ],
    ];
  });
  return {
    sources: new Map([...sources, ...quotes.sources]),
    records: [...sources.map(([id]) => id), ...quotes.records, ...evidence.keys()],
    unquotable: quotes.withheld,
  };
}

function valuesLet(registry: ReadableWorkspace["registry"], state: RecordState, rules: ReleaseRules) {
  return released(kindOf(registry, state.kind), state, rules).values;
}

function evidenceBehind(state: RecordState): readonly RecordId[] {
  const { evidence } = valuesOf(state);
  if (state.kind === "evidence") return [state.id];
  const one = linkIn(evidence);
  return one === null ? linksIn(evidence) : [one];
}

function evidenceOf(record: RecordId, values: ReturnType<typeof valuesLet>): ClaimEvidence {
  return { record, title: writtenIn(values["title"]), sha256: stringIn(values["sha256"]) };
}
