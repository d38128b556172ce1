// Every text of a report that does not come from the catalogues or from our own codes.
import type { Block, Report, Says, Sentence, ThreadStep, Value } from "./report.ts";

export function freeTextsOf(report: Report): readonly string[] {
  const { header } = report;
  return [
    header.case.title.text,
    header.case.organisation ?? "",
    header.release.approvedBy ?? "",
    ...report.sections.flatMap(({ blocks }) => blocks.flatMap(sentencesOf)).flatMap(textsOfSentence),
  ];
}

/** All sentences of a block, in reading order. */
export function sentencesOf(block: Block): readonly Sentence[] {
  const title = block.title ? [block.title] : [];
  return [...title, ...block.rows.flatMap(({ sentences }) => sentences), ...block.sentences];
}

function textsOfSentence({ says, thread }: Sentence): readonly string[] {
  return [...textsOfSays(says), ...thread.flatMap(textsOfStep)];
}

function textsOfSays(says: Says): readonly string[] {
  switch (says.kind) {
    case "quoted":
      return [says.text.text];
    case "verbatim":
      return [says.text];
    case "catalogue":
      return [...Object.values(says.values), ...Object.values(says.fallback?.values ?? {})].filter(isText);
  }
}

function isText(value: Value): value is string {
  return typeof value === "string";
}

function textsOfStep(step: ThreadStep): readonly string[] {
  switch (step.kind) {
    case "finding":
      return [step.place.file, step.place.table ?? ""];
    case "file":
      return [step.path];
    case "evidence":
      return [step.obtainedBy ?? "", step.obtainedNote ?? ""];
    case "publication":
      return [step.title, step.url ?? ""];
    case "incident":
    case "examination":
    case "person":
    case "consent":
    case "source":
    case "commitment":
    case "statement":
    case "gap":
    case "document":
      return [];
  }
}
