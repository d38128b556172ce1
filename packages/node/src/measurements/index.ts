export * from "./analyse-measurement-file.ts";
export * from "./is-measurement-file.ts";
export * from "./limits.ts";
