// Pulling the thread, as lines that the panel draws: from the vault's own steps and from those of a report's sentence.
import type { ThreadStep } from "@tocsin/workspace";
import type { Translator } from "@tocsin/language";
import type { PreviewStep } from "../api/contract/report.ts";
import { textOr } from "./labels.ts";

export interface ThreadLine {
  readonly depth: number;
  /** What this step is: "Finding", "Piece of evidence", "SHA-256". */
  readonly what: string;
  readonly label: string;
  readonly details: readonly string[];
  readonly hash: string | null;
  readonly address: readonly [kind: string, id: string] | null;
  /** It says itself why nothing comes behind it. */
  readonly ends: boolean;
}

/** Steps of a report that lead to nothing else: outside of the release, about the document itself. */
const ending: readonly string[] = ["gap", "document"];

export function linesOfVault(words: Translator, steps: readonly ThreadStep[]): readonly ThreadLine[] {
  return steps.map(({ depth, kind, record, label, detail }) => ({
    depth,
    what: textOr(words, record === null ? `desk.thread.${kind}` : `kind.${kind}.one`, kind),
    label: record === null ? "" : label,
    details: Object.entries(detail).map(([name, value]) =>
      words.t("desk.thread.detail", { name: textOr(words, `desk.thread.detail.${name}`, name), value }),
    ),
    hash: record === null ? label : null,
    address: record === null ? null : [kind, record],
    ends: false,
  }));
}

/** A step of a report names only what the release lets out. */
export function linesOfSentence(words: Translator, steps: readonly PreviewStep[]): readonly ThreadLine[] {
  return steps.map((step) => {
    const { depth, kind } = step;
    const record = stringIn(step, "record");
    const hash = stringIn(step, "sha256");
    const facts = ["title", "path", "instrument", "examiner", "obtainedHow", "obtainedAt", "at", "url", "by"];
    return {
      depth,
      what: textOr(words, `desk.thread.${kind}`, textOr(words, `kind.${kind}.one`, kind)),
      label: stringIn(step, "label") ?? "",
      details: [...facts.flatMap((name) => stringIn(step, name) ?? []), ...placeIn(step["place"])],
      hash,
      address: record !== null && words.has(`kind.${kind}.one`) ? [kind, record] : null,
      ends: ending.includes(kind),
    };
  });
}

function stringIn(step: PreviewStep, name: string): string | null {
  const value = step[name];
  return typeof value === "string" && value !== "" ? value : null;
}

function placeIn(place: unknown): readonly string[] {
  if (typeof place !== "object" || place === null) return [];
  return [
    Object.values(place)
      .filter((part) => part !== null)
      .join(" · "),
  ];
}
