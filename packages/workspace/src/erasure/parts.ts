// What hangs on a record alone, and so goes with it: a table of kinds, and one walk over it.
import type { RecordId } from "@tocsin/core";
import { valuesOf, type RecordState, type View } from "@tocsin/records";
import { linkIn } from "../values.ts";
import type { Belonging } from "./subject.ts";

interface Part {
  readonly kind: string;
  /** It goes with any of these: the field, and the kind that the field leads to. */
  readonly on: Readonly<Record<string, string>>;
  /** It goes with its case where it has none of those. */
  readonly orCase?: true;
}

/** A field of this kind of link leads anywhere. */
const anyKind = "any";

export const parts: readonly Part[] = [
  {
    kind: "involvement",
    on: { person: "person", organisation: "organisation", incident: "incident", proceeding: "proceeding" },
    orCase: true,
  },
  { kind: "relation", on: { person: "person", to: "person", organisation: "organisation" } },
  { kind: "finding", on: { evidence: "evidence" }, orCase: true },
  { kind: "evidence", on: { parent: "evidence" }, orCase: true },
  { kind: "custody", on: { evidence: "evidence" } },
  { kind: "consent", on: { person: "person", organisation: "organisation", case: "case" } },
  { kind: "incident", on: { case: "case", mergedInto: "incident" } },
  { kind: "eventLink", on: { from: "incident", to: "incident" } },
  { kind: "source", on: { person: "person", case: "case", mergedInto: "source" } },
  { kind: "statement", on: { person: "person", incident: "incident", source: "source" }, orCase: true },
  { kind: "action", on: { case: "case" } },
  { kind: "proceeding", on: { case: "case" } },
  { kind: "hearing", on: { proceeding: "proceeding" }, orCase: true },
  { kind: "deadline", on: { proceeding: "proceeding" }, orCase: true },
  // Why it engages a commitment is about the record itself.
  { kind: "engagement", on: { of: anyKind } },
  { kind: "assessment", on: { subject: "proceeding" } },
  { kind: "rating", on: { assessment: "assessment" } },
  { kind: "answer", on: { rating: "rating" } },
  { kind: "settlement", on: { assessment: "assessment" } },
  { kind: "rightOfReply", on: { assessment: "assessment" } },
  // A row that something was made from holds the words of the table, whoever else they are about.
  { kind: "tableRow", on: { records: anyKind, table: "table" } },
  // A draft about a case tells the case; its parts hold the words.
  { kind: "document", on: { proceeding: "proceeding" }, orCase: true },
  { kind: "documentPart", on: { document: "document" } },
  // The file that it came in holds the same words: whoever erases that erases these.
  { kind: "contribution", on: { original: "evidence", questionnaire: "questionnaire" } },
  { kind: "contributionAnswer", on: { contribution: "contribution" } },
  // A segment holds words of the answer.
  { kind: "segment", on: { answer: "contributionAnswer" } },
  { kind: "coding", on: { segment: "segment", answer: "contributionAnswer", code: "codebookCode" } },
  { kind: "codebookCode", on: { codebook: "codebook" } },
  { kind: "codingSheet", on: { questionnaire: "questionnaire", codebook: "codebook" } },
  // A draft tells what was negotiated; its paragraphs and its sealed original are nothing without it.
  { kind: "draft", on: { negotiation: "negotiation" } },
  { kind: "draftParagraph", on: { draft: "draft" } },
  { kind: "alignment", on: { older: "draft", newer: "draft" } },
  { kind: "ask", on: { negotiation: "negotiation" } },
  { kind: "ledgerEntry", on: { ask: "ask", draft: "draft" } },
  { kind: "amendment", on: { negotiation: "negotiation" } },
  { kind: "sponsorList", on: { negotiation: "negotiation" } },
  { kind: "position", on: { negotiation: "negotiation" } },
  { kind: "handOver", on: { draft: "draft", paragraph: "draftParagraph", commitment: "commitment" } },
  // A letter and what hangs on it go together; its frozen list keeps the hash of a signature that is erased alone.
  { kind: "letterVersion", on: { letter: "letter" } },
  { kind: "signature", on: { letter: "letter", contribution: "contribution" } },
  { kind: "signatureCheck", on: { signature: "signature" } },
  { kind: "signerDecision", on: { letter: "letter" } },
  { kind: "task", on: { case: "case", about: anyKind } },
  // The same person or organisation, written down twice.
  { kind: "person", on: { mergedInto: "person" } },
  { kind: "organisation", on: { mergedInto: "organisation" } },
];

