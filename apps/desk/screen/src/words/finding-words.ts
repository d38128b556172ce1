// What a finding or a verdict says: seen, means, harmless, next. The sentences stand in the catalogue.
import type { Coverage, EvidencePlace, MatchedIndicator, Verdict } from "@tocsin/core";
import type { Translator } from "@tocsin/language";
import { dateWords } from "./date-words.ts";
import { evidencePlaceWords } from "./place-words.ts";
import { textOr } from "./labels.ts";

/** What a finding says, whether it was kept as a record or stands in an examination alone. */
export interface FaceOfFinding {
  readonly type: string;
  readonly meaning: string;
  readonly artifact: string;
  readonly place: EvidencePlace;
  readonly time: string | null;
  readonly value: string;
  readonly indicators: readonly MatchedIndicator[];
  readonly verdict?: Verdict | null;
}

export interface FindingSentences {
  readonly seen: readonly string[];
  readonly means: readonly string[];
  readonly harmless: readonly string[];
  readonly next: readonly string[];
}

export function findingSentences(words: Translator, face: FaceOfFinding): FindingSentences {
  if (face.verdict) return verdictSentences(words, face.verdict);
  const campaigns = [...new Set(face.indicators.map(({ campaign }) => campaign))];
  const values = {
    value: face.value,
    campaign: campaigns[0] ?? "",
    campaigns,
    file: face.place.file,
    table: face.place.table ?? "",
    row: face.place.row ?? face.place.line ?? "",
    time: dateWords(words, face.time),
    place: evidencePlaceWords(words, face.place),
  };
  const sentence = (part: string): readonly string[] => {
    const key = `finding.${face.meaning}.${part}`;
    const instead = words.t(`report.finding.no-text.${part}`, { type: face.type });
    return [words.has(key) ? words.t(key, values) : instead];
  };
  return {
    seen: sentence("seen"),
    means: sentence("means"),
    harmless: sentence("harmless"),
    next: sentence("next"),
  };
}

export function verdictSentences(words: Translator, verdict: Verdict): FindingSentences {
  const { state, mechanisms, rules } = verdict;
  const isAnomaly = state === "blocked" || state === "likely-blocked" || state === "impaired";
  const general = words.t(`report.verdict.harmless.${isAnomaly ? "anomaly" : "other"}`);
  return {
    seen:
      rules.length === 0
        ? [words.t("desk.verdict.no-rule")]
        : rules.map(({ id }) => textOr(words, `rule.${id}.says`, id)),
    means: [words.t(`verdict.${state}.means`)],
    harmless: [
      ...new Set(mechanisms.map((mechanism) => textOr(words, `mechanism.${mechanism}.harmless`, ""))),
      general,
    ].filter((sentence) => sentence !== ""),
    next: [words.t(`verdict.${state}.next`)],
  };
}

/** "Missing: Messages, Safari history": what was not looked at, by why. It stands under a heading that says "Not looked at". */
export function notLookedAt(words: Translator, coverage: readonly Coverage[]): readonly string[] {
  const statuses = ["missing", "empty", "unreadable", "out-of-scope"] as const;
  return statuses.flatMap((status) => {
    const artifacts = [
      ...new Set(
        coverage
          .filter((entry) => entry.status === status)
          .map(({ artifact }) => textOr(words, `artifact.${artifact}`, artifact)),
      ),
    ];
    if (artifacts.length === 0) return [];
    const list = new Intl.ListFormat(words.locale, { type: "unit" }).format(artifacts);
    if (status === "out-of-scope") return [list];
    return [words.t("desk.finding.not-read", { status: words.t(`coverage.${status}`), list })];
  });
}
