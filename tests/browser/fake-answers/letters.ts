// Answers of the fake desk about two open letters: one that collects, with everything that somebody has to do, and a frozen one.
import type { LetterPage, LetterPreview, SignatureLine } from "@tocsin/workspace";
import { idOf, type Answer } from "./answer.ts";

export const [openLetterId, frozenLetterId] = [idOf("j"), idOf("k")];
const [version, first, second, withheld, early, waiting] = ["m", "n", "p", "q", "r", "s"].map(idOf);
if (!version || !first || !second || !withheld || !early || !waiting) throw new Error("Six ids were made");
export const signatureId = first;

const digest = "3f".repeat(32);

function signature(
  record: SignatureLine["record"],
  name: string,
  more: Partial<SignatureLine>,
): SignatureLine {
  return {
    record,
    names: [{ text: name, lang: "en" }],
    country: "KE",
    domain: null,
    aliases: [],
    visibility: "public",
    standing: "stands",
    verified: "none",
    came: "typed",
    arrived: "2026-11-30T10:00:00.000Z",
    mergedInto: null,
    checks: [],
    ...more,
  };
}

const check = {
  record: version,
  rung: "domain",
  when: "2026-11-30T10:00:00.000Z",
  by: "Example Person",
  seen: "office@watch.example answered",
  takenBack: false,
};

const open: LetterPage = {
  letter: openLetterId,
  title: { text: "Protect those who defend rights", lang: "en" },
  organiser: { text: "Example Coalition", lang: "en" },
  addressees: ["Permanent Mission of Exampleland", "بعثة مثاليا"],
  deadline: {
    at: "2099-12-01T18:00",
    zone: "Europe/Zurich",
    graceMinutes: 30,
    moment: Date.parse("2099-12-01T17:00:00Z"),
    isOver: false,
  },
  versions: [
    {
      record: version,
      number: 2,
      digest,
      made: "2026-11-30T10:00:00.000Z",
      signed: 3,
      texts: [
        {
          language: "en",
          title: "Protect those who defend rights",
          paragraphs: ["We call on all States to act.", "Now."],
          origin: null,
        },
        {
          language: "ar",
          title: "احموا المدافعين",
          paragraphs: ["ندعو جميع الدول."],
          origin: "machine-translation",
        },
      ],
    },
    { record: early, number: 1, digest, made: null, signed: 1, texts: [] },
  ],
  signatures: [
    signature(first, "Example Watch", { verified: "domain", domain: "watch.example", checks: [check] }),
    signature(second, "EXAMPLE WATCH e.V.", { came: "paper" }),
    signature(withheld, "منظمة مثال", {
      visibility: "withheld",
      names: [{ text: "منظمة مثال", lang: "ar" }],
    }),
    signature(early, "Example Forum", { standing: "ask-again", country: null }),
    signature(waiting, "=SUM(1) Example", { standing: "waiting" }),
  ],
  standing: { stands: 3, waiting: 1, "ask-again": 1, refused: 0, withdrawn: 0, merged: 0 },
  queue: [{ signatures: [first, second], reasons: ["name", "domain"] }],
  answers: [{ record: version, reference: "3F2A-90B1", name: "Example Desk", about: "Protect those" }],
  decisions: [
    {
      record: waiting,
      how: "apart",
      signatures: [first, withheld],
      keeps: null,
      by: { text: "Example Person", lang: "en" },
      when: "2026-11-30T10:00:00.000Z",
    },
  ],
  frozen: null,
  counts: {
    all: 3,
    named: 2,
    withheld: 1,
    counted: 0,
    countries: [{ code: "KE", count: 2 }],
    regions: [{ code: "014", count: 2 }],
    noCountry: 1,
    noRegion: 1,
  },
};

const frozen: LetterPage = {
  ...open,
  letter: frozenLetterId,
  queue: [],
  answers: [],
  frozen: { at: "2026-11-30T12:00:00.000Z", by: { text: "Example Person", lang: "en" }, digest },
};

const preview: LetterPreview = {
  digest,
  head: { text: digest, translations: [], order: { by: "name", collation: "en" }, closes: null },
  entries: open.signatures.slice(0, 3).map(({ record, names, country, visibility, verified }) => ({
    signer: record,
    open:
      visibility === "public"
        ? { visibility, names, country, region: "014", verified }
        : { visibility, names: [], country: null, region: null, verified: null },
  })),
  counts: open.counts,
  undecided: 1,
  waiting: 1,
  askAgain: 1,
};

export const lettersAnswers: Readonly<Record<string, Answer>> = {
  "query/letter.page": (input) => (JSON.stringify(input).includes(frozenLetterId) ? frozen : open),
  "query/letter.preview": () => preview,
};
