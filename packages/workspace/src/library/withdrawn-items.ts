// What stands where something stood that was withdrawn: that it was, when, and why; nothing of what it said.
import type { RecordId } from "@tocsin/core";
import type { Translator } from "@tocsin/language";
import type { ItemKind, LibraryItem } from "@tocsin/library";
import { valuesOf, type LanguageText, type RecordState } from "@tocsin/records";
import { stringIn, textIn } from "../values.ts";
import { bareItem } from "./bare-item.ts";
import { slugOf } from "./slug-of.ts";

export interface Gone {
  readonly id: RecordId;
  /** Kind of the record. */
  readonly kind: string;
  /** ISO 8601 in UTC; empty where nobody knows. */
  readonly when: string;
  readonly reason: LanguageText | null;
}

export function withdrawnItem(
  { id, kind, when, reason }: Gone,
  translators: ReadonlyMap<string, Translator>,
): LibraryItem {
  return {
    ...bareItem(slugOf(id), itemKindOf(kind), longAgo),
    editions: [...translators].map(([lang, { t }], at) => ({
      lang,
      isOriginal: at === 0,
      translatedBy: null,
      title: t("library.leaves.withdrawn"),
      excerpt: "",
      body: "",
    })),
    changed: when === "" ? longAgo : when,
    withdrawn: { when: when === "" ? longAgo : when, reason },
  };
}

/** A date that is plainly none, for what left no trace of when. */
const longAgo = "1970-01-01T00:00:00Z";

/** A resource that somebody withdrew by itself keeps its title: it is others' document. */
export function withdrawnResource(state: RecordState, item: LibraryItem): LibraryItem {
  const values = valuesOf(state);
  const day = stringIn(values["withdrawn"]);
  if (day === null) return item;
  const when = /^\d{4}-\d{2}-\d{2}$/.test(day)
    ? `${day}T00:00:00Z`
    : `${new Date(state.updated.at).toISOString().slice(0, 10)}T00:00:00Z`;
  return {
    ...bareItem(item.slug, item.kind, longAgo),
    editions: item.editions.map((edition) => ({ ...edition, excerpt: "", body: "" })),
    changed: item.changed,
    withdrawn: { when, reason: textIn(values["withdrawnReason"]) },
  };
}

function itemKindOf(kind: string): ItemKind {
  return kind === "measure" || kind === "proceeding" || kind === "commitment" || kind === "case"
    ? kind
    : "article";
}
