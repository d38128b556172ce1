// How far each kind of finding goes, and why. The level follows from what the evidence shows, never from the module
// that found it. Campaigns of mercenary spyware and of stalkerware are told apart by their names alone.
import type { Level } from "@tocsin/core";

export interface Meaning {
  readonly level: Level;
  /** For reviewers of the table; people read the catalogue. */
  readonly reason: string;
}

export const meanings = {
  "link.received": {
    level: "high",
    reason: "Somebody sent a link to known spyware infrastructure: targeting, not infection.",
  },
  "link.sent": {
    level: "medium",
    reason: "The owner sent it: mostly a warning or a question to somebody who helps.",
  },
  "link.visited": {
    level: "critical",
    reason: "The browser loaded a page of known spyware infrastructure: an infection may have followed.",
  },
  "link.attempted": {
    level: "medium",
    reason: "The address is in the history, but the page is recorded as not loaded.",
  },
  "email.mentioned": {
    level: "medium",
    reason: "An address used by a campaign stands in a message; who wrote it is not known from that.",
  },
  "email.correspondent": {
    level: "high",
    reason: "Messages came from, or went to, an address that a campaign has used: targeting, not infection.",
  },
  "process.seen": {
    level: "critical",
    reason: "A process with the name of known spyware used the network.",
  },
  "process.cut": {
    level: "medium",
    reason: "Only the first 15 or 16 letters could be compared; other programs can share them.",
  },
  "file.seen": {
    level: "critical",
    reason: "A file lies at a path that known spyware uses, at a whole path and not a part of a name.",
  },
  "file.named": {
    level: "medium",
    reason: "Only the name is the same; the place is another or unknown.",
  },
  "app.installed": {
    level: "high",
    reason: "An app with the identifier of known spyware or stalkerware is, or was, installed.",
  },
  "process.unnamed": {
    level: "low",
    reason:
      "Use of data by a process whose entry is gone: spyware has done that, and so do updates and resets.",
  },
  "manifest.mismatch": {
    level: "medium",
    reason:
      "The name of a stored file does not follow from its path: the list was changed after it was made.",
  },
  "manifest.climbing": {
    level: "high",
    reason:
      "An entry points out of the backup: no phone writes that, so somebody built it against the examiner.",
  },
  "evidence.changed": {
    level: "high",
    reason: "A file changed while it was examined: what was found may not be what is there.",
  },
} as const satisfies Record<string, Meaning>;

export type MeaningKey = keyof typeof meanings;
