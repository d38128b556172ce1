export * from "./acquisition.ts";
export * from "./errors.ts";
export * from "./examine-phone.ts";
export * from "./findings/meanings.table.ts";
export * from "./indicators/indicator.ts";
export * from "./indicators/indicator-index.ts";
export * from "./indicators/links.ts";
export * from "./indicators/parse-indicators.ts";
