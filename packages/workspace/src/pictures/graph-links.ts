// Who did what to whom, as links: parts that people and organisations had, how people belong together, and how incidents do.
import type { RecordId } from "@tocsin/core";
import { isAccusedRole } from "@tocsin/cases";
import { valuesOf, type RecordState } from "@tocsin/records";
import { linkIn, stringIn, textIn } from "../values.ts";

export interface GraphLink {
  /** The record that says so. */
  readonly record: RecordId;
  readonly kind: "involvement" | "relation" | "eventLink";
  readonly from: RecordId;
  readonly to: RecordId;
  readonly code: string;
  /** Where the code has its words. */
  readonly vocabulary: "roles" | "relations" | "eventLinks";
  /** Of those who act, or are said to. */
  readonly isAccused: boolean;
  /** Nobody has established it: the record says suspected, or its ground is a weak one, or there is none. */
  readonly isSuspected: boolean;
  /** Code of `attributionGrounds`. */
  readonly attribution: string | null;
  readonly grounds: string | null;
}

/** On these nobody is named as having done it. */
const weakGrounds: readonly (string | null)[] = ["pattern", "denied", "unknown", null];

export function graphLinksOf(state: RecordState): readonly GraphLink[] {
  const values = valuesOf(state);
  const at = (field: string): RecordId | null => linkIn(values[field]);
  const link = (
    [from, to]: readonly [RecordId | null, RecordId | null],
    more: Pick<GraphLink, "kind" | "vocabulary"> & { readonly code: string | null },
  ): readonly GraphLink[] => {
    const { code } = more;
    if (from === null || to === null || code === null) return [];
    const attribution = stringIn(values["attribution"]);
    const isAccused = more.kind === "involvement" && isAccusedRole(code);
    const isSuspected =
      stringIn(values["degree"]) === "suspected" || (isAccused && weakGrounds.includes(attribution));
    const grounds = textIn(values["grounds"])?.text ?? null;
    return [{ ...more, code, record: state.id, from, to, isAccused, isSuspected, attribution, grounds }];
  };
  switch (state.kind) {
    case "involvement":
      return link([at("person") ?? at("organisation"), at("incident") ?? at("proceeding") ?? at("case")], {
        kind: "involvement",
        vocabulary: "roles",
        code: stringIn(values["role"]),
      });
    case "relation":
      return link([at("person"), at("to") ?? at("organisation")], {
        kind: "relation",
        vocabulary: "relations",
        code: stringIn(values["relation"]),
      });
    case "eventLink":
      return link([at("from"), at("to")], {
        kind: "eventLink",
        vocabulary: "eventLinks",
        code: stringIn(values["link"]),
      });
    default:
      return [];
  }
}
