// A letter as people work on it: its text and versions, who stands under it and what the others wait for, the queue of what
// may be one signer, counts, and exactly what would stand if the list were frozen now.
import type { RecordId } from "@tocsin/core";
import {
  closesAt,
  isOver,
  listCounts,
  type LikenessReason,
  type ListCounts,
  type LetterText,
  type OpenEntry,
  type Rung,
  type SignerName,
  type Standing,
  type Visibility,
} from "@tocsin/letters";
import { integer, link, query, string, valuesOf, type LanguageText, type View } from "@tocsin/records";
import { freezeChoice, freezePlan, type FreezePlan } from "../letters/freeze-plan.ts";
import { frozenFile } from "../letters/frozen-file.ts";
import {
  fromLog,
  fromTables,
  letterFileOf,
  type LetterFile,
  type SignatureFile,
} from "../letters/letter-file.ts";
import { signOnPurpose } from "../letters/signature-of-answers.ts";
import { codesIn, stringIn, textIn } from "../values.ts";

export interface LetterPage {
  readonly letter: RecordId;
  readonly title: LanguageText | null;
  readonly organiser: LanguageText | null;
  readonly addressees: readonly string[];
  readonly deadline: LetterDeadline | null;
  /** Newest first. */
  readonly versions: readonly LetterVersionLine[];
  /** Oldest first. */
  readonly signatures: readonly SignatureLine[];
  readonly standing: Readonly<Record<Standing, number>>;
  readonly queue: readonly QueueLine[];
  /** Answers to sign-on forms of which no signature was made. */
  readonly answers: readonly AnswerLine[];
  readonly decisions: readonly DecisionLine[];
  /** Null while it collects. */
  readonly frozen: { readonly at: string; readonly by: LanguageText | null; readonly digest: string } | null;
  /** Of what stands, or would. */
  readonly counts: ListCounts;
}

export interface LetterDeadline {
  readonly at: string;
  readonly zone: string;
  readonly graceMinutes: number;
  /** Milliseconds since 1970, without the grace. */
  readonly moment: number;
  readonly isOver: boolean;
}

export interface LetterVersionLine {
  readonly record: RecordId;
  readonly number: number;
  readonly digest: string;
  readonly made: string | null;
  readonly texts: readonly (LetterText & { readonly origin: string | null })[];
  /** Signatures under it that were accepted and not withdrawn. */
  readonly signed: number;
}

export interface SignatureLine {
  readonly record: RecordId;
  readonly names: readonly SignerName[];
  readonly country: string | null;
  readonly domain: string | null;
  readonly aliases: readonly string[];
  readonly visibility: Visibility;
  readonly standing: Standing;
  readonly verified: Rung;
  readonly came: string | null;
  readonly arrived: string | null;
  /** The one that stands for it, where it was merged. */
  readonly mergedInto: string | null;
  readonly checks: SignatureFile["checks"];
}

export interface QueueLine {
  readonly signatures: readonly RecordId[];
  readonly reasons: readonly LikenessReason[];
}

export interface AnswerLine {
  readonly record: RecordId;
  readonly reference: string;
  /** Under which name it asks to sign, and for which letter, as it says. */
  readonly name: string | null;
  readonly about: string | null;
}

export interface DecisionLine {
  readonly record: RecordId;
  readonly how: "same" | "apart";
  readonly signatures: readonly string[];
  readonly keeps: string | null;
  readonly by: LanguageText | null;
  readonly when: string;
}

/** Throws `records.not-found`. */
export const letterPage = query(
  "letter.page",
  { letter: link("letter", { required: true }) },
  async (view, { letter }, { now, sha256 }): Promise<LetterPage> => {
    const file = await letterFileOf(view, letter, fromTables(view));
    const { values, queue, decisions, isFrozen } = file;
    return {
      letter,
      title: textIn(values["title"]),
      organiser: textIn(values["organiser"]),
      addressees: codesIn(values["addressees"]),
      deadline: deadlineLine(file, now()),
      versions: file.versions
        .toReversed()
        .map((version) => ({ ...version, signed: signedOf(file, version.digest) })),
      signatures: file.signatures.map((signature) => signatureLine(file, signature)),
      standing: standingCounts(file),
      queue: isFrozen
        ? []
        : queue.lines.map(({ signatures, reasons }) => ({
            signatures: signatures as readonly RecordId[],
            reasons,
          })),
      answers: isFrozen ? [] : await answersToTake(view),
      decisions: decisions.map(({ reason: _reason, ...line }) => line),
      frozen: isFrozen ? frozenLine(file) : null,
      counts: listCounts(
        isFrozen
          ? frozenEntries(file)
          : freezePlan(file, freezeChoice(undefined, undefined, undefined), sha256).entries.map(
              ({ open }) => open,
            ),
      ),
    };
  },
);

