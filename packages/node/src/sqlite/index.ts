export * from "./engine.ts";
export * from "./evidence-database.ts";
export * from "./evidence-vfs.ts";
export * from "./projection-database.ts";
