// Every version of a part of a draft, and of all its parts together, from the log.
import type { RecordId } from "@tocsin/core";
import type { LanguageText, StampedOperation, View } from "@tocsin/records";
import { stateOf } from "../state-of.ts";
import { textIn } from "../values.ts";
import type { Draft } from "./draft.ts";

export interface Version {
  readonly stamp: StampedOperation["stamp"];
  readonly text: LanguageText;
}

/** One change of one part, after which the draft reads as `texts` say. */
export interface WholeVersion {
  readonly stamp: StampedOperation["stamp"];
  readonly part: RecordId;
  /** By the record of the part; what is not there had nothing written in it. */
  readonly texts: ReadonlyMap<RecordId, LanguageText>;
}

/** What was taken back stands as an empty text. Oldest first. Throws `records.not-found`. */
export async function versionsOf(view: View, part: RecordId): Promise<readonly Version[]> {
  await stateOf(view, part, "documentPart");
  return (await view.history(part)).toReversed().flatMap(({ stamp, operation }): readonly Version[] => {
    const change = operation.patch["text"];
    if (change === undefined) return [];
    const text = "set" in change ? textIn(change.set) : null;
    return [{ stamp, text: text ?? { text: "", lang: "und" } }];
  });
}

/** Oldest first: what was written after having seen another comes after it, whatever the clocks say. */
export async function wholeVersionsOf(view: View, { parts }: Draft): Promise<readonly WholeVersion[]> {
  const changes = (
    await Promise.all(
      parts.map(async ({ record }) =>
        (await versionsOf(view, record)).map((version) => ({ ...version, part: record })),
      ),
    )
  )
    .flat()
    .toSorted(({ stamp: one }, { stamp: other }) => one.depth - other.depth || one.at - other.at);
  let texts: ReadonlyMap<RecordId, LanguageText> = new Map();
  return changes.map(({ stamp, part, text }) => {
    texts = new Map([...texts, [part, text]]);
    return { stamp, part, texts };
  });
}
