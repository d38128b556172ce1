// Between what examiners say and what records keep: the same facts, as canonical JSON.
import {
  levels,
  type Coverage,
  type EvidencePlace,
  type ExaminerFinding,
  type Json,
  type Level,
  type MatchedIndicator,
  type RecordId,
  type Verdict,
} from "@tocsin/core";
import type { Finding } from "@tocsin/records";
import { integerIn, linkIn, listIn, objectIn, stringIn, textIn, type Values } from "./values.ts";

/** What a finding record says, whatever examiner it came from. */
export interface FindingFace {
  readonly record: RecordId;
  readonly title: string;
  readonly level: Level;
  readonly type: string;
  readonly meaning: string;
  readonly artifact: string;
  readonly place: EvidencePlace;
  readonly time: string | null;
  readonly value: string;
  readonly indicators: readonly MatchedIndicator[];
  readonly verdict: Verdict | null;
  readonly coverage: readonly Coverage[];
  readonly examiner: { readonly name: string; readonly version: string };
  readonly fileSha256: string | null;
  readonly evidence: RecordId | null;
  readonly case: RecordId | null;
}

export interface KeptFrom {
  readonly evidence?: RecordId;
  readonly coverage: readonly Coverage[];
}

/** Coverage that a finding keeps beside it: enough to say what was not looked at, within the size of a field. */
const maximumCoverage = 60;
/** Characters of all of it together: an operation has a limit of size. */
const coverageRoom = 24_000;
const longestTitle = 200;
const longestValue = 2048;

export function findingToRecord(found: ExaminerFinding, from: KeptFrom): Finding {
  const file = from.coverage.find(
    ({ file: each, sha256 }) => each === found.place.file && sha256 !== undefined,
  );
  return {
    title: { text: fitting(`${found.value} · ${found.artifact}`, longestTitle), lang: "zxx" },
    level: found.level,
    findingType: found.type,
    meaning: found.meaning,
    artifact: found.artifact,
    place: { ...found.place },
    ...(found.time === null ? {} : { time: found.time }),
    value: fitting(found.value, longestValue),
    indicators: found.indicators.map((each) => ({ ...each })),
    ...keptFrom(from),
    ...(file?.sha256 === undefined ? {} : { fileSha256: file.sha256 }),
    examiner: found.examiner.name,
    examinerVersion: found.examiner.version,
  };
}

export function verdictToRecord(verdict: Verdict, from: KeptFrom): Finding {
  const file = from.coverage.find(({ file: each, sha256 }) => each === verdict.file && sha256 !== undefined);
  return {
    title: {
      text: fitting(`${verdict.input ?? verdict.test} · ${verdict.network ?? "AS?"}`, longestTitle),
      lang: "zxx",
    },
    level: levelOfVerdict(verdict),
    findingType: `verdict.${verdict.state}`,
    meaning: `verdict.${verdict.state}`,
    artifact: `ooni.${verdict.test}`,
    place: { file: verdict.file, line: verdict.line },
    ...(verdict.time === null ? {} : { time: verdict.time }),
    value: fitting(verdict.input ?? verdict.test, longestValue),
    verdict: verdictToJson(verdict),
    ...keptFrom(from),
    ...(file?.sha256 === undefined ? {} : { fileSha256: file.sha256 }),
    examiner: verdict.examiner.name,
    examinerVersion: verdict.examiner.version,
  };
}

export function faceOf(record: RecordId, values: Values): FindingFace {
  const level = levels.find((each) => each === values["level"]) ?? "info";
  return {
    record,
    title: textIn(values["title"])?.text ?? "",
    level,
    type: stringIn(values["findingType"]) ?? "",
    meaning: stringIn(values["meaning"]) ?? "",
    artifact: stringIn(values["artifact"]) ?? "",
    place: placeOf(values["place"]),
    time: stringIn(values["time"]),
    value: stringIn(values["value"]) ?? "",
    indicators: listIn(values["indicators"]).map(indicatorOf),
    verdict: values["verdict"] === undefined ? null : verdictOf(values["verdict"]),
    coverage: listIn(values["coverage"]).map(coverageOf),
    examiner: {
      name: stringIn(values["examiner"]) ?? "",
      version: stringIn(values["examinerVersion"]) ?? "",
    },
    fileSha256: stringIn(values["fileSha256"]),
    evidence: linkIn(values["evidence"]),
    case: linkIn(values["case"]),
  };
}

/** A verdict is no alarm of itself: how strongly it speaks of interference decides how high it stands. */
export function levelOfVerdict({ state }: Verdict): Level {
  switch (state) {
    case "blocked":
      return "high";
    case "likely-blocked":
      return "medium";
    case "impaired":
      return "low";
    case "down":
    case "ok":
    case "insufficient":
    case "not-analysed":
      return "info";
    default:
      return state satisfies never;
  }
}

