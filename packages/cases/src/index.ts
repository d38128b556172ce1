export * from "./acts.ts";
export * from "./consents.ts";
export * from "./countries.ts";
export * from "./first-steps.ts";
export * from "./people-and-parts.ts";
export * from "./sources-and-trust.ts";
export * from "./vocabularies.ts";
export * from "./work.ts";
