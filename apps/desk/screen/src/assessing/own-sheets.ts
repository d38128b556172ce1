// Which rater's sheet this window works on, by assessment. The program does not know who sits here: somebody says it, and it
// is forgotten when the vault is locked or the page goes.

export interface OwnSheets {
  /** The sheet that somebody said is theirs; null where nobody has. */
  of(assessment: string): string | null;
  take(assessment: string, rating: string): void;
}

export function createOwnSheets(): OwnSheets {
  const sheets = new Map<string, string>();
  return {
    of: (assessment) => sheets.get(assessment) ?? null,
    take: (assessment, rating) => void sheets.set(assessment, rating),
  };
}
