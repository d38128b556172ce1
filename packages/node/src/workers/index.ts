export * from "./examine-in-worker.ts";
export * from "./indicator-files.ts";
