export * from "./library-input.ts";
