export * from "./stores.acceptance.ts";