export interface LetterPreview extends Pick<FreezePlan, "digest" | "head"> {
  readonly entries: readonly { readonly signer: string; readonly open: OpenEntry }[];
  readonly counts: ListCounts;
  readonly undecided: number;
  readonly waiting: number;
  readonly askAgain: number;
}

/** Exactly what `letter.freeze` would write, read from the log. Throws `records.not-found`, `letters.bad-letter`. */
export const letterPreview = query(
  "letter.preview",
  {
    letter: link("letter", { required: true }),
    order: string(),
    collation: string({ names: "language" }),
    threshold: integer(),
  },
  async (view, { letter, order, collation, threshold }, { sha256 }): Promise<LetterPreview> => {
    const file = await letterFileOf(view, letter, fromLog(view));
    const plan = freezePlan(file, freezeChoice(order, collation, threshold), sha256);
    return {
      digest: plan.digest,
      head: plan.head,
      entries: plan.entries.map(({ signer, open }) => ({ signer, open })),
      counts: listCounts(plan.entries.map(({ open }) => open)),
      undecided: plan.undecided.length,
      waiting: plan.waiting.length,
      askAgain: plan.askAgain.length,
    };
  },
);

const mostAnswers = 200;

async function answersToTake(view: View): Promise<readonly AnswerLine[]> {
  const where = [{ field: "purpose", value: signOnPurpose }];
  const { rows } = await view.list({ kind: "questionnaire", where, limit: 50 });
  const found = await view.glanceLinked(
    rows.map(({ id }) => id),
    { kind: "contribution", field: "questionnaire" },
  );
  const all = [...found.values()].flat();
  const ids = all.map(({ id }) => id);
  const taken = await view.glanceLinked(ids, { kind: "signature", field: "contribution" });
  const open = all.filter(({ id }) => (taken.get(id) ?? []).length === 0).slice(0, mostAnswers);
  const answers = await view.glanceLinked(
    open.map(({ id }) => id),
    { kind: "contributionAnswer", field: "contribution" },
  );
  return open.map((state) => {
    const said = (question: string): string | null =>
      (answers.get(state.id) ?? []).flatMap((answer) => {
        const values = valuesOf(answer);
        return values["question"] === question ? (textIn(values["words"])?.text ?? []) : [];
      })[0] ?? null;
    const reference = stringIn(valuesOf(state)["reference"]) ?? "";
    return { record: state.id, reference, name: said("name"), about: said("letter") };
  });
}

function deadlineLine({ deadline }: LetterFile, now: number): LetterDeadline | null {
  return deadline === null
    ? null
    : { ...deadline, moment: closesAt(deadline), isOver: isOver(deadline, now) };
}

function signedOf({ signatures }: LetterFile, digest: string): number {
  return signatures.filter(
    ({ signed, state, withdrawn }) => signed === digest && state === "accepted" && !withdrawn,
  ).length;
}

function signatureLine({ standings, queue }: LetterFile, signature: SignatureFile): SignatureLine {
  const { id, names, country, domain, aliases, visibility, verified, checks, values } = signature;
  return {
    record: id,
    names,
    country,
    domain,
    aliases,
    visibility,
    verified,
    checks,
    standing: standings.get(id) ?? "waiting",
    came: stringIn(values["came"]),
    arrived: stringIn(values["arrived"]),
    mergedInto: queue.merged.get(id) ?? null,
  };
}

function standingCounts({ standings }: LetterFile): Readonly<Record<Standing, number>> {
  const counts = { stands: 0, waiting: 0, "ask-again": 0, refused: 0, withdrawn: 0, merged: 0 };
  for (const standing of standings.values()) counts[standing] += 1;
  return counts;
}

function frozenLine({ values }: LetterFile): LetterPage["frozen"] {
  const [at, digest] = [stringIn(values["frozenAt"]), stringIn(values["digest"])];
  return at === null || digest === null ? null : { at, digest, by: textIn(values["frozenBy"]) };
}

function frozenEntries(file: LetterFile): readonly OpenEntry[] {
  return frozenFile(file).list.entries.flatMap((entry) => ("leaf" in entry ? [] : [entry.open]));
}
