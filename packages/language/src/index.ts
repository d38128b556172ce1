export * from "./catalogue.ts";
export * from "./direction.ts";
export * from "./english.ts";
export * from "./load.ts";
export * from "./locale.ts";
export * from "./translator.ts";
