export * from "./folder.ts";
