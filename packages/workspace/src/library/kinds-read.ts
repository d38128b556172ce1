// Which kinds of records a public library is made from, and by which it is decided what may leave.
/** Kinds that become items come first. */
export const kindsRead = [
  "resource",
  "case",
  "measure",
  "proceeding",
  "commitment",
  "incident",
  "involvement",
  "person",
  "consent",
  "source",
  "evidence",
  "release",
] as const;
export type KindRead = (typeof kindsRead)[number];
