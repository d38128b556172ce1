// What led to a paragraph of an adopted text: the paragraphs before it as people confirmed them, readings of asks, and the asks.
import type { RecordId } from "@tocsin/core";
import { valuesOf, type View } from "@tocsin/records";
import { linkIn, linksIn } from "../values.ts";

export interface ParagraphHistory {
  readonly earlier: readonly RecordId[];
  readonly entries: readonly RecordId[];
  readonly asks: readonly RecordId[];
}

/** More paragraphs behind one another are not followed. */
const mostEarlier = 200;

/** From the log. */
export async function historyOf(view: View, paragraph: RecordId): Promise<ParagraphHistory> {
  const seen = new Set<RecordId>([paragraph]);
  for (const each of seen) {
    if (seen.size > mostEarlier) break;
    const state = await view.read(each);
    if (state !== undefined) for (const before of linksIn(valuesOf(state)["follows"])) seen.add(before);
  }
  const entries = new Set<RecordId>();
  const asks = new Set<RecordId>();
  for (const each of seen)
    for (const entry of await view.linked(each, { kind: "ledgerEntry", field: "paragraphs" })) {
      entries.add(entry.id);
      const ask = linkIn(valuesOf(entry)["ask"]);
      if (ask !== null) asks.add(ask);
    }
  return { earlier: [...seen].slice(1), entries: [...entries], asks: [...asks] };
}
