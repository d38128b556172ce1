export * from "./catalogue.ts";
export * from "./check.ts";
export * from "./direction.ts";
export * from "./english.ts";
export { foldForSearch } from "./fold.ts";
export * from "./load.ts";
export * from "./locale.ts";
export * from "./pseudo.ts";
export * from "./translator.ts";
