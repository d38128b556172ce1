export * from "./command.ts";
export * from "./counter.ts";
export * from "./errors.ts";
export * from "./field-values.ts";
export * from "./fields.ts";
export { hasIdentifier, replacedPart, withoutIdentifiers } from "./file-names.ts";
export * from "./fold.ts";
export * from "./form.ts";
export {
  encodeGridPlace,
  gridFacet,
  parseGridCounts,
  parseGridPlace,
  type GridCount,
  type GridPlace,
} from "./grid.ts";
export * from "./kind.ts";
export * from "./local-terms.ts";
export * from "./kinds/answers.ts";
export * from "./kinds/assessments.ts";
export * from "./kinds/at-the-desk.ts";
export * from "./kinds/casework.ts";
export * from "./kinds/documents.ts";
export * from "./kinds/voices.ts";
export * from "./kinds/evidence.ts";
export * from "./kinds/keeping.ts";
export * from "./kinds/letters.ts";
export * from "./kinds/negotiations.ts";
export * from "./kinds/motions.ts";
export * from "./kinds/outputs.ts";
export * from "./kinds/people.ts";
export * from "./kinds/promises.ts";
export * from "./kinds/resources.ts";
export * from "./kinds/tables.ts";
export * from "./kinds/terms.ts";
export * from "./operation.ts";
export * from "./patch.ts";
export * from "./registry.ts";
export * from "./release.ts";
export * from "./rows.ts";
export * from "./briefs.ts";
export * from "./search/analysis.ts";
export * from "./search/excerpt.ts";
export * from "./search/explain.ts";
export * from "./search/question.ts";
export * from "./spots.ts";
export * from "./view.ts";
export * from "./vocabulary.ts";
