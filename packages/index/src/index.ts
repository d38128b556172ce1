export * from "./errors.ts";
export { openProjection, type Analyse, type Projection, type ProjectionOptions } from "./projection.ts";
export type { SqlDatabase, SqlRow, SqlValue } from "./sql.ts";
export { createView, type ReadOperations } from "./view.ts";
