export * from "./errors.ts";
export * from "./intake-source.ts";
export * from "./path-source.ts";
export type { FileToPack, PackedFile } from "./tar-packer.ts";
