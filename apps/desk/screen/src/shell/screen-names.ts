// First parts of the addresses that have a screen; every kind of record has one beside them. The manual helps with each.

/** What works without a vault. */
export const freeScreens = [
  "phone",
  "site",
  "examination",
  "resolution",
  "manual",
  "words",
  "create",
  "open",
  "restore",
  "recover",
] as const;

export const vaultScreens = [
  "happened",
  "add",
  "import",
  "duplicates",
  "counts",
  "timeline",
  "graph",
  "map",
  "matrix",
  "registers",
  "activity",
  "outputs",
  "library",
  "commitments",
  "assess",
  "write",
  "instruments",
  "settings",
  "vault",
  "bundle",
  "erase",
  "list",
  "new",
  "do",
] as const;
