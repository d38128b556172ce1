export * from "./errors.ts";
export type { ProjectionOptions } from "./options.ts";
export { openProjection, type Projection } from "./projection.ts";
export type { SqlDatabase, SqlRow, SqlValue } from "./sql.ts";
export type { UnreadCounts, UnreadOperation, UnreadReason } from "./unread.ts";
export type { ReadOperations } from "./positions.ts";
export { createView } from "./view.ts";
