export * from "./bytes.ts";
export * from "./calendars.ts";
export * from "./canonical.ts";
export * from "./errors.ts";
export * from "./examination.ts";
export * from "./ids.ts";
export * from "./edtf.ts";
export * from "./place.ts";
