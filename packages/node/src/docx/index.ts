export * from "./word-writer.ts";
export * from "./tracked-changes.ts";
