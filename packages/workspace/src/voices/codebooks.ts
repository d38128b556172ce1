// Codebooks as the vault holds them. A code that was merged stays known: what was coded by it counts for the one that it went
// into.
import type { RecordId } from "@tocsin/core";
import { codebookKind, valuesOf, type RecordState, type View } from "@tocsin/records";
import { codeFamilies, type CodeFamily } from "@tocsin/voices";
import { flagIn, integerIn, linkIn, stringIn, textIn, type Values } from "../values.ts";

export interface BookCode {
  readonly record: RecordId;
  readonly title: { readonly text: string; readonly lang: string };
  readonly family: CodeFamily;
  readonly definition: { readonly text: string; readonly lang: string } | null;
  /** The code that it counts for: itself, where it was not merged. */
  readonly root: RecordId;
  readonly retired: boolean;
}

export interface Book {
  readonly record: RecordId;
  readonly title: { readonly text: string; readonly lang: string };
  readonly edition: number;
  /** By family, in the order in which they were added. */
  readonly codes: readonly BookCode[];
}

export function bookHead(state: RecordState): Omit<Book, "codes"> {
  const values = valuesOf(state);
  return {
    record: state.id,
    title: textIn(values["title"]) ?? { text: "", lang: "und" },
    edition: integerIn(values["edition"]) ?? 1,
  };
}

/** The newest codebook; null where there is none. */
export async function newestBook(view: View): Promise<RecordId | null> {
  const { rows } = await view.list({ kind: codebookKind.name, limit: 1 });
  return rows[0]?.id ?? null;
}

export async function codesOfBook(view: View, codebook: RecordId): Promise<readonly BookCode[]> {
  const found = await view.glanceLinked([codebook], { kind: "codebookCode", field: "codebook" });
  const states = found.get(codebook) ?? [];
  const merged = new Map(
    states.flatMap((state) => {
      const into = linkIn(valuesOf(state)["mergedInto"]);
      return into === null ? [] : [[state.id, into] as const];
    }),
  );
  const codes = states.map((state) => codeOf(state.id, valuesOf(state), merged));
  return codeFamilies.flatMap((family) => codes.filter((code) => code.family === family));
}

function codeOf(record: RecordId, values: Values, merged: ReadonlyMap<RecordId, RecordId>): BookCode {
  const family = stringIn(values["family"]);
  return {
    record,
    title: textIn(values["title"]) ?? { text: "", lang: "und" },
    family: codeFamilies.find((each) => each === family) ?? "risk",
    definition: textIn(values["definition"]),
    root: rootOf(record, merged),
    retired: flagIn(values["retired"]) === true || merged.has(record),
  };
}

/** Two people can have merged two codes into each other: then the walk ends where it began. */
function rootOf(record: RecordId, merged: ReadonlyMap<RecordId, RecordId>): RecordId {
  const seen = new Set<RecordId>([record]);
  let root = record;
  for (let next = merged.get(root); next !== undefined && !seen.has(next); next = merged.get(root)) {
    seen.add(next);
    root = next;
  }
  return root;
}
