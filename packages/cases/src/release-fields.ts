// Which fields leave for which audience, before any name is decided: whatever is not named here stays inside.
import type { FieldRelease } from "@tocsin/records";
import type { Audience } from "./work.ts";

export type ReleaseFields = Readonly<Record<string, Readonly<Record<string, FieldRelease>>>>;

const full = <const Names extends readonly string[]>(...names: Names): Readonly<Record<string, "full">> =>
  Object.fromEntries(names.map((name) => [name, "full"]));

/** What every audience may see of findings, evidence and commitments: nothing of it names a person by itself. */
const shared: ReleaseFields = {
  finding: full(
    "title",
    "level",
    "findingType",
    "meaning",
    "artifact",
    "place",
    "time",
    "value",
    "indicators",
    "verdict",
    "examiner",
    "examinerVersion",
    "evidence",
    "fileSha256",
    "coverage",
    "confidence",
  ),
  evidence: full(
    "title",
    "sha256",
    "size",
    "mediaType",
    "files",
    "added",
    "obtainedHow",
    "obtainedWhen",
    "consent",
    "verified",
    "verifiedAs",
    "parent",
  ),
  commitment: full(
    "title",
    "reference",
    "instrument",
    "theme",
    "addressee",
    "standing",
    "words",
    "sources",
    "checked",
  ),
  consent: full(
    "uses",
    "namesToGovernment",
    "namesPublished",
    "given",
    "until",
    "how",
    "withdrawn",
    "person",
  ),
  source: full("sourceKind", "reliability", "credibility"),
  involvement: full("role", "person", "incident", "degree", "attribution"),
};

/** For readers who need the facts and keep them: courts, UN bodies, governments, partners. */
const detailed: ReleaseFields = {
  ...shared,
  evidence: { ...shared["evidence"], ...full("consentText") },
  case: full("title", "status", "opened"),
  incident: full(
    "title",
    "acts",
    "when",
    "where",
    "online",
    "status",
    "narrative",
    "commitments",
    "findings",
    "evidence",
    "sources",
  ),
  person: full("name", "names", "pseudonym"),
};

/** For everybody: no narrative; dates to the month and places to the region. */
const open: ReleaseFields = {
  ...shared,
  case: full("title"),
  incident: {
    ...full("title", "acts", "online", "status", "commitments", "findings", "evidence", "sources"),
    when: "coarse",
    where: "coarse",
  },
  person: full("name", "names", "pseudonym"),
};

export const releaseFields: Readonly<Record<Audience, ReleaseFields>> = {
  internal: {
    ...detailed,
    case: full("title", "status", "priority", "opened", "summary", "flags"),
    source: full("title", "sourceKind", "reliability", "credibility"),
    evidence: { ...shared["evidence"], ...full("obtainedBy", "consentText") },
  },
  partner: detailed,
  "un-body": detailed,
  government: detailed,
  court: detailed,
  public: open,
};
