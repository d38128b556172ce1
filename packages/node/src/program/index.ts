export * from "./make-example.ts";
export * from "./open-program.ts";
