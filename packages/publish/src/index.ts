export { composeBundleCover, type BundleCover, type CoverExhibit, type CoverFact } from "./bundle-cover.ts";
export {
  comparisonFormats,
  writeComparison,
  type ComparisonFormat,
  type ComparisonPorts,
  type ComparisonSource,
  type ChangesOf,
  changesAuthor,
} from "./comparisons/comparison-editions.ts";
export {
  countsText,
  rowWords,
  type ComparedText,
  type ComparisonPage,
} from "./comparisons/comparison-html.ts";
export * from "./compose-report.ts";
export * from "./csv.ts";
export * from "./custody/publish.ts";
export * from "./custody/sheet.ts";
export * from "./documents/index.ts";
export * from "./errors.ts";
export * from "./letters/index.ts";
export * from "./printed-report.ts";
export * from "./publish-report.ts";
export * from "./report-html.ts";
export * from "./report-input.ts";
export * from "./report-json.ts";
export * from "./report-text.ts";
export * from "./report-typst.ts";
export * from "./report.ts";
export * from "./step-words.ts";
export * from "./thread.ts";
export * from "./typesetter.ts";
export { createNameFinder, type NameFinder } from "./withheld-names.ts";
