// A step of a thread as one line of text, with the hash it leads to.
import type { Translator } from "@tocsin/language";
import { dateWords } from "./date-words.ts";
import type { ThreadStep } from "./report.ts";
import { shown, termWords } from "./words.ts";

export interface PrintedStep {
  readonly depth: number;
  /** The entry to go to, if it stands in the report. */
  readonly label: string | null;
  readonly text: string;
  readonly sha256: string | null;
}

type Evidence = Extract<ThreadStep, { kind: "evidence" }>;

export function stepWords(step: ThreadStep, translator: Translator): PrintedStep {
  const { t } = translator;
  const line = (text: string, label: string | null = null, sha256: string | null = null): PrintedStep => ({
    depth: step.depth,
    label,
    text,
    sha256,
  });
  switch (step.kind) {
    case "incident":
    case "person":
    case "consent":
    case "source":
      return line(t(`report.step.${step.kind}`), step.label);
    case "commitment":
      return line(
        t("report.step.commitment", { instrument: shown(step.instrument, translator) }),
        step.label,
      );
    case "finding":
      return line(findingLine(step, translator), step.label);
    case "file":
      return line(t("report.step.file", { path: shown(step.path, translator) }), null, step.sha256);
    case "examination":
      return line(
        t("report.step.examination", {
          examiner: step.examiner,
          version: step.examinerVersion,
          date: dateWords(step.at, translator),
        }),
        step.label,
      );
    case "evidence":
      return line(evidenceLine(step, translator), step.label, step.sha256);
    case "publication":
      return line(publicationLine(step, translator));
    case "statement":
      return line(t(`report.step.statement.${step.by}`, { record: step.record }));
    case "gap":
      return line(t(`report.step.gap.${step.what}`));
    case "document":
      return line(t("report.step.document"));
  }
}

function findingLine(step: Extract<ThreadStep, { kind: "finding" }>, translator: Translator): string {
  return translator.t("report.step.finding", {
    examiner: step.examiner,
    version: step.examinerVersion,
    place: placeWords(step.place, translator),
  });
}

/** As the row of the finding says it. */
function placeWords(
  { file, table, row, line }: Extract<ThreadStep, { kind: "finding" }>["place"],
  translator: Translator,
): string {
  const values = { file: shown(file, translator), table: shown(table ?? "", translator) };
  const say = (key: string, more: Readonly<Record<string, string>> = {}): string =>
    translator.t(`report.finding.${key}`, { ...values, ...more });
  if (table !== null && row !== null) return say("place-row", { row: String(row) });
  if (table !== null) return say("place-table");
  if (line !== null) return say("place-line", { line: String(line) });
  return row === null ? say("place-file") : say("place-entry", { row: String(row) });
}

function evidenceLine(step: Evidence, translator: Translator): string {
  const { t } = translator;
  const parts = [
    howWords(step, translator),
    step.obtainedAt === null ? null : dateWords(step.obtainedAt, translator),
    step.obtainedBy === null ? null : shown(step.obtainedBy, translator),
    step.consent === null
      ? t("report.step.no-consent")
      : t("report.step.under-consent", { label: step.consent }),
  ];
  const facts = parts.flatMap((part) => (part === null ? [] : apart(part, translator))).join(" · ");
  // The catalogue takes isolates out of what is inserted, and these are ours.
  return t("report.step.evidence", { facts: "\ue000" }).replace(/\u2068?\ue000\u2069?/u, () => facts);
}

/** A fact in another direction keeps to itself: its last word would draw the day of the date that follows. */
function apart(text: string, { direction }: Translator): string {
  return direction === "rtl" || /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u.test(text)
    ? `\u2068${text}\u2069`
    : text;
}

function howWords({ obtainedHow, obtainedNote }: Evidence, translator: Translator): string {
  if (obtainedHow !== null) return termWords(`obtained.${obtainedHow}.label`, obtainedHow, translator);
  if (obtainedNote === null) return translator.t("report.step.how-unknown");
  const words = [...shown(obtainedNote, translator)];
  return words.length > longestNote ? `${words.slice(0, longestNote - 1).join("")}…` : words.join("");
}

/** The entry of the piece of evidence has the whole of it. */
const longestNote = 60;

function publicationLine(step: Extract<ThreadStep, { kind: "publication" }>, translator: Translator): string {
  const title = shown(step.title, translator);
  return step.url === null
    ? translator.t("report.step.publication", { title })
    : translator.t("report.step.publication-at", { title, url: shown(step.url, translator) });
}
