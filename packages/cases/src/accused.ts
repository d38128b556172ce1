// Whom a case accuses, and who of them may be named without having agreed: only those who answer for a high office, and
// only on a ground. Everybody else who is accused is withheld by default.
export interface Part {
  /** Code of `roles`. */
  readonly role: string | null;
  /** Code of `ranks`. */
  readonly rank: string | null;
  /** Code of `attributionGrounds`. */
  readonly attribution: string | null;
}

const accusedRoles: ReadonlySet<string> = new Set([
  "perpetrator",
  "proxy",
  "vendor",
  "operator",
  "platform",
  "official",
  "prosecutor",
  "judge",
]);

const namedRanks: ReadonlySet<string> = new Set(["senior-official", "head"]);

/** Nobody is named on these: they say who is suspected, or that nobody knows. */
const weakGrounds: ReadonlySet<string> = new Set(["pattern", "denied", "unknown"]);

export function isAccusedRole(role: string | null): boolean {
  return role !== null && accusedRoles.has(role);
}

/** `undefined` where nobody accuses them. Who is also something else, such as a defender, is protected like one. */
export function standingOfAccused(parts: readonly Part[]): "named" | "accused" | undefined {
  const accused = parts.filter(({ role }) => isAccusedRole(role));
  if (accused.length === 0) return undefined;
  return accused.length === parts.length && accused.every(answersForOffice) ? "named" : "accused";
}

function answersForOffice({ rank, attribution }: Part): boolean {
  return rank !== null && namedRanks.has(rank) && attribution !== null && !weakGrounds.has(attribution);
}

/** Kinds of organisation that act in public and are named without being asked. */
const publicOrganisations: ReadonlySet<string> = new Set([
  "company",
  "state-body",
  "court",
  "international-body",
]);

export function isPublicOrganisation(kind: string | null): boolean {
  return kind !== null && publicOrganisations.has(kind);
}
