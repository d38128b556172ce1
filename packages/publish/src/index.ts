export * from "./report-input.ts";
export * from "./report.ts";
