// A public library that would leave: invented records of every kind, with something new, changed, withdrawn and held back.
import { ids, idOf, sha256, type Answer } from "./answer.ts";

const about = {
  title: [{ text: "An example library", lang: "en" }],
  about: [],
  publisher: "Example Watch",
  locales: ["en", "ar"],
  address: null,
  onion: null,
  mirrors: [],
};
const item = (letter: string, kind: string, title: string, more: object = {}): object => ({
  record: idOf(letter),
  kind,
  slug: letter.repeat(16),
  title,
  state: "before",
  isHeld: false,
  langs: ["en"],
  ...more,
});
const report = item("q", "resource", "An example report");
const letter = item("v", "resource", "An example letter", { state: "new", langs: ["en", "ar"] });
const gone = item("c", "case", "An example case", { state: "withdrawn", isHeld: true, langs: [] });
const measure = item("w", "measure", "An example purchase");
const commitment = item("m", "commitment", "An example commitment", { langs: ["en", "ar"] });

const file = (letter: string, more: object): object => ({
  record: idOf(letter),
  item: idOf("q"),
  slug: "q".repeat(16),
  title: "example-report.pdf",
  sha256,
  bytes: 48_000,
  mediaType: "application/pdf",
  name: "example.pdf",
  isRedacted: false,
  carries: [],
  wordsRead: "all",
  stops: [],
  isApproved: false,
  leaves: false,
  ...more,
});

const plan = {
  id: "planned",
  about,
  files: [
    file("f", { title: "example-scan.pdf", isRedacted: true, wordsRead: "none" }),
    file("g", { isApproved: true, leaves: true }),
    file("h", {
      title: "example-letter.pdf",
      carries: ["properties", "earlier"],
      stops: ["metadata", "name-in-metadata"],
    }),
  ],
  leaving: [report, letter, gone, measure, commitment],
  changes: {
    since: { release: ids.release, approved: "2026-10-01T08:00:00Z", isWithdrawn: false },
    isWhole: true,
    items: [
      { ...gone, change: "removed", parts: [] },
      { ...report, change: "changed", parts: ["title", "licence"] },
      { ...letter, change: "added", parts: [] },
    ],
    unchanged: 2,
    tables: [{ slug: "states-incidents", title: "Incidents by State and commitment", change: "changed" }],
    about: ["mirrors"],
  },
  withheld: [
    {
      record: idOf("n"),
      kind: "case",
      label: "Another example case",
      reason: "no-consent",
      because: [{ record: ids.person, kind: "person", label: "Example Editor" }],
    },
    { record: idOf("x"), kind: "resource", label: "A draft of an example", reason: "not-shown", because: [] },
  ],
  fields: { "measure.vendor": 1 },
  unnamed: [
    { person: ids.person, reason: "no-consent" },
    { person: ids.relative, reason: "accused" },
  ],
  struck: 3,
  hidden: 12,
  threshold: 5,
  earlier: [],
  notices: [{ kind: "moved", cell: "XA C-SPY-1 incidents reported", release: ids.release }],
  sha256,
  same: null,
};

export const libraryAnswers: Readonly<Record<string, Answer>> = {
  "query/library.last": (_, isEmpty) => ({
    last: isEmpty
      ? null
      : {
          release: ids.release,
          approved: "2026-10-01T08:00:00Z",
          isWithdrawn: false,
          about,
          writtenSince: 7,
          more: false,
        },
  }),
  "/api/library/plan": () => ({ job: libraryPlanJob.id }),
  "/api/library": () => ({ job: libraryJob.id }),
};

export const libraryPlanJob = {
  id: "libraryplanjob",
  kind: "library-plan",
  state: "done",
  progress: { done: 12, total: 12, unit: "steps", at: "" },
  found: { findings: 0, verdicts: 0 },
  startedAt: 0,
  result: plan,
};

export const libraryJob = {
  ...libraryPlanJob,
  id: "libraryjob",
  kind: "library",
  result: {
    release: ids.release,
    isNew: true,
    problems: { "over-budget": 1 },
    outputs: [
      { format: "library", name: "library-s.zip", bytes: 2100, sha256, url: "/outputs/library-s.zip" },
    ],
  },
};
