// One case that holds something for every protective rule: invented names in every kind of text that a case has.
import { audienceCodes, type Audience } from "@tocsin/cases";
import type { RecordId } from "@tocsin/core";
import { addEvidence, type EvidenceSource } from "../evidence.ts";
import { createSmallWorkspace, piecesOf, sha256Of, type SmallWorkspace } from "../small-workspace.fake.ts";
import { names, marks, canary, formula, unseen, ownWords, toldWords, all } from "./story-words.fake.ts";
import { tellAsked, type Asked } from "./story-asked.fake.ts";
import { tellCounted } from "./story-counted.fake.ts";

export interface Told {
  readonly small: SmallWorkspace;
  readonly case: RecordId;
  readonly evidence: RecordId;
  readonly people: Readonly<Record<PersonRole, RecordId>>;
  /** Of every template, for every audience, in English. */
  readonly drafts: readonly ToldDraft[];
  /** Writes one more of a template. */
  readonly draft: (of: DraftOf) => Promise<RecordId>;
}

export interface ToldDraft {
  readonly template: string;
  readonly audience: Audience;
  readonly draft: RecordId;
}

export interface DraftOf {
  readonly template: string;
  readonly audience: Audience;
  /** BCP 47. */
  readonly language: string;
}

const everyUse = ["documentation", "sharing", "un-body", "government", "court", "publication"];
const yes = { uses: everyUse, namesToGovernment: true, namesPublished: true } as const;

interface PersonStory {
  readonly values?: object;
  readonly part: object;
  readonly consent?: object;
}

const parts = {
  child: {
    values: { pseudonym: names.childAlias, names: [{ text: names.childArabic, lang: "ar" }] },
    part: { role: "defender", ageThen: "child.13-15" },
    consent: {
      ...yes,
      guardian: "unsafe-to-ask",
      guardianReason: `${marks.guardian}: at home they beat ${names.child}`,
      childView: `${marks.childView}: ${names.child} wants it told`,
    },
  },
  hiddenChild: {
    values: { pseudonym: names.hiddenChildAlias, child: true, flags: ["name-never"] },
    part: { role: "defender" },
    consent: yes,
  },
  private: { part: { role: "perpetrator", rank: "private", attribution: "witness" } },
  low: { part: { role: "official", rank: "low-official", attribution: "document" } },
  doubted: { part: { role: "official", rank: "senior-official", attribution: "pattern" } },
  senior: { part: { role: "official", rank: "head", attribution: "acknowledged" } },
  never: { values: { flags: ["name-never"] }, part: { role: "witness" }, consent: yes },
  unasked: {
    values: {
      flags: ["device-unsafe", "no-contact"],
      traitGrounds: ["orientation"],
      traitReason: `${marks.trait}: they said why`,
    },
    part: { role: "defender" },
  },
  withdrawn: {
    part: { role: "defender" },
    consent: { ...yes, given: "2025-01-01", withdrawn: "2026-01-01" },
  },
  ended: { part: { role: "defender" }, consent: { ...yes, given: "2025-01-01", until: "2025-12-31" } },
  elsewhere: { part: { role: "defender" }, consent: { uses: ["court"] } },
  agreed: {
    values: {
      flags: ["detention-feared"],
      traitGrounds: ["disability"],
      traitReason: `${marks.trait}: why they were chosen`,
    },
    part: { role: "defender" },
    consent: yes,
  },
} as const satisfies Readonly<Record<string, PersonStory>>;
/** In cases of the indicator: six of one gender, one child among them, and two of another. */
const counted = ["woman", "woman", "woman", "woman", "woman", "woman", "man", "man"] as const;

type PersonRole = keyof typeof parts | "twin";
/** Children with them, and two of whom nothing but the name is in the case; the twin is one of them already. */
export const peopleInStory = Object.keys(parts).length + counted.length + 2;

export async function tellStory(): Promise<Told> {
  const small = await createSmallWorkspace();
  const caseId = await small.create("case", {
    title: `The case of ${all}`,
    summary: all,
    flags: ["device-unsafe"],
  });
  const source = await small.create("source", { title: names.source, case: caseId });
  const incident = await tellIncident(small, caseId, source);
  const people = await tellPeople(small, caseId, incident);
  const group = await small.create("organisation", {
    name: names.group,
    organisationKind: "defenders",
    flags: ["no-contact"],
    country: marks.code,
  });
  // A bundle of a case has no record of an organisation: only what others say can name it, and this entry names nobody else.
  const where = { text: `The office of ${names.group}`, lang: "en" };
  await small.workspace.run("record.change", { record: incident, patch: { means: { set: where } } });
  await small.create("involvement", { role: "defender", organisation: group, incident, case: caseId });
  const answers = await tellAnswers(small, { caseId, incident, source });
  await small.create("relation", {
    relation: "family.parent",
    person: people.child,
    to: people.never,
    notes: all,
  });
  await tellOwnWork(small, caseId);
  const evidence = await tellEvidence(small, caseId);
  await tellCounted(small, counted);
  const asked = await tellAsked(small);
  const draft = draftWriter(small, { ...answers, ...asked, case: caseId, evidence });
  return { small, case: caseId, evidence, people, drafts: await tellDrafts(draft), draft };
}

