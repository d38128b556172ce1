// What a report is made from: plain values that a release has already let through. Nothing here reads the vault.
// Whoever builds it drops what the release withholds, and says so in `withheld`.
import type { Coverage, Examiner, ExaminerFinding, RecordId, Verdict } from "@tocsin/core";

/** A text that a person wrote, with its language (BCP 47). */
export interface ReportText {
  readonly text: string;
  readonly language: string;
}

/** What a text says in another language; the original is the text beside it. */
export interface ReportTranslation extends ReportText {
  /** Code of `textOrigins`: by whom or what it was made; null where nobody said. */
  readonly origin: string | null;
}

/** A person's or organisation's name as released, or the reason why it is not shown. */
export type ReportName =
  | { readonly shown: true; readonly names: readonly ReportText[] }
  | { readonly shown: false; readonly reason: WithheldReason };

export type WithheldReason =
  | "no-consent"
  | "child"
  | "accused"
  | "consent-other-audience"
  | "consent-ended"
  | "consent-withdrawn"
  | "protected"
  | "left-out";

export interface ReportInput {
  /** BCP 47 language of the fixed sentences. */
  readonly language: string;
  /** ISO 8601 in UTC, to the second: `2026-11-23T10:00:00Z`. Also the time inside the PDF. */
  readonly madeAt: string;
  readonly tool: { readonly name: string; readonly version: string };
  readonly release: ReportRelease;
  readonly case: ReportCase;
  /** In any order; the report sorts them by date. */
  readonly incidents: readonly ReportIncident[];
  readonly findings: readonly ReportFinding[];
  readonly evidence: readonly ReportEvidence[];
  readonly examinations: readonly ReportExamination[];
  readonly people: readonly ReportPerson[];
  readonly sources: readonly ReportSource[];
  readonly commitments: readonly ReportCommitment[];
  readonly consents: readonly ReportConsent[];
  readonly actions?: readonly ReportAction[];
  readonly proceedings?: readonly ReportProceeding[];
  readonly deadlines?: readonly ReportDeadline[];
  readonly said?: readonly ReportSaid[];
  readonly measures?: readonly ReportMeasure[];
  /** What the release kept back, besides the names in `people`. */
  readonly withheld: readonly ReportWithheld[];
  /**
   * Every form of every name that must not appear, in all scripts. They serve to strike such names out of free
   * texts, titles and paths, and to check the finished outputs; they never enter the report.
   */
  readonly withheldNames: readonly string[];
  /** Descriptions that must not appear (`Lawyer of the family`): struck as a whole, never word by word. */
  readonly withheldPhrases?: readonly string[];
}

export interface ReportRelease {
  readonly id: RecordId;
  /** Code of the vocabulary `audiences`. */
  readonly audience: string;
  /** Null when the approver's name is not released. */
  readonly approvedBy: string | null;
  /** ISO 8601 in UTC. */
  readonly approvedAt: string;
}

export interface ReportCase {
  readonly id: RecordId;
  readonly title: ReportText;
  /** Who speaks in this document: the organisation's released name, or null. */
  readonly organisation: string | null;
}

export type IncidentStatus = "reported" | "corroborated" | "confirmed";

export interface ReportIncident {
  readonly id: RecordId;
  readonly title: ReportText;
  /** Codes of the vocabulary `acts`: label `acts.<code>.label`. */
  readonly acts: readonly string[];
  /** EDTF, as released (it may have been made coarser), or null where it is unknown. */
  readonly when: string | null;
  readonly where: ReportPlace | null;
  readonly mode: "online" | "offline" | "both" | null;
  readonly status: IncidentStatus;
  /** The body that confirmed it; only with status `confirmed`. */
  readonly confirmedBy?: string;
  readonly narrative: ReportText | null;
  readonly titleIn?: readonly ReportTranslation[];
  readonly narrativeIn?: readonly ReportTranslation[];
  readonly people: readonly ReportPart[];
  /** Sources that are released; `sourceCount` counts the others too. */
  readonly sources: readonly RecordId[];
  readonly sourceCount: number;
  readonly findings: readonly RecordId[];
  readonly evidence: readonly RecordId[];
  /** Ids of commitments engaged by the acts: `C-SPY-1`. */
  readonly commitments: readonly string[];
  /** How it hangs together with other incidents: code of `eventLinks`, and the other one. */
  readonly links?: readonly { readonly link: string; readonly to: RecordId }[];
}

