// The plan of an erasure and what became of it, in words.
import type { Translator } from "@tocsin/language";
import type { Erased, ErasurePlan, OutOfReach } from "@tocsin/workspace";
import { sizeText } from "../sizes.ts";

export interface ErasureSum {
  readonly records: number;
  /** Entries in the log. */
  readonly operations: number;
  readonly files: number;
  /** Plain bytes, as far as the records say. */
  readonly bytes: number;
}

/** Of what goes. */
export function sumOf({ records, mentions, evidence }: ErasurePlan): ErasureSum {
  const going = [...records, ...mentions].filter(({ chosen }) => chosen);
  const ids = new Set(going.map(({ id }) => id));
  const files = evidence.filter(({ record }) => ids.has(record));
  return {
    records: going.length,
    operations: going.reduce((sum, { operations }) => sum + operations, 0),
    files: files.length,
    bytes: files.reduce((sum, { size }) => sum + (size ?? 0), 0),
  };
}

export function linesOfPlan(translator: Translator, plan: ErasurePlan): readonly string[] {
  const { t } = translator;
  const sum = sumOf(plan);
  const going = plan.records.filter(({ chosen }) => chosen);
  const offered = plan.records.filter(({ chosen }) => !chosen);
  const named = [...plan.mentions].sort((a, b) => Number(b.chosen) - Number(a.chosen));
  return [
    t("desk.erase.sum", {
      records: String(sum.records),
      entries: String(sum.operations),
      files: String(sum.files),
      size: sizeText(sum.bytes, translator),
    }),
    ...going.flatMap((each) => linesOfRecord(translator, plan, each)),
    ...(offered.length === 0 ? [] : [t("cli.erase.offered")]),
    ...offered.flatMap((each) => linesOfRecord(translator, plan, each)),
    ...(named.length === 0 ? [] : [t("desk.erase.mentions", { count: named.length })]),
    ...named.map((each) => {
      const mark = each.chosen ? ` (${t("cli.erase.chosen")})` : "";
      return `  ${each.id}  ${t(`kind.${each.kind}.one`)}  ${each.label}  ${each.fields.join(" ")}${mark}`;
    }),
    ...(named.length === 0 ? [] : [t("cli.erase.mentions.note")]),
    ...linesOfReach(translator, plan.outOfReach),
    t("desk.erase.stays"),
    t("cli.erase.digest", { digest: plan.digest }),
  ];
}

function linesOfRecord(
  translator: Translator,
  { evidence }: ErasurePlan,
  { id, kind, label, operations, reason, keptBy }: ErasurePlan["records"][number],
): readonly string[] {
  const { t } = translator;
  const entries = t("desk.bundle.entries", { count: operations });
  return [
    `  ${id}  ${t(`kind.${kind}.one`)}  ${label}  (${entries}; ${t(`desk.erase.reason.${reason}`)})`,
    ...evidence
      .filter(({ record }) => record === id)
      .map(
        ({ name, what, size }) => `    ${name}  ${what}  ${size === null ? "" : sizeText(size, translator)}`,
      ),
    ...(keptBy.length === 0 ? [] : [`    ${t("desk.erase.kept")} ${keptBy.join(" ")}`]),
  ];
}

export function linesOfErased(translator: Translator, erased: Erased): readonly string[] {
  const { t } = translator;
  const { record, records, operations, evidence, outOfReach } = erased;
  return [
    record,
    t("desk.erase.done.counts", {
      records: String(records),
      entries: String(operations),
      files: String(evidence),
    }),
    ...linesOfReach(translator, outOfReach),
  ];
}

/** With what no program can know of. */
function linesOfReach({ t }: Translator, outOfReach: readonly OutOfReach[]): readonly string[] {
  return [
    t("desk.erase.reach"),
    ...outOfReach.map((each) => `  ${lineOf(t, each)}`),
    ...["unknown-copies", "disk", "heads"].map((what) => `  ${t(`desk.erase.reach.${what}`)}`),
  ];
}

function lineOf(t: Translator["t"], one: OutOfReach): string {
  switch (one.kind) {
    case "copy":
      return parts(t("desk.erase.reach.copy"), one.label, one.at);
    case "release":
    case "bundle": {
      const audience = one.audience === null ? null : t(`audiences.${one.audience}.label`);
      return parts(t(`desk.erase.reach.${one.kind}`), one.label, audience, one.at, one.record);
    }
    case "taken-out":
      return parts(t("desk.erase.reach.taken-out"), one.record, one.at);
    case "other-chains":
    case "unread":
    case "drafts":
    case "not-searched":
      return t(`desk.erase.reach.${one.kind}`, { count: one.count });
    default:
      return one satisfies never;
  }
}

function parts(...all: readonly (string | null)[]): string {
  return all.filter((part) => part !== null && part !== "").join("  ");
}