function tellIncident(small: SmallWorkspace, caseId: RecordId, source: RecordId): Promise<RecordId> {
  return small.create("incident", {
    title: `What ${all} lived through`,
    acts: ["harassment.threat"],
    when: marks.day,
    whenGiven: { calendar: "hijri-umalqura", text: marks.hijri },
    where: {
      country: "XX",
      region: "North",
      locality: marks.locality,
      latitude: 12_345_678,
      longitude: 1,
    },
    narrative: `Then ${all} were seen.`,
    narrativeIn: [
      { text: `Puis ${all}`, lang: "fr", origin: "human-translation", by: marks.translator },
      { text: `Dann ${all}`, lang: "de", by: names.source, reviewedBy: marks.translator },
    ],
    defenceGrounds: `${all} defend rights`,
    means: all,
    effects: all,
    case: caseId,
    sources: [source],
  });
}

async function tellPeople(
  small: SmallWorkspace,
  caseId: RecordId,
  incident: RecordId,
): Promise<Told["people"]> {
  const people: Partial<Record<PersonRole, RecordId>> = {};
  const consentOf = (person: RecordId, values: object): Promise<RecordId> =>
    small.create("consent", { scope: `Everything that ${all} said`, person, ...values });
  for (const [role, story] of Object.entries(parts)) {
    const { values = {}, part, consent }: PersonStory = story;
    const name = names[role as keyof typeof parts];
    const person = await small.create("person", { name, ...values });
    await small.create("involvement", { person, incident, case: caseId, grounds: all, ...part });
    if (consent !== undefined) await consentOf(person, consent);
    people[role as keyof typeof parts] = person;
  }
  const twin = await small.create("person", { name: names.twin });
  await consentOf(twin, yes);
  await small.workspace.run("record.merge", { record: twin, into: people.never });
  const stranger = await small.create("person", { name: names.stranger, flags: ["name-never"] });
  await small.workspace.run("record.apart", { record: people.agreed, from: stranger });
  const child = { name: names.strangerChild, pseudonym: names.strangerAlias };
  const young = await small.create("person", child);
  await small.create("involvement", { person: young, role: "victim", ageThen: "child.under-13" });
  return { ...people, twin } as Told["people"];
}

interface Around {
  readonly caseId: RecordId;
  readonly incident: RecordId;
  readonly source: RecordId;
}

interface Answers {
  readonly proceeding: RecordId;
  readonly measure: RecordId;
}

async function tellAnswers(small: SmallWorkspace, { caseId, incident, source }: Around): Promise<Answers> {
  const proceeding = await small.create("proceeding", {
    title: `${names.plaintiff} against ${names.group}`,
    broughtBy: names.plaintiff,
    filed: marks.day,
    legalBasis: all,
    outcomeWords: all,
    country: marks.code,
    case: caseId,
  });
  await small.create("hearing", { title: all, proceeding, when: marks.day, result: all });
  const due = { due: marks.day, zone: "Asia/Seoul" };
  await small.create("deadline", { title: all, ...due, rule: all, proceeding });
  await small.create("action", { title: all, addressee: all, sent: marks.day, reply: all, case: caseId });
  const wordsIn = [{ text: all, lang: "fr", reviewedBy: marks.translator }];
  const measure = await small.create("measure", {
    title: all,
    words: all,
    wordsIn,
    authority: all,
    legalBasis: all,
    technology: all,
    country: marks.code,
    where: { country: "XX", region: "North", locality: marks.locality },
    when: "2025",
    case: caseId,
    incidents: [incident],
    sources: [source],
  });
  const said = { cited: all, topic: all, said: marks.day, source, incident, wordsIn };
  await small.create("statement", { ...said, words: `${toldWords} ${all}`, voice: "reported" });
  await small.create("statement", { ...said, words: `${ownWords} ${all}`, voice: "own-words" });
  return { proceeding, measure };
}

interface DraftedOn extends Answers, Asked {
  readonly case: RecordId;
  readonly evidence: RecordId;
}

/** By template: a part of it that people write, and the field that says what it is about. */
const drafted = {
  "case-report": ["introduction", "case"],
  "allegation-letter": ["summary", "case"],
  "office-input": ["summary", "case"],
  "review-submission": ["summary", "country"],
  "shadow-report": ["summary", "country"],
  "slapp-brief": ["publication", "proceeding"],
  "network-report": ["method", "case"],
  "open-letter": ["letter", null],
  "oral-statement": ["statement", null],
  "biometric-request": ["own-questions", "measure"],
  "consultation-report": ["told", "questionnaire"],
} as const;

async function tellDrafts(draft: Told["draft"]): Promise<Told["drafts"]> {
  const drafts: ToldDraft[] = [];
  for (const audience of audienceCodes)
    for (const template of Object.keys(drafted))
      drafts.push({ template, audience, draft: await draft({ template, audience, language: "en" }) });
  return drafts;
}