export interface ReportPart {
  readonly person: RecordId;
  readonly role: string;
  /** Of somebody who is accused: the code of `attributionGrounds`, or null where nobody said on what ground. */
  readonly attribution?: string | null;
}

export interface ReportAction {
  readonly id: RecordId;
  readonly title: ReportText;
  /** Code of `actionKinds`. */
  readonly kind: string | null;
  readonly addressee: ReportText | null;
  readonly sent: string | null;
  /** Code of `actionResults`. */
  readonly result: string | null;
  readonly replied: string | null;
  readonly reply: ReportText | null;
  readonly reprisal: boolean | null;
}

export interface ReportProceeding {
  readonly id: RecordId;
  readonly title: ReportText;
  /** Codes of `proceedingKinds`, `proceedingStages`, `chargeFamilies`, `outcomes`. */
  readonly kind: string | null;
  readonly stage: string | null;
  readonly charges: readonly string[];
  readonly outcome: string | null;
  /** What was decided, in words. */
  readonly outcomeWords?: ReportText | null;
  readonly forum: ReportText | null;
  readonly filed: string | null;
  readonly hearings: readonly ReportHearing[];
}

export interface ReportHearing {
  readonly when: string | null;
  readonly result?: ReportText | null;
}

export interface ReportDeadline {
  readonly id: RecordId;
  readonly title: ReportText | null;
  readonly due: string | null;
  /** IANA name of the time zone in which the day ends. */
  readonly zone: string | null;
  readonly rule: ReportText | null;
  readonly ruleSource: ReportText | null;
  /** A named person confirmed this very day. */
  readonly isConfirmed: boolean;
}

/** A law, policy, deployment or restriction of a State or company. */
export interface ReportMeasure {
  readonly id: RecordId;
  readonly title: ReportText;
  /** Codes of `measureKinds`, `measureActors`, `countries`. */
  readonly kind: string | null;
  readonly actor: string | null;
  readonly country: string | null;
  readonly authority: ReportText | null;
  readonly when: string | null;
  readonly where: ReportPlace | null;
  readonly legalBasis: ReportText | null;
  readonly statedReason: ReportText | null;
  /** What it says itself. */
  readonly words: ReportText | null;
  readonly wordsIn?: readonly ReportTranslation[];
  readonly technology: ReportText | null;
  readonly sources: readonly RecordId[];
  readonly incidents: readonly RecordId[];
}

/** What one body is cited with on one topic. */
export interface ReportSaid {
  readonly cited: ReportText | null;
  readonly topic: ReportText | null;
  /** In their own words; these stand first. */
  readonly own: readonly ReportStatement[];
  readonly reported: readonly ReportStatement[];
  readonly standing: "same" | "differs" | "own-only" | "reported-only";
}

export interface ReportStatement {
  readonly id: RecordId;
  /** Null where the release keeps them back. */
  readonly words: ReportText | null;
  readonly wordsIn?: readonly ReportTranslation[];
  readonly said: string | null;
  readonly source: RecordId | null;
}

export interface ReportPlace {
  /** Its names from fine to coarse, without the country; empty where there are none. */
  readonly label: ReportText;
  /** Code of `countries`, told in the words of the reader's language. */
  readonly country?: string | null;
  /** How exact the released place is. */
  readonly precision: "exact" | "locality" | "region" | "country" | "unknown";
}

/** A finding that a person kept: what an examiner found in a phone, or what a measurement says. */
export type ReportFinding = ReportFindingCommon &
  (
    | { readonly kind: "finding"; readonly finding: ExaminerFinding }
    | { readonly kind: "verdict"; readonly verdict: Verdict }
  );

interface ReportFindingCommon {
  readonly id: RecordId;
  /** The piece of evidence, when it is part of the release. */
  readonly evidence: RecordId | null;
  /** SHA-256 of the file inside the evidence, lower-case hexadecimal, where it was hashed. */
  readonly fileSha256: string | null;
  /** What a person thinks of it; `unreviewed` when nobody has said. */
  readonly review: "unreviewed" | "confirmed" | "doubted" | "dismissed";
}