/** Fields of incidents by which they rest on something that stands in a case. */
const restsOn: Readonly<Record<string, string>> = {
  evidence: "evidence",
  finding: "findings",
  source: "sources",
};

/** The roots with everything that hangs on the chosen ones, each record once. */
export async function withParts(view: View, roots: readonly Belonging[]): Promise<readonly Belonging[]> {
  const found = new Map<RecordId, Belonging>();
  for (const each of roots) if (!found.has(each.state.id)) found.set(each.state.id, each);
  const waiting = [...found.values()].filter(({ chosen }) => chosen);
  for (let at = 0; at < waiting.length; at += 1) {
    const from = waiting[at];
    if (from === undefined) break;
    for (const each of [...(await hangingOn(view, from.state)), ...(await peopleOnlyIn(view, from, found))]) {
      // What was only offered goes with the record that it turns out to hang on.
      if (found.get(each.state.id)?.chosen === true) continue;
      found.set(each.state.id, each);
      waiting.push(each);
    }
  }
  return sortOutShared(view, found);
}

async function hangingOn(view: View, { id, kind: owner }: RecordState): Promise<readonly Belonging[]> {
  const hanging: Belonging[] = [];
  for (const { kind, on, orCase } of parts) {
    const fields = Object.entries(on).filter(([, target]) => target === owner || target === anyKind);
    for (const [field] of fields)
      for (const state of await view.linked(id, { kind, field })) hanging.push(partOf(state, id));
    if (orCase !== true || owner !== "case") continue;
    for (const state of await view.linked(id, { kind, field: "case" })) {
      const values = valuesOf(state);
      const isElsewhere = Object.keys(on).some((field) => linkIn(values[field]) !== null);
      if (!isElsewhere) hanging.push(partOf(state, id));
    }
  }
  return hanging;
}

function partOf(state: RecordState, on: RecordId): Belonging {
  return { state, reason: "part", chosen: true, on };
}

/** Everybody in it of whom nothing would be left but the name. */
async function peopleOnlyIn(
  view: View,
  { state }: Belonging,
  found: ReadonlyMap<RecordId, Belonging>,
): Promise<readonly Belonging[]> {
  const { person, to } = valuesOf(state);
  const ids = [linkIn(person), state.kind === "relation" ? linkIn(to) : null];
  const people = await Promise.all(
    ids.map(async (id): Promise<readonly Belonging[]> => {
      const one = id === null || found.has(id) ? undefined : await view.read(id);
      if (one === undefined) return [];
      const rest = await hangingOn(view, one);
      const isAlone = rest.every(
        (each) => each.state.id === state.id || found.get(each.state.id)?.chosen === true,
      );
      return isAlone ? [partOf(one, state.id)] : [];
    }),
  );
  return people.flat();
}

/** What an incident outside the plan rests on is offered, with what hangs on it. */
async function sortOutShared(
  view: View,
  found: ReadonlyMap<RecordId, Belonging>,
): Promise<readonly Belonging[]> {
  const shared = new Set<RecordId>();
  for (const { state, reason, on } of found.values()) {
    const field = reason === "part" && on !== null ? restsOn[state.kind] : undefined;
    if (field === undefined || found.get(on ?? state.id)?.state.kind !== "case") continue;
    const resting = await view.linked(state.id, { kind: "incident", field });
    if (resting.some(({ id }) => found.get(id)?.chosen !== true)) shared.add(state.id);
  }
  for (const { state, on } of found.values()) if (on !== null && shared.has(on)) shared.add(state.id);
  return [...found.values()].map((each) =>
    shared.has(each.state.id) ? { ...each, reason: "shared", chosen: false } : each,
  );
}
