export * from "./crypto/index.ts";
export * from "./files/index.ts";
export * from "./typst/index.ts";
export * from "./vault/index.ts";
export * from "./measurements/index.ts";
export * from "./acquisition/index.ts";
export * from "./sqlite/index.ts";
export * from "./workers/index.ts";
