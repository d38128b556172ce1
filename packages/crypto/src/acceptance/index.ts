export * from "./primitives.acceptance.ts";