/** What hostile evidence holds, as a text that a field takes: never empty, well-formed, without NUL, not too long. */
function fitting(text: string, longest: number): string {
  const whole = text.replaceAll("\0", "�");
  const cut = (whole.length > longest ? `${whole.slice(0, longest - 1)}…` : whole).toWellFormed();
  return cut.trim() === "" ? "—" : cut;
}

function keptFrom({ evidence, coverage }: KeptFrom): Finding {
  const kept: Json[] = [];
  let room = coverageRoom;
  for (const each of coverage.slice(0, maximumCoverage).map(coverageToJson)) {
    room -= JSON.stringify(each).length;
    if (room < 0) break;
    kept.push(each);
  }
  return { ...(evidence === undefined ? {} : { evidence }), coverage: kept };
}

export function coverageToJson({ note, ...coverage }: Coverage): Json {
  return {
    ...coverage,
    ...(note === undefined ? {} : { note: { key: note.key, values: { ...note.values } } }),
  };
}

export function verdictToJson({ examiner, rules, mechanisms, ...verdict }: Verdict): Json {
  return {
    ...verdict,
    examiner: { ...examiner },
    mechanisms: [...mechanisms],
    rules: rules.map((rule) => ({ ...rule })),
  };
}

export function placeOf(value: Json | undefined): EvidencePlace {
  const { file, table, row, line } = objectIn(value);
  const [rowNumber, lineNumber] = [integerIn(row), integerIn(line)];
  return {
    file: stringIn(file) ?? "",
    ...(typeof table === "string" ? { table } : {}),
    ...(rowNumber === null ? {} : { row: rowNumber }),
    ...(lineNumber === null ? {} : { line: lineNumber }),
  };
}

function indicatorOf(value: Json): MatchedIndicator {
  const { campaign, source, pattern } = objectIn(value);
  return {
    campaign: stringIn(campaign) ?? "",
    source: stringIn(source) ?? "",
    pattern: stringIn(pattern) ?? "",
  };
}

const coverageStatuses = ["read", "missing", "empty", "unreadable", "out-of-scope"] as const;

export function coverageOf(value: Json): Coverage {
  const { acquisition, artifact, status, rows, file, sha256, note } = objectIn(value);
  const { key, values } = objectIn(note);
  return {
    acquisition: stringIn(acquisition) ?? "",
    artifact: stringIn(artifact) ?? "",
    status: coverageStatuses.find((each) => each === status) ?? "unreadable",
    rows: integerIn(rows) ?? 0,
    ...(typeof file === "string" ? { file } : {}),
    ...(typeof sha256 === "string" ? { sha256 } : {}),
    ...(typeof key === "string" ? { note: { key, values: noteValues(values) } } : {}),
  };
}

function noteValues(value: Json | undefined): Readonly<Record<string, string | number>> {
  return Object.fromEntries(
    Object.entries(objectIn(value)).flatMap(([name, each]) =>
      typeof each === "string" || typeof each === "number" ? [[name, each]] : [],
    ),
  );
}

const verdictStates = [
  "blocked",
  "likely-blocked",
  "impaired",
  "down",
  "ok",
  "insufficient",
  "not-analysed",
] as const;

export function verdictOf(value: Json): Verdict {
  const verdict = objectIn(value);
  const examiner = objectIn(verdict["examiner"]);
  return {
    file: stringIn(verdict["file"]) ?? "",
    line: integerIn(verdict["line"]) ?? 1,
    test: stringIn(verdict["test"]) ?? "",
    input: stringIn(verdict["input"]),
    country: stringIn(verdict["country"]),
    network: stringIn(verdict["network"]),
    time: stringIn(verdict["time"]),
    state: verdictStates.find((each) => each === verdict["state"]) ?? "not-analysed",
    mechanisms: listIn(verdict["mechanisms"]).flatMap((each) => stringIn(each) ?? []),
    rules: listIn(verdict["rules"]).map((rule) => ({
      id: stringIn(objectIn(rule)["id"]) ?? "",
      layer: stringIn(objectIn(rule)["layer"]) ?? "",
    })),
    examiner: { name: stringIn(examiner["name"]) ?? "", version: stringIn(examiner["version"]) ?? "" },
  };
}

export function findingOf(value: Json): ExaminerFinding {
  const finding = objectIn(value);
  const examiner = objectIn(finding["examiner"]);
  return {
    type: stringIn(finding["type"]) ?? "",
    meaning: stringIn(finding["meaning"]) ?? "",
    level: levels.find((each) => each === finding["level"]) ?? "info",
    artifact: stringIn(finding["artifact"]) ?? "",
    place: placeOf(finding["place"]),
    time: stringIn(finding["time"]),
    value: stringIn(finding["value"]) ?? "",
    indicators: listIn(finding["indicators"]).map(indicatorOf),
    examiner: { name: stringIn(examiner["name"]) ?? "", version: stringIn(examiner["version"]) ?? "" },
  };
}
