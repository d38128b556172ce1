import type { Coverage } from "@tocsin/core";
import { command, create, data, findingKind, link } from "@tocsin/records";
import { coverageOf, findingOf, findingToRecord, verdictOf, verdictToRecord } from "../findings.ts";
import { listIn } from "../values.ts";

/** Keeps what a person chose from an examination: a finding record for each finding and each verdict. */
export const examinationKeep = command(
  "examination.keep",
  { evidence: link("evidence"), findings: data(), verdicts: data(), coverage: data() },
  async (_view, { evidence, findings, verdicts, coverage }, { registry, newId }) => {
    const looked: readonly Coverage[] = listIn(coverage).map(coverageOf);
    const from = { coverage: looked, ...(evidence === undefined ? {} : { evidence }) };
    const kept = [
      ...listIn(findings).map((value) => findingToRecord(findingOf(value), from)),
      ...listIn(verdicts).map((value) => verdictToRecord(verdictOf(value), from)),
    ];
    return kept.map((values) =>
      create(findingKind, values, { record: newId(), act: "examination.keep", isCode: registry.isCode }),
    );
  },
);
