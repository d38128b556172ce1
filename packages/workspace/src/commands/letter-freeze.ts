// The list of a letter is frozen: ordered, hashed, and written once for all.
import type { RecordId } from "@tocsin/core";
import {
  headJson,
  leafOf,
  listDigest,
  LettersError,
  openJson,
  sealEntries,
  type ListHead,
} from "@tocsin/letters";
import {
  command,
  flag,
  integer,
  letterKind,
  link,
  signatureKind,
  string,
  text,
  type Operation,
  type Patch,
} from "@tocsin/records";
import { WorkspaceError } from "../errors.ts";
import { freezeChoice, freezePlan } from "../letters/freeze-plan.ts";
import { fromLog, letterFileOf } from "../letters/letter-file.ts";
import { openLetter } from "../letters/refusals.ts";

const act = "letter.freeze";

/**
 * Freezes exactly what `letter.preview` showed: `plan` is its hash. Throws `letters.frozen`, `letters.not-ready` where nobody
 * stands or lines of the queue are open and `undecided` does not say that they may be, `workspace.changed-meanwhile` where
 * something else would stand by now.
 */
export const letterFreeze = command(
  act,
  {
    letter: link("letter", { required: true }),
    plan: string({ required: true }),
    by: text({ required: true, sensitive: true }),
    /** `name` or `arrival`. */
    order: string(),
    /** Locale of the order by name. */
    collation: string({ names: "language" }),
    threshold: integer(),
    /** Lines of the queue that nobody decided stand as they are. */
    undecided: flag(),
  },
  async (view, { letter, plan, by, order, collation, threshold, undecided }, { newId, now, sha256 }) => {
    await openLetter(view, letter);
    const planned = freezePlan(
      await letterFileOf(view, letter, fromLog(view)),
      freezeChoice(order, collation, threshold),
      sha256,
    );
    if (planned.digest !== plan.trim().toLowerCase())
      throw new WorkspaceError(
        "workspace.changed-meanwhile",
        "Cannot freeze list: something else would stand by now",
        {
          details: { kind: "letter", field: "frozen" },
        },
      );
    refuseUnready({ ...planned, isAccepted: undecided === true, by: by.text });
    const head: ListHead = { ...planned.head, frozen: new Date(now()).toISOString() };
    const sealed = sealEntries(planned.entries, newId, sha256);
    const leaves = sealed.map((entry) => leafOf(entry, sha256));
    const digest = listDigest(head, leaves, sha256);
    return [
      ...letterOperations(letter, {
        patch: {
          status: { set: "frozen" },
          frozenAt: { set: head.frozen },
          frozenBy: { set: { ...by } },
          frozen: { set: headJson(head) },
          digest: { set: digest },
        },
        leaves: leaves.map((leaf, at) => `${placeText(at)} ${leaf}`),
      }),
      ...sealed.map(({ signer, open, closed, salt }, place): Operation => {
        const { name: kind, version } = signatureKind;
        const entry = { place, open: openJson(open), closed, salt };
        return { kind, version, record: signer as RecordId, act, patch: { entry: { set: entry } } };
      }),
    ];
  },
);

interface Readiness {
  readonly entries: readonly unknown[];
  readonly undecided: readonly unknown[];
  readonly isAccepted: boolean;
  readonly by: string;
}

function refuseUnready({ entries, undecided, isAccepted, by }: Readiness): void {
  const why =
    entries.length === 0
      ? "nobody"
      : by.trim() === ""
        ? "no-name"
        : undecided.length > 0 && !isAccepted
          ? "undecided"
          : null;
  if (why !== null)
    throw new LettersError("letters.not-ready", `Cannot freeze list: ${why}`, {
      details: { why, count: undecided.length },
    });
}

/** Five digits, so that the order of texts is that of numbers. */
function placeText(at: number): string {
  return String(at).padStart(5, "0");
}

/** An operation has a limit of size; longer lists go on in further ones of the same act. */
const atOnce = 500;

function letterOperations(
  record: RecordId,
  { patch, leaves }: { readonly patch: Patch; readonly leaves: readonly string[] },
): readonly Operation[] {
  const { name: kind, version } = letterKind;
  const slices = Array.from({ length: Math.ceil(leaves.length / atOnce) }, (_, at) =>
    leaves.slice(at * atOnce, (at + 1) * atOnce),
  );
  return [patch, ...slices.map((add) => ({ leaves: { add } }))].map((each) => ({
    kind,
    version,
    record,
    act,
    patch: each,
  }));
}
