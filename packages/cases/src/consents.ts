// Whose name may leave, for whom. A name is allowed by an explicit yes that is in force, and by nothing else.
import type { RecordId } from "@tocsin/core";
import { hasEnded, readDate } from "./ends.ts";
import type { Audience, ConsentUse } from "./work.ts";

/** Same codes as the report's: `protected` and `child` stand before everything that was consented to. */
export type MissingConsentReason =
  | "protected"
  | "child"
  | "accused"
  | "consent-withdrawn"
  | "consent-ended"
  | "consent-other-audience"
  | "no-consent";

/** Somebody, or an organisation, whose name could leave. */
export interface PersonToName {
  readonly id: RecordId;
  /** Other records of the same person, which were merged: what was allowed or refused there counts too. */
  readonly same?: readonly RecordId[];
  /** A child, or a child when it happened: the identity leaves for nobody. */
  readonly isChild?: boolean;
  /** Without a consent: named because of the office they answer for, or withheld as one who is accused. */
  readonly unasked?: "named" | "accused";
  /** Codes of `riskFlags`; `name-never` overrides every consent. */
  readonly flags?: readonly string[];
}

/** A consent as its record holds it. Dates are EDTF; where one is vague, the reading that protects counts. */
export interface ConsentOnFile {
  readonly id: RecordId;
  readonly person?: RecordId;
  /** Absent: every case. */
  readonly case?: RecordId;
  readonly uses?: readonly string[];
  readonly namesToGovernment?: boolean;
  readonly namesPublished?: boolean;
  readonly given?: string;
  readonly until?: string;
  readonly withdrawn?: string;
}

export interface PlannedRelease {
  readonly audience: Audience;
  /** Absent: not about one case, so only consents for every case count. */
  readonly case?: RecordId;
  /** Milliseconds since 1970. */
  readonly now: number;
}

export interface ConsentNeeded {
  readonly use: ConsentUse;
  /** The question that must be answered with yes, besides the use. */
  readonly answer?: "namesToGovernment" | "namesPublished";
}

export interface MissingConsent {
  readonly person: RecordId;
  readonly reason: MissingConsentReason;
  /** The consent that the reason speaks of. */
  readonly consent?: RecordId;
  /** What a consent would have to say. */
  readonly needed: ConsentNeeded;
  /** The person said no to the question, in words. */
  readonly refused: boolean;
}

/** A UN body passes names on to the government concerned, so it needs the same answer as a government. */
export const consentNeeded: Readonly<Record<Audience, ConsentNeeded>> = {
  internal: { use: "documentation" },
  partner: { use: "sharing" },
  "un-body": { use: "un-body", answer: "namesToGovernment" },
  government: { use: "government", answer: "namesToGovernment" },
  court: { use: "court" },
  public: { use: "publication", answer: "namesPublished" },
};

/** The persons whose names must be withheld from the release, and why; in the order of `persons`. */
export function missingConsents(
  persons: readonly PersonToName[],
  consents: readonly ConsentOnFile[],
  release: PlannedRelease,
): readonly MissingConsent[] {
  const covering = consents.filter((consent) => coversCase(consent, release));
  const ofOne = new Map<RecordId | undefined, ConsentOnFile[]>();
  for (const consent of covering) {
    const known = ofOne.get(consent.person);
    if (known === undefined) ofOne.set(consent.person, [consent]);
    else known.push(consent);
  }
  return persons.flatMap((person) => {
    const isMerged = (person.same ?? []).length > 0;
    const own = isMerged ? covering.filter((consent) => isOf(consent, person)) : (ofOne.get(person.id) ?? []);
    const missing = missingOf(person, own, release);
    return missing === undefined ? [] : [missing];
  });
}

/** The persons who may be named: what `ReleaseRules.named` wants. */
export function namedPersons(
  persons: readonly PersonToName[],
  consents: readonly ConsentOnFile[],
  release: PlannedRelease,
): ReadonlySet<RecordId> {
  const withheld = new Set(missingConsents(persons, consents, release).map(({ person }) => person));
  return new Set(persons.map(({ id }) => id).filter((id) => !withheld.has(id)));
}

