export * from "./commitments.ts";
export * from "./facts.ts";
export * from "./resolution-page.ts";
export * from "./sources.ts";
export * from "./vocabularies.ts";