function draftWriter(small: SmallWorkspace, on: DraftedOn): Told["draft"] {
  const subjects = { ...on, country: marks.code };
  return async ({ template, audience, language }) => {
    const [part, about] = drafted[template as keyof typeof drafted];
    const draft = await small.create("document", {
      ...(about === null ? {} : { [about]: subjects[about] }),
      title: { text: `${canary} of ${all}`, lang: language },
      organisation: all,
      addressee: all,
      template,
      audience,
      language,
    });
    // Words of those who were asked stand in lines of their own, and behind a sentence.
    const quoted = about === "questionnaire" ? on.segments.map((id) => `\n[^${id}]`) : [];
    const said = `${canary} ${all}${unseen}[^${on.evidence}]`;
    const text = { text: [said, ...quoted].join(""), lang: language };
    await small.make("document.write", {
      document: draft,
      part,
      text,
      records: [on.evidence, on.measure, on.case],
    });
    return draft;
  };
}

async function tellOwnWork(small: SmallWorkspace, caseId: RecordId): Promise<void> {
  const en = (text: string): object => ({ text, lang: "en" });
  await small.create("task", {
    title: `${marks.task} ${all}`,
    who: names.source,
    tags: [marks.tag],
    due: marks.day,
    case: caseId,
  });
  const negotiation = await small.create("negotiation", { title: `${marks.draft} ${all}` });
  const draft = await small.create("draft", { title: marks.draft, negotiation, givenBy: names.source });
  await small.create("draftParagraph", { draft, place: 0, printed: `${marks.draft} ${all}` });
  const ask = await small.create("ask", { title: marks.ask, negotiation, words: all });
  await small.create("ledgerEntry", {
    ask,
    draft,
    standing: "lost",
    likelyBy: marks.mover,
    reasons: marks.mover,
  });
  await small.create("position", {
    negotiation,
    delegation: marks.delegation,
    stance: "oppose",
    words: marks.delegation,
    source: `${marks.toldBy} ${all}`,
    confidence: "doubted",
    notes: marks.delegation,
  });
  await small.create("amendment", {
    title: marks.draft,
    negotiation,
    effect: marks.mover,
    sponsors: [marks.mover],
  });
  await tellLetter(small);
  await small.create("copy", { title: `Cupboard at ${marks.copy}`, copy: "0".repeat(32) });
  await small.create("retention", { reason: `${marks.retention} ${all}`, of: caseId, until: "2030" });
  await small.create("table", { title: en(marks.mapping), file: `${names.child}.csv` });
}

async function tellLetter(small: SmallWorkspace): Promise<void> {
  const letter = await small.create("letter", { title: marks.letter, status: "open" });
  await small.create("letterVersion", { title: marks.letter, letter, body: `${marks.letter} ${all}` });
  const signature = await small.create("signature", {
    name: marks.signer,
    letter,
    visibility: "withheld",
    domain: `${marks.signer}.example`,
    actedBy: marks.acted,
    contact: marks.acted,
    entry: { place: 0, open: marks.signer, closed: null, salt: marks.signer },
  });
  await small.create("signatureCheck", { rung: "vouched", signature, by: marks.acted, seen: marks.acted });
  await small.create("signerDecision", {
    how: "same",
    letter,
    signatures: [signature],
    by: marks.acted,
    reason: marks.signer,
  });
}

async function tellEvidence(small: SmallWorkspace, caseId: RecordId): Promise<RecordId> {
  const evidence = await small.create("evidence", {
    title: `Phone of ${all}${unseen} ${canary}`,
    sha256: sha256Of("phone"),
    obtainedHow: all,
    obtainedBy: names.obtainer,
    copyBy: names.source,
    copyHow: all,
    description: all,
    original: `/home/${names.child}/phone`,
    case: caseId,
  });
  await small.create("evidence", {
    title: `Call of ${marks.number} by ${marks.user}@example.org.m4a ${canary}`,
    sha256: sha256Of("call"),
    case: caseId,
  });
  await small.create("evidence", {
    title: marks.kept,
    sha256: sha256Of(marks.kept),
    staysInside: true,
    case: caseId,
  });
  await small.create("custody", {
    event: "handed-over",
    evidence,
    from: all,
    to: all,
    where: all,
    note: all,
  });
  const bytes: EvidenceSource = {
    mediaType: "text/plain",
    original: "/media/stick",
    stream: () => piecesOf("what was on it"),
    listing: () => null,
  };
  const about = { title: { text: `Picture ro${unseen}bin ${canary}`, lang: "en" }, case: caseId };
  const { record } = await addEvidence(small.workspace, bytes, { about });
  // Nobody is named here, so that a bundle has something to hold.
  await small.create("incident", {
    title: `${formula} ${canary}`,
    when: "2025-06",
    case: caseId,
    evidence: [record, evidence],
  });
  await small.create("incident", { title: `${canary} of ro${unseen}bin`, case: caseId });
  return evidence;
}
