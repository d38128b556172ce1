// What a matrix counts, and what stands in its rows.

/** An incident apart by how sure we are of it, which is never added up. */
export const matrixKinds = ["incident", "measure", "proceeding", "assessment"] as const;
export type MatrixKind = (typeof matrixKinds)[number];

export const matrixRows = ["state", "company"] as const;
export type MatrixRows = (typeof matrixRows)[number];
