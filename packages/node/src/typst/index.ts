export * from "./typesetter.ts";
