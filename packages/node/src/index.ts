export * from "./typst/index.ts";
