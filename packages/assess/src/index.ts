export * from "./commitments.ts";
export * from "./criteria.ts";
export * from "./cycles.ts";
export * from "./engagement.ts";
export * from "./engagement-rules.ts";
export * from "./facts.ts";
export * from "./instruments/complaints.ts";
export * from "./instruments/conditions.ts";
export * from "./instruments/instrument.ts";
export * from "./instruments/library.ts";
export { meaningOf, versionName } from "./instruments/meaning.ts";
export {
  parseInstruments,
  type KnownInstruments,
  type ParsedInstruments,
} from "./instruments/parse-instrument.ts";
export * from "./memberships.ts";
export * from "./provisions.ts";
export * from "./raters/agreement.ts";
export * from "./raters/distribution.ts";
export * from "./raters/outcome.ts";
export * from "./raters/periods.ts";
export * from "./raters/reply.ts";
export * from "./raters/sheets.ts";
export * from "./resolution-page.ts";
export * from "./sources.ts";
export * from "./standards.ts";
export * from "./vocabularies.ts";
