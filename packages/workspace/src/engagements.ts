// Which commitments a record engages: by what its acts and the rules say, by what people added, less what people refused.
import { engagedByRules, type Engaged } from "@tocsin/assess";
import { engagedCommitments } from "@tocsin/cases";
import type { RecordId } from "@tocsin/core";
import { compareStamps, valuesOf, type View } from "@tocsin/records";
import { codesIn, linkIn, stringIn, textIn, type Values } from "./values.ts";

/** Kinds that can engage commitments: each has a field `commitments`. */
export const engagingKinds: readonly string[] = ["incident", "measure", "proceeding"];

/** Kinds of which a person alone decides what they are about: rules suggest, and link nothing. */
export const decidedKinds: readonly string[] = [...engagingKinds, "recommendation"];

/** The records of commitments with these references (`C-SPY-1`), as far as the vault has them. */
export async function commitmentsByReference(
  view: View,
  references: readonly string[],
): Promise<readonly RecordId[]> {
  const pages = await Promise.all(
    references.map((value) =>
      view.list({ kind: "commitment", where: [{ field: "reference", value }], limit: 1 }),
    ),
  );
  return pages.flatMap(({ rows }) => rows.map(({ id }) => id));
}

/** References, each once, with the rules that name them; what the acts of an incident engage comes from `acts`. */
export function engagedBy(kind: string, values: Values): readonly Engaged[] {
  const acts = kind === "incident" ? engagedCommitments(codesIn(values["acts"])) : [];
  const all = [
    ...acts.map((commitment) => ({ commitment, rules: ["acts"] })),
    ...engagedByRules(kind, values),
  ];
  const rules = new Map<string, readonly string[]>();
  for (const { commitment, rules: by } of all)
    rules.set(commitment, [...(rules.get(commitment) ?? []), ...by]);
  return [...rules].map(([commitment, by]) => ({ commitment, rules: by }));
}

export interface Decision {
  readonly commitment: RecordId;
  readonly decision: "added" | "refused";
  readonly reason: string;
  readonly when: string | null;
}

/** What people said of this record: for each commitment what they said last. */
export async function decisionsOn(view: View, record: RecordId): Promise<ReadonlyMap<RecordId, Decision>> {
  const states = await view.linked(record, { kind: "engagement", field: "of" });
  const decided = new Map<RecordId, Decision>();
  for (const state of states.toSorted((a, b) => compareStamps(a.created, b.created))) {
    const { commitment, decision, reason, when } = valuesOf(state);
    const id = linkIn(commitment);
    if (id === null || (decision !== "added" && decision !== "refused")) continue;
    decided.set(id, { commitment: id, decision, reason: textIn(reason)?.text ?? "", when: stringIn(when) });
  }
  return decided;
}
