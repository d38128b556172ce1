export * from "./open-program.ts";
