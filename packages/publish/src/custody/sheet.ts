// The custody sheet of one piece of evidence: plain data, the same in every edition. What it is measured against is in
// docs/berkeley-protocol.md.
import type { RecordId } from "@tocsin/core";

export const custodyFormat = "tocsin.custody" as const;
export const custodyVersion = 1 as const;

export interface CustodySheet extends Custody {
  readonly format: typeof custodyFormat;
  readonly version: typeof custodyVersion;
  readonly language: string;
  /** ISO 8601 in UTC, to the second. */
  readonly madeAt: string;
  readonly tool: { readonly name: string; readonly version: string };
  readonly vault: string;
  readonly release: {
    readonly id: RecordId;
    readonly audience: string;
    readonly approvedBy: string;
  };
}

/** What the log says about one piece of evidence, oldest first. */
export interface Custody {
  readonly exhibit: RecordId;
  readonly facts: readonly CustodyFact[];
  readonly lines: readonly CustodyLine[];
  /** What nobody can learn from the log: `sheet.gap.<name>`. */
  readonly gaps: readonly CustodyGap[];
}

export interface CustodyGap {
  readonly name: string;
  readonly count: number;
}

export const custodyEventNames = [
  "taken-in",
  "changed",
  "verified",
  "examined",
  "derived",
  "into-case",
  "taken-out",
  "released",
  "bundled",
  "entry",
  "erased",
] as const;
export type CustodyEventName = (typeof custodyEventNames)[number];

export interface CustodyLine {
  readonly event: CustodyEventName;
  /** As the clock of the device claims: ISO 8601 in UTC, or what it claims where that is no date. */
  readonly at: string;
  readonly facts: readonly CustodyFact[];
  /** Where it stands in the log, and which device wrote it. */
  readonly written: {
    readonly device: string;
    readonly chain: string;
    readonly sequence: number;
    readonly index: number;
    readonly commit: string;
  };
}

/** `sheet.row.<name>` */
export interface CustodyFact {
  readonly name: string;
  readonly value: CustodyValue;
}

export type CustodyValue =
  | { readonly kind: "text"; readonly text: string; readonly language: string }
  | { readonly kind: "verbatim"; readonly text: string }
  | { readonly kind: "term"; readonly key: string; readonly code: string }
  | { readonly kind: "date"; readonly edtf: string }
  | { readonly kind: "count"; readonly key: string; readonly count: number }
  | { readonly kind: "withheld" };
