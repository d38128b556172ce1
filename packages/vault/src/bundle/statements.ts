// What a bundle proves once it was checked, and what no bundle can prove: sentences by their keys.
import type {
  BundleFailureKind,
  CheckedExhibit,
  CheckedOperation,
  FailureBook,
  ProvedKey,
  UnprovedKey,
} from "./bundle-report.ts";
import type { BundleDocument } from "./document.ts";

export interface Found {
  readonly document: BundleDocument;
  readonly operations: readonly CheckedOperation[];
  readonly exhibits: readonly CheckedExhibit[];
  readonly failures: FailureBook;
}

const fileFailures: readonly BundleFailureKind[] = [
  "missing-file",
  "unexpected-file",
  "too-large",
  "hash-differs",
  "malformed",
];

/** A sentence stands only where nothing at all speaks against it. */
export function provedBy({ operations, exhibits, failures }: Found): readonly ProvedKey[] {
  const isRead = !failures.has("malformed", "too-large", "twice");
  const isSigned = !failures.has("no-founding", "unknown-device", "bad-signature", "after-removal");
  const isPlaced =
    isRead && !failures.has("commit-hash-differs", "not-in-chain", "other-vault", "no-founding");
  const isWhole = isRead && operations.length > 0 && !failures.has("not-in-commit", "no-commit");
  const proved: readonly (readonly [ProvedKey, boolean])[] = [
    ["files", !failures.has(...fileFailures)],
    ["entries", isWhole && isSigned && isPlaced],
    ["signatures", isRead && isSigned],
    ["chains", isPlaced],
    ["exhibits", exhibits.length > 0 && exhibits.every(({ state, isNamed }) => state === "fits" && isNamed)],
    ["release", isRead && !failures.has("selection-differs", "not-released")],
  ];
  return proved.filter(([, holds]) => holds).map(([key]) => key);
}

export function unprovedBy({ exhibits }: Found): readonly UnprovedKey[] {
  const isLocked = exhibits.some(({ state }) => state === "not-opened");
  const always: readonly UnprovedKey[] = [
    "person",
    "times",
    "history",
    "complete",
    "true",
    "key",
    "vault",
    "removals",
    "pages",
  ];
  return isLocked ? ["recipients", ...always] : always;
}
