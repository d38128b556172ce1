// `tocsin text compare`: two drafts that lie as files on the disk, paragraph by paragraph and word by word. No vault is
// opened: files are read, and written where a path for them is given.
import { createHash } from "node:crypto";
import { resolve } from "node:path";
import { createTypesetter, packTrackedChanges } from "@tocsin/node";
import {
  comparisonFormats,
  countsText,
  rowWords,
  writeComparison,
  type ChangesOf,
  type ComparisonSource,
} from "@tocsin/publish";
import {
  compareDrafts,
  labelText,
  placeIdentities,
  readDraft,
  type ComparedRun,
  type Comparison,
  type ComparisonRow,
  type DraftParagraph,
  type ReadDraft,
} from "@tocsin/texts";
import { changesOf } from "@tocsin/workspace";
import { stringOption, type Call } from "../call.ts";
import { draftBytes } from "../draft-bytes.ts";
import { textLanguageOf } from "../records/text-language.ts";
import { refuseTaken, writeNewFile } from "./files.ts";

interface FileText extends ReadDraft {
  readonly sha256: string;
}

interface Compared {
  readonly older: FileText;
  readonly newer: FileText;
  readonly language: string;
  readonly comparison: Comparison;
  readonly changes: ChangesOf;
}

export async function compareTexts(call: Call): Promise<undefined> {
  const wanted = comparisonFormats.flatMap((format) => {
    const path = stringOption(call, format);
    return path === undefined ? [] : [{ format, path: resolve(path) }];
  });
  for (const { path } of wanted) await refuseTaken(path);
  const language = textLanguageOf(call);
  const changes = changesOf({ author: stringOption(call, "author"), date: stringOption(call, "date") }, [
    new Date().toISOString().slice(0, 10),
  ]);
  const [older, newer] = [await readText(call, 0), await readText(call, 1)];
  const comparison = compareDrafts(older.paragraphs, newer.paragraphs, { language });
  const compared = { older, newer, language, comparison, changes };
  if (call.json) await call.give(toJson(compared));
  else await tell(call, compared);
  const { translator, signal, talk } = call;
  const ports = { translator, typesetter: createTypesetter(), packTracked: packTrackedChanges, signal };
  for (const { format, path } of wanted) {
    await writeNewFile(path, await writeComparison(sourceOf(compared), format, ports));
    talk(path);
  }
}

/** Throws `cli.missing`, and whatever stops the reading of a draft. */
async function readText(call: Call, at: number): Promise<FileText> {
  const bytes = await draftBytes(call, at);
  return { ...readDraft(bytes), sha256: createHash("sha256").update(bytes).digest("hex") };
}

function factsOf({ paragraphs, sha256 }: FileText) {
  return { paragraphs: paragraphs.length, sha256 };
}

function sourceOf({ comparison, older, newer, language, changes }: Compared): ComparisonSource {
  const sides = { before: older.paragraphs, after: newer.paragraphs };
  return {
    comparison,
    language,
    sides,
    older: factsOf(older),
    newer: factsOf(newer),
    // A file says none of these.
    facts: { title: null, dated: null, symbol: null },
    identityOf: placeIdentities(comparison, sides),
    changes,
  };
}

async function tell(call: Call, { older, newer, comparison }: Compared): Promise<void> {
  const { say, talk, translator } = call;
  const { t } = translator;
  for (const [name, { paragraphs, notices }] of [
    ["older", older],
    ["newer", newer],
  ] as const) {
    talk(`${t(`comparison.${name}`)}: ${t("comparison.paragraphs", { count: paragraphs.length })}`);
    for (const { kind, detail } of notices) talk(`  ${t(`comparison.notice.${kind}`, { detail })}`);
  }
  const shown = comparison.rows.filter(
    ({ kind, moved }) => call.options["all"] === true || kind !== "same" || moved,
  );
  for (const row of shown)
    await say(`${headOf(row, call)}\n  ${row.runs.map(marked).join("").replaceAll("\n", "\n  ")}\n`);
  talk(countsText(comparison, translator));
  talk(t("comparison.proposed"));
}

function headOf(row: ComparisonRow, { translator }: Call): string {
  const labels = (side: readonly DraftParagraph[]): string =>
    side.flatMap(({ label }) => (label === null ? [] : labelText(label))).join(", ");
  const [before, after] = [labels(row.before), labels(row.after)];
  const both = before === after || after === "" ? before : before === "" ? after : `${before} → ${after}`;
  return [both, rowWords(row, translator)].filter((part) => part !== "").join("  ");
}

/** As `wdiff` writes it: square brackets alone stand in the texts themselves. */
function marked({ kind, text }: ComparedRun): string {
  if (kind === "same") return text;
  return kind === "added" ? `{+${text}+}` : `[-${text}-]`;
}

function toJson({ older, newer, language, comparison }: Compared): unknown {
  const text = ({ form, sha256, paragraphs, notices }: FileText) => ({
    form,
    sha256,
    paragraphs: paragraphs.length,
    notices,
  });
  return { older: text(older), newer: text(newer), language, ...comparison };
}