/** The consents of one person that still stand: given, not withdrawn by any withdrawal, and not ended. */
export function standingConsents(own: readonly ConsentOnFile[], now: number): readonly ConsentOnFile[] {
  return own.filter((consent) => consentStanding(consent, own, now) === "in-force");
}

/** How one consent stands, among all of the same person; what it covers is another question. */
export type ConsentStanding = "in-force" | "withdrawn" | "ended" | "not-begun";

export function consentStanding(
  consent: ConsentOnFile,
  own: readonly ConsentOnFile[],
  now: number,
): ConsentStanding {
  if (isWithdrawn(consent, own)) return "withdrawn";
  if (!hasBegun(consent, now)) return "not-begun";
  return hasEnded(consent.until, now) ? "ended" : "in-force";
}

function isOf(consent: ConsentOnFile, { id, same = [] }: PersonToName): boolean {
  return consent.person === id || same.some((each) => each === consent.person);
}

type Standing = "in-force" | Exclude<MissingConsentReason, "protected" | "child" | "accused">;

/** Which reason is told where several consents fail for different ones. */
const reasonsInOrder: readonly Standing[] = [
  "consent-withdrawn",
  "consent-ended",
  "consent-other-audience",
  "no-consent",
];

function missingOf(
  person: PersonToName,
  own: readonly ConsentOnFile[],
  release: PlannedRelease,
): MissingConsent | undefined {
  const needed = consentNeeded[release.audience];
  const refused = own.some((consent) => needed.answer !== undefined && consent[needed.answer] === false);
  const base = { person: person.id, needed, refused };
  // A child first: of a child, what stands for the name stays inside too.
  if (person.isChild === true) return { ...base, reason: "child" };
  if (person.flags?.includes("name-never") === true) return { ...base, reason: "protected" };
  const standings = own.map((consent) => ({ consent, standing: standingOf(consent, own, release) }));
  if (standings.some(({ standing }) => standing === "in-force")) return undefined;
  if (person.unasked === "named" && !refused) return undefined;
  if (person.unasked === "accused") return { ...base, reason: "accused" };
  for (const reason of reasonsInOrder) {
    const found = standings.find(({ standing }) => standing === reason);
    if (found !== undefined && reason !== "in-force") return { ...base, reason, consent: found.consent.id };
  }
  return { ...base, reason: "no-consent" };
}

function standingOf(
  consent: ConsentOnFile,
  own: readonly ConsentOnFile[],
  release: PlannedRelease,
): Standing {
  if (isWithdrawn(consent, own)) return "consent-withdrawn";
  if (!hasBegun(consent, release.now)) return "no-consent";
  if (hasEnded(consent.until, release.now)) return "consent-ended";
  return coversAudience(consent, release.audience) ? "in-force" : "consent-other-audience";
}

/** Any withdrawal counts from when it is written down, and for every consent that is not clearly newer. */
function isWithdrawn(consent: ConsentOnFile, own: readonly ConsentOnFile[]): boolean {
  if (consent.withdrawn !== undefined) return true;
  const given = readDate(consent.given)?.earliest ?? Number.NEGATIVE_INFINITY;
  return own.some(
    ({ withdrawn }) =>
      withdrawn !== undefined && given <= (readDate(withdrawn)?.latest ?? Number.POSITIVE_INFINITY),
  );
}

function hasBegun(consent: ConsentOnFile, now: number): boolean {
  if (consent.given === undefined) return true;
  const earliest = readDate(consent.given)?.earliest;
  return typeof earliest === "number" && earliest <= now;
}

function coversCase(consent: ConsentOnFile, release: PlannedRelease): boolean {
  return consent.case === undefined || consent.case === release.case;
}

function coversAudience(consent: ConsentOnFile, audience: Audience): boolean {
  const { use, answer } = consentNeeded[audience];
  return consent.uses?.includes(use) === true && (answer === undefined || consent[answer] === true);
}