export interface ReportEvidence {
  readonly id: RecordId;
  readonly title: ReportText;
  /** Lower-case hexadecimal; null only where a description alone is kept. */
  readonly sha256: string | null;
  /** Bytes; null where unknown. */
  readonly size: number | null;
  /** By the name alone. */
  readonly mediaType: string | null;
  /** By the first bytes, where somebody looked. */
  readonly looksLike?: string;
  /** Codes of `fileSigns`. */
  readonly signs?: readonly string[];
  /** A code, for organisations that keep one: label `obtained.<code>.label`. */
  readonly obtainedHow: string | null;
  /** How it was obtained, in a person's words. */
  readonly obtainedNote: ReportText | null;
  /** EDTF or ISO 8601, or null where it is unknown. */
  readonly obtainedAt: string | null;
  readonly obtainedBy: ReportName | null;
  readonly consent: RecordId | null;
  /** What was said about consent when it came in; "left-out" where the release keeps the words back. */
  readonly consentText?: ReportText | "left-out";
  /** Of a working copy: code of `workingCopyKinds`, and the original, which stays as it came. */
  readonly copy?: { readonly kind: string; readonly of: RecordId | null };
  /** Code of `describedReasons`, where no bytes are kept. */
  readonly described?: string;
}

/** One examination of one piece of evidence: what was looked at. */
export interface ReportExamination {
  readonly id: RecordId;
  readonly evidence: RecordId | null;
  readonly examiner: Examiner;
  /** ISO 8601 in UTC. */
  readonly at: string;
  readonly coverage: readonly Coverage[];
}

export interface ReportPerson {
  readonly id: RecordId;
  readonly name: ReportName;
  readonly organisation: boolean;
  /** Codes of the vocabulary `roles`. */
  readonly roles: readonly string[];
  readonly consent: RecordId | null;
  /** To whom they belong, where both may be named: code of `relations`, such as the parent of the other. */
  readonly relations?: readonly { readonly relation: string; readonly to: RecordId }[];
}

export interface ReportSource {
  readonly id: RecordId;
  /** Code of the vocabulary `sourceKinds`; null where nobody said. */
  readonly kind: string | null;
  /** Name or title as released. */
  readonly name: ReportName;
  /** Admiralty: reliability A to F, credibility 1 to 6. */
  readonly reliability: string | null;
  readonly credibility: string | null;
  readonly url: string | null;
}

export type CommitmentStanding =
  "adopted" | "adopted-general" | "indirect" | "weakened" | "asked-for" | "lost" | "absent";

/** A commitment, in our words. There is no field for a paragraph number, and the report never gives one. */
export interface ReportCommitment {
  /** `C-SPY-1`: ours, not a number of the source. */
  readonly id: string;
  /** Null where the words of the catalogue stand for it (`commitment.<id>.text`), in the report's language. */
  readonly text: ReportText | null;
  /** `A/HRC/RES/58/23` */
  readonly instrument: string;
  /** Code of the vocabulary `addressees` (then with the language `zxx`), or words. */
  readonly addressee: ReportText;
  readonly standing: CommitmentStanding;
  /** Where we know it from. */
  readonly sources: readonly { readonly title: string; readonly url: string | null }[];
  /** Whether somebody compared it with the official text. */
  readonly checked: boolean;
}

export interface ReportConsent {
  readonly id: RecordId;
  /** The person who gave it, if that person is in `people`. */
  readonly person: RecordId | null;
  /** Codes of the vocabulary `consentUses`. */
  readonly uses: readonly string[];
  /** The two questions of the special procedures; null where it was not asked. */
  readonly namesToGovernment: boolean | null;
  readonly namesPublished: boolean | null;
  /** EDTF or ISO 8601. */
  readonly givenAt: string | null;
  readonly until: string | null;
  readonly withdrawnAt: string | null;
}

export interface ReportWithheld {
  readonly what: "record" | "field" | "place" | "date" | "text";
  /** Name of the kind: `incident`, `source`. */
  readonly recordKind: string;
  /** `incident.where`; null for a whole record. */
  readonly field: string | null;
  readonly reason: WithheldReason;
  readonly count: number;
}
