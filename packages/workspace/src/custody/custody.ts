// The custody of one piece of evidence, whole: what it is, what happened to it, and what nobody can learn from the log.
import type { RecordId } from "@tocsin/core";
import type { Custody, CustodyGap } from "@tocsin/publish";
import { RecordsError, valuesOf, type RecordState, type View } from "@tocsin/records";
import { integerIn, linkIn, listIn, objectIn, stringIn, textIn } from "../values.ts";
import { custodyLines, intakeFacts, type OpenFact, type OpenLine } from "./lines.ts";

/** As it is inside the vault; every fact says by which field of evidence a release decides about it. */
export interface OpenCustody extends Omit<Custody, "facts" | "lines"> {
  readonly facts: readonly OpenFact[];
  readonly lines: readonly OpenLine[];
}

/** Throws `records.not-found` for what neither is evidence nor was. */
export async function custodyOf(view: View, id: RecordId): Promise<OpenCustody> {
  const state = await view.read(id);
  if (state?.kind === "evidence")
    return {
      exhibit: id,
      facts: factsOf(state),
      lines: await custodyLines(view, state),
      gaps: await gapsOf(view, ["before", "inside", "clock", "people"]),
    };
  const erased = await erasureOf(view, id);
  if (erased === null)
    throw new RecordsError("records.not-found", "Cannot find evidence: nothing has this id");
  return {
    exhibit: id,
    facts: erased.facts,
    lines: [erased.line],
    gaps: await gapsOf(view, ["erased", "clock", "people"]),
  };
}

function factsOf(state: RecordState): readonly OpenFact[] {
  const values = valuesOf(state);
  const title = textIn(values["title"]);
  const mediaType = stringIn(values["mediaType"]);
  const about = intakeFacts(values).filter(({ name }) =>
    ["sha256", "size", "files", "sealed-file", "parent", "looks-like", "sign"].includes(name),
  );
  return [
    ...(title === null
      ? []
      : [
          {
            name: "title",
            field: "title",
            value: { kind: "text", text: title.text, language: title.lang } as const,
          },
        ]),
    { name: "record", field: null, value: { kind: "verbatim", text: state.id } },
    ...about,
    ...(mediaType === null
      ? []
      : [{ name: "media-type", field: "mediaType", value: { kind: "verbatim", text: mediaType } as const }]),
  ];
}

async function gapsOf(view: View, names: readonly string[]): Promise<readonly CustodyGap[]> {
  const copies = await view.count("copy");
  return [...names.map((name) => ({ name, count: 0 })), { name: "copies", count: copies }];
}

interface Erased {
  readonly facts: readonly OpenFact[];
  readonly line: OpenLine;
}

/** What the record of an erasure keeps of a piece of evidence. */
async function erasureOf(view: View, id: RecordId): Promise<Erased | null> {
  let after: string | null = null;
  do {
    const page = await view.list({ kind: "erasure", limit: 200, ...(after === null ? {} : { after }) });
    for (const row of page.rows) {
      const state = await view.read(row.id);
      const kept = state && listIn(valuesOf(state)["evidence"]).map(objectIn);
      const entry = kept?.find(({ record }) => linkIn(record) === id);
      if (state !== undefined && entry !== undefined) return erasedAs(state, id, entry);
    }
    after = page.next;
  } while (after !== null);
  return null;
}

function erasedAs(state: RecordState, id: RecordId, entry: ReturnType<typeof objectIn>): Erased {
  const { device, chain, sequence, index, commit, at } = state.created;
  const ground = stringIn(valuesOf(state)["ground"]) ?? "";
  const [sha256, size, added] = [
    stringIn(entry["sha256"]),
    integerIn(entry["size"]),
    stringIn(entry["added"]),
  ];
  const fact = (name: string, value: OpenFact["value"]): OpenFact => ({ name, field: null, value });
  return {
    facts: [
      fact("record", { kind: "verbatim", text: id }),
      ...(sha256 === null ? [] : [fact("sha256", { kind: "verbatim", text: sha256 })]),
      ...(size === null ? [] : [fact("size", { kind: "count", key: "sheet.count.size", count: size })]),
      ...(added === null ? [] : [fact("added", { kind: "date", edtf: added })]),
    ],
    line: {
      event: "erased",
      at: new Date(at).toISOString(),
      facts: [fact("ground", { kind: "term", key: `erasureGrounds.${ground}.label`, code: ground })],
      written: { device, chain, sequence, index, commit },
    },
  };
}
