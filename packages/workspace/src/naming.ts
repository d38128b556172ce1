// Whether a few people and organisations may be named, by the rule of consents, for a page that shows them: from the tables,
// and of somebody with thousands of parts by the newest. What leaves is decided anew, by everything (names.ts).
import { missingConsents, type Audience } from "@tocsin/cases";
import type { RecordId } from "@tocsin/core";
import type { RecordState, View } from "@tocsin/records";
import { glancing } from "./glancing.ts";
import { consentOnFile, type NameDecision } from "./names.ts";
import { withMerged } from "./same-person.ts";
import { whomToName } from "./whom-to-name.ts";

export interface Naming {
  /** The rule's answer; undefined for somebody who was not asked about. */
  decide(record: RecordId, audience: Audience): NameDecision | undefined;
  /** Every part and consent of theirs was looked at. */
  readonly isWhole: boolean;
}

interface NamingOptions {
  /** Absent: only consents for every case count. */
  readonly case?: RecordId;
  /** Milliseconds since 1970. */
  readonly now: number;
}

const atMost = 300;

/** `somebody`: people and organisations. */
export async function namingOf(
  view: View,
  somebody: readonly RecordState[],
  release: NamingOptions,
): Promise<Naming> {
  const tables = glancing(view);
  const [people, organisations] = await Promise.all(
    ["person", "organisation"].map((kind) =>
      withMerged(
        tables,
        kind,
        somebody.filter((state) => state.kind === kind),
      ),
    ),
  );
  const newest = (states: readonly RecordState[] = [], kind: string) =>
    Promise.all(
      states.map(async ({ id, kind: field }) => {
        const rows = await view.linkedRows(id, { kind, field, limit: atMost });
        return view.glance(rows.map((row) => row.id));
      }),
    );
  const parts = await newest(people, "involvement");
  const consents = [...(await newest(people, "consent")), ...(await newest(organisations, "consent"))];
  const asked = whomToName(people ?? [], parts.flat(), organisations ?? []);
  const onFile = consents.flat().map(consentOnFile);
  return {
    isWhole: [...parts, ...consents].every((states) => states.length < atMost),
    decide(record, audience) {
      const one = asked.filter(({ id }) => id === record);
      const [missing] = missingConsents(one, onFile, { audience, ...release });
      if (one.length === 0) return undefined;
      return missing === undefined ? { allowed: true } : { allowed: false, reason: missing.reason };
    },
  };
}
