export * from "./budgets.ts";
export * from "./build-library.ts";
export * from "./errors.ts";
export * from "./library-file.ts";
export * from "./library-input.ts";
export { mediaTypeOf } from "./media-types.ts";
export { singleFile, type SingleFileOptions } from "./single-file.ts";
