export * from "./answer-file.ts";
export * from "./coding/agreement-input.ts";
export * from "./coding/anchor.ts";
export * from "./coding/coding-grid.ts";
export * from "./coding/families.ts";
export * from "./coding/starter-codes.ts";
export * from "./complaints.ts";
export { askingOf, type Asking, type Given, type Value } from "./conditions.ts";
export * from "./consent.ts";
export * from "./filling.ts";
export * from "./fitting.ts";
export * from "./form-file.ts";
export * from "./library.ts";
export * from "./on-paper.ts";
export {
  parseQuestionnaire,
  questionnaireText,
  questionnaireToJson,
  type ParsedQuestionnaire,
} from "./parse-questionnaire.ts";
export * from "./questionnaire.ts";
export { isDay } from "./reader.ts";
export * from "./said-in.ts";
export * from "./vocabularies.ts";
