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
    "looksLike",
    "signs",
    "files",
    "added",
    "obtainedHow",
    "obtainedWhen",
    "consent",
    "verified",
    "verifiedAs",
    "parent",
    "copyKind",
    "described",
  ),
  commitment: full(
    "title",
    "reference",
    "instrument",
    "theme",
    "addressee",
    "duty",
    "strength",
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
  involvement: full(
    "role",
    "person",
    "organisation",
    "incident",
    "proceeding",
    "degree",
    "perpetratorKind",
    "attribution",
    "victimStatus",
  ),
  organisation: full("name", "names", "organisationKind", "country"),
  eventLink: full("link", "from", "to"),
  relation: { ...full("relation", "person", "to", "organisation"), since: "coarse", until: "coarse" },
  measure: {
    wordsIn: "coarse",
    ...full(
      "title",
      "measureKind",
      "actor",
      "authority",
      "country",
      "when",
      "legalBasis",
      "statedReason",
      "words",
      "sources",
      "incidents",
      "commitments",
      "technology",
    ),
  },
};

/** Of what was done and of courts: what names nobody by itself. */
const answers = (precision: FieldRelease): ReleaseFields => ({
  action: {
    ...full("title", "actionKind", "addressee", "result", "incidents", "reprisal"),
    sent: precision,
    replied: precision,
  },
  proceeding: {
    ...full(
      "title",
      "proceedingKind",
      "stage",
      "charges",
      "forum",
      "country",
      "outcome",
      "incidents",
      "commitments",
      "legalBasis",
    ),
    ...full("sum", "currency"),
    filed: precision,
    ended: precision,
  },
  hearing: { ...full("title", "proceeding", "observed"), when: precision },
  statement: { ...full("voice", "cited", "topic", "organisation", "source", "incident"), said: precision },
});

/** For readers who need the facts and keep them: courts, UN bodies, governments, partners. */
const detailed: ReleaseFields = {
  ...shared,
  evidence: { ...shared["evidence"], ...full("consentText") },
  case: full("title", "status", "opened"),
  measure: { ...shared["measure"], where: "full" },
  incident: {
    // Without who translated them.
    titleIn: "coarse",
    narrativeIn: "coarse",
    ...full(
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
      "defence",
      "defenceGrounds",
      "means",
      "effects",
      "statedReason",
      "confirmedBy",
      "borderActor",
      "borderTargets",
      "originState",
      "hostState",
      "whenGiven",
    ),
  },
  ...answers("full"),
  action: { ...answers("full")["action"], ...full("reply", "reprisalNote") },
  proceeding: { ...answers("full")["proceeding"], ...full("outcomeWords") },
  hearing: { ...answers("full")["hearing"], ...full("result") },
  statement: { ...answers("full")["statement"], ...full("words"), wordsIn: "coarse" },
  deadline: full(
    "title",
    "due",
    "zone",
    "proceeding",
    "rule",
    "ruleSource",
    "done",
    "confirmed",
    "confirmedDue",
  ),
  involvement: { ...shared["involvement"], ...full("grounds") },
  person: full("name", "names", "pseudonym"),
};

/** For everybody: no narrative; dates to the month and places to the region. */
const open: ReleaseFields = {
  ...shared,
  case: full("title"),
  measure: { ...shared["measure"], where: "coarse" },
  incident: {
    ...full("title", "acts", "online", "status", "commitments", "findings", "evidence", "sources"),
    ...full("defence", "confirmedBy", "borderActor", "borderTargets", "originState", "hostState"),
    when: "coarse",
    where: "coarse",
  },
  ...answers("coarse"),
  deadline: { ...full("proceeding"), due: "coarse" },
  person: full("name", "names", "pseudonym"),
};

/** The organisation's own work, which tells others nothing about an attack: of a release what a reader can check. */
const ownWork: ReleaseFields = {
  release: full("title", "format", "approved", "sha256"),
  task: {},
  retention: {},
  copy: {},
  table: {},
  tableRow: {},
  savedView: {},
  settings: {},
  clearCopy: {},
  // Of an assessment nothing leaves as a table of records: a level says little without its reasons, and reasons can name.
  engagement: {},
  instrument: full("title", "name", "edition", "content"),
  assessment: {},
  rating: {},
  answer: {},
  settlement: {},
  rightOfReply: {},
};

/** Inside the organisation: everything but who rated, and what must not be shown. */
const assessing: ReleaseFields = {
  engagement: full("decision", "of", "commitment", "reason", "when"),
  instrument: full("title", "name", "edition", "content", "retired"),
  assessment: {
    ...full(
      "title",
      "instrument",
      "edition",
      "form",
      "assessed",
      "country",
      "subject",
      "period",
      "commitments",
    ),
    ...full("statedReasons", "loneReason", "finished", "supersedes"),
  },
  rating: full("assessment", "begun", "closed"),
  answer: full("question", "rating", "level", "reasons", "statedReason", "evidence", "due", "zone"),
  settlement: full("question", "assessment", "level", "reasons", "dissent", "when"),
  rightOfReply: {
    ...full("to", "assessment", "release", "invited", "deadline", "zone"),
    ...full("received", "words", "evidence", "silence"),
  },
};

const outside: ReleaseFields = { ...detailed, ...ownWork };

export const releaseFields: Readonly<Record<Audience, ReleaseFields>> = {
  internal: {
    ...detailed,
    ...assessing,
    case: full("title", "status", "priority", "opened", "summary", "flags"),
    source: full("title", "sourceKind", "reliability", "credibility"),
    evidence: { ...shared["evidence"], ...full("obtainedBy", "consentText") },
    incident: { ...detailed["incident"], ...full("titleIn", "narrativeIn") },
    measure: { ...detailed["measure"], ...full("wordsIn") },
    statement: { ...detailed["statement"], ...full("wordsIn") },
    relation: full("relation", "person", "to", "organisation", "since", "until"),
  },
  partner: outside,
  "un-body": outside,
  government: outside,
  court: outside,
  public: { ...open, ...ownWork },
};
