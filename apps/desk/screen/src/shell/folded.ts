// What stands in the road at once, and what is folded away behind "More" in its group: kinds and screens by the keys of their
// labels. A kind that is not named here stands there at once.

type Tool = readonly [screen: string, label: string];

export const toolsAlways: readonly Tool[] = [
  ["phone", "desk.nav.examine"],
  ["site", "desk.nav.network"],
  ["resolution", "desk.nav.resolution"],
  ["words", "desk.words.title"],
  ["manual", "manual.title"],
];
/** Of an open vault. */
export const toolsOfVault: readonly Tool[] = [
  ["import", "desk.table.title"],
  ["timeline", "pictures.timeline"],
  ["map", "pictures.map"],
  ["counts", "desk.counts.title"],
  ["matrix", "desk.matrix.title"],
  ["registers", "registers.title"],
  ["duplicates", "desk.duplicates.title"],
  ["activity", "desk.activity.title"],
  ["vault", "desk.vault.title"],
  ["settings", "desk.settings.title"],
];

const foldedKinds: readonly string[] = [
  // The road.
  "provision",
  "recommendation",
  "instrument",
  "assessment",
  "document",
  "resource",
  // The record.
  "action",
  "deadline",
  "source",
  "statement",
  "consent",
  "term",
  "retention",
  // Texts and voices.
  "draft",
  "ask",
  "amendment",
  "agreedLanguage",
  "contribution",
];

const folded: ReadonlySet<string> = new Set([
  ...foldedKinds.map((kind) => `kind.${kind}`),
  "desk.words.title",
  "manual.title",
  "desk.counts.title",
  "desk.matrix.title",
  "registers.title",
  "desk.duplicates.title",
  "desk.activity.title",
]);

/** Whether the entry with that label is folded away. */
export function isFolded(label: string): boolean {
  return folded.has(label);
}
