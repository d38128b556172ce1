// The identity card of the resolution: what is known of it, from where, and what is not known
// (catalogue: `fact.<id>.label`, `.text`).
import type { SourceKey } from "./sources.ts";

export interface Fact {
  readonly id: string;
  /**
   * "reported": read in a source. "unconfirmed": handed down to us, not seen in any source that we read.
   * "unknown": looked for and not found.
   */
  readonly standing: "reported" | "unconfirmed" | "unknown";
  /** For what is unconfirmed or unknown: where to look. */
  readonly sources: readonly SourceKey[];
  /** Whether somebody compared it with the official text. */
  readonly checked: boolean;
}

function fact(id: string, standing: Fact["standing"], sources: readonly SourceKey[]): Fact {
  return { id, standing, sources, checked: false };
}

export const facts: readonly Fact[] = [
  fact("symbol", "unconfirmed", ["official-text"]),
  fact("title", "reported", ["article19-resolution"]),
  fact("subtitle", "unconfirmed", ["official-text"]),
  fact("adopted", "reported", ["article19-resolution", "article19-session", "ishr-agenda"]),
  fact("how", "reported", ["ishr-adoption", "article19-resolution"]),
  fact("lead", "reported", ["article19-resolution", "article19-opening"]),
  fact("rhythm", "reported", ["article19-resolution", "article19-opening"]),
  fact("co-sponsors", "reported", ["article19-resolution", "law-society-ireland"]),
  fact("informals", "reported", ["ishr-adoption"]),
  fact("drafts", "reported", ["ishr-takeaways"]),
  fact("amendments", "reported", ["ishr-adoption"]),
  fact("consultation", "reported", ["cade"]),
  fact("weight", "reported", ["article19-resolution"]),
  fact("official-text", "unknown", ["official-text"]),
  fact("draft-symbols", "unconfirmed", ["official-text"]),
  fact("co-sponsors-exact", "unknown", ["official-text"]),
  fact("amendments-numbers", "unknown", ["official-text"]),
  fact("report-due", "unknown", ["official-text"]),
  fact("workshop-places", "unknown", ["official-text"]),
];
