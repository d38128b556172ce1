export * from "./word-writer.ts";
