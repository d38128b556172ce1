// What was brought in and what examinations found in it. The program writes most of these fields; people add meaning.
import { code, codes, data, date, flag, instant, integer, link, string, strings, text } from "../fields.ts";
import { kind, type RecordOf } from "../kind.ts";

export const evidenceKind = kind(
  "evidence",
  2,
  {
    title: text({ required: true, search: "high", sensitive: true, fileName: true }),
    sha256: string({ search: "high", fixed: true }),
    size: integer({ fixed: true }),
    /** By its name alone. */
    mediaType: string({ facet: true, fixed: true }),
    /** Media type by its first bytes; absent where they look like nothing known, for a folder, and where nobody looked. */
    looksLike: string({ facet: true, fixed: true }),
    /** What the first look noticed; for a folder, in any file of it. */
    signs: codes("fileSigns", { facet: true, fixed: true }),
    /** Files of a folder that have a sign: the first of them, by their paths. */
    signedFiles: strings({ fixed: true, sensitive: true, guard: "case" }),
    /** Files inside, for a folder. */
    files: integer({ fixed: true }),
    /** Name of the sealed file, its passphrase and its listing: {name, passphrase, listing: {name, passphrase, sha256}}. */
    sealed: data({ fixed: true, secret: true }),
    original: string({ fixed: true, sensitive: true, guard: "case" }),
    added: instant({ sort: true, fixed: true }),
    obtainedHow: text({ multiline: true, search: "low", sensitive: true }),
    obtainedBy: text({ sensitive: true, guard: "name" }),
    obtainedWhen: date(),
    consentText: text({ multiline: true, sensitive: true }),
    consent: link("consent"),
    /** When the sealed bytes were last hashed again, and what that gave. */
    verified: instant({ fixed: true }),
    verifiedAs: code("fixity", { fixed: true, facet: true }),
    /** What it was made from, for the output of an examination. */
    parent: link("evidence", { fixed: true }),
    /** What a working copy is to the original that it hangs under; the original stays as it came. */
    copyKind: code("workingCopyKinds", { fixed: true, facet: true }),
    /** With what it was made, and how. */
    copyHow: text({ multiline: true, sensitive: true }),
    copyBy: text({ sensitive: true, guard: "name" }),
    /**
     * Of a redacted picture: {of, width, height, regions, removed}. Regions are [x, y, width, height] in whole pixels; `of` is
     * the SHA-256 of what it was made from.
     */
    redaction: data({ fixed: true }),
    /** Why only a description and a hash are kept: there are no bytes here, and none are asked for. */
    described: code("describedReasons", { fixed: true, facet: true }),
    description: text({ multiline: true, search: "low", sensitive: true, guard: "case" }),
    case: link("case"),
    /** It was given in confidence: no release and no bundle has it, whoever they are for. */
    staysInside: flag({ facet: true, keepsInside: true, group: "risk" }),
    /** When its bytes last went out in clear, and what for: {how, when, purpose}. Every time is in its history. */
    takenOut: data({ fixed: true }),
  },
  { label: "title", stretch: "evidence" },
);
export type Evidence = RecordOf<typeof evidenceKind>;

export const findingKind = kind(
  "finding",
  1,
  {
    title: text({ required: true, search: "high" }),
    level: code("levels", { facet: true, fixed: true }),
    findingType: string({ facet: true, fixed: true }),
    artifact: string({ facet: true, fixed: true }),
    /** {file, table, row, line}: the exact place in the evidence. */
    place: data({ fixed: true, fileName: true }),
    time: date({ sort: true, fixed: true }),
    value: string({ search: "high", fixed: true }),
    indicators: data({ fixed: true }),
    /** What an analysis of a measurement says, with its rules. */
    verdict: data({ fixed: true }),
    examiner: string({ fixed: true }),
    examinerVersion: string({ fixed: true }),
    meaning: string({ fixed: true }),
    evidence: link("evidence", { fixed: true }),
    fileSha256: string({ search: "high", fixed: true }),
    coverage: data({ fixed: true }),
    confidence: code("confidence", { facet: true }),
    notes: text({ multiline: true, search: "low", guard: "case", sensitive: true }),
    case: link("case"),
  },
  { label: "title", stretch: "findings" },
);
export type Finding = RecordOf<typeof findingKind>;
