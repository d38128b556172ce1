// What is done with what was written down: a lawsuit and its days, finding again, lists, pictures, counts, own words.
import type { Guide } from "../guide.ts";
import { example, newRecord } from "./example-words.ts";

export const followLawsuit: Guide = {
  name: "follow-lawsuit",
  screens: ["proceeding", "new/proceeding", "list/proceeding", "hearing", "deadline", "do/deadline.count"],
  steps: [
    { do: "go", to: "kind.incident" },
    { do: "follow", link: example.happened },
    { do: "follow", link: newRecord("proceeding") },
    { do: "write", field: "proceeding.title", text: example.proceeding },
    { do: "choose", field: "proceeding.proceedingKind", term: "proceedingKinds.criminal.label" },
    { do: "press", button: "action.add" },
    { do: "follow", link: "command.deadline.count", note: "count" },
    { do: "write", field: "deadline.title", text: example.deadline },
    { do: "write", field: "command.deadline.count.from", text: { said: "2025-09-23" } },
    { do: "write", field: "command.deadline.count.days", text: { said: "15" }, picture: "days" },
    { do: "choose", field: "deadline.zone", term: { said: "Africa/Cairo" }, note: "zone" },
    { do: "write", field: "deadline.rule", text: example.rule },
    { do: "write", field: "deadline.ruleSource", text: "sourceKinds.counsel.label" },
    { do: "press", button: "action.add" },
    { do: "see", text: "mark.unconfirmed", note: "unconfirmed" },
    { do: "write", field: "desk.deadline.who", text: example.approver },
    { do: "press", button: "command.deadline.confirm" },
    { do: "unfold", part: "desk.record.fixed" },
    { do: "see", text: "deadline.confirmedBy" },
  ],
};

/** Kinds that no other guide is about, and the ways to begin one. */
const anyKind = [
  "source",
  "statement",
  "organisation",
  "action",
  "measure",
  "resource",
  "task",
  "eventLink",
  "involvement",
];

export const anyRecord: Guide = {
  name: "any-record",
  screens: ["new", "do", "activity", ...anyKind, ...anyKind.map((kind) => `list/${kind}`)],
  steps: [
    { do: "go", to: "kind.source" },
    { do: "follow", link: newRecord("source") },
    { do: "write", field: "source.title", text: example.source, note: "required" },
    { do: "press", button: "action.add" },
    { do: "see", text: "desk.record.saves-itself", note: "saves" },
    { do: "write", field: "source.date", text: { said: "2025-09-03" }, picture: "record" },
    { do: "press", button: "action.undo", note: "undo" },
    { do: "unfold", part: "desk.history" },
    { do: "see", text: "command.record.undo", note: "history" },
  ],
};

export const findSomething: Guide = {
  name: "find-something",
  screens: ["list", "activity"],
  steps: [
    { do: "find", words: example.person, found: example.person, note: "scripts" },
    { do: "see", text: "desk.record.linked", picture: "found" },
  ],
};

export const narrowList: Guide = {
  name: "narrow-list",
  screens: ["list", "savedView"],
  steps: [
    { do: "go", to: "kind.incident" },
    { do: "unfold", part: "desk.list.filter" },
    { do: "write", field: "desk.list.words", text: example.happened, note: "words" },
    { do: "unfold", part: "desk.list.views" },
    { do: "write", field: "desk.list.view.name", text: example.view },
    { do: "press", button: "desk.list.view.save", note: "saved" },
    { do: "press", button: "desk.list.clear" },
    { do: "press", button: example.view },
    {
      do: "see",
      text: { key: "desk.list.chip", values: { field: "desk.list.words", value: example.happened } },
      picture: "list",
    },
  ],
};

export const seeMap: Guide = {
  name: "see-map",
  screens: ["map", "timeline", "graph"],
  steps: [
    { do: "go", to: "pictures.map" },
    { do: "see", text: "pictures.map.title", picture: "map" },
    { do: "see", text: "pictures.map.apart", note: "apart" },
    { do: "see", text: "pictures.table", note: "table" },
    { do: "go", to: "pictures.timeline" },
    { do: "see", text: "pictures.months.title", note: "months" },
  ],
};

export const countAttacks: Guide = {
  name: "count-attacks",
  screens: ["counts"],
  steps: [
    { do: "go", to: "desk.counts.title" },
    { do: "choose", field: "desk.counts.scope", term: "count.scope.all", note: "scope" },
    { do: "choose", field: "desk.counts.first", term: "count.by.year" },
    { do: "see", text: "desk.counts.inside", note: "inside", picture: "table" },
    { do: "see", text: "desk.counts.leaving", note: "leaving" },
  ],
};

export const holdAgainst: Guide = {
  name: "hold-against",
  screens: ["resolution", "commitments", "commitment", "list/commitment", "engagement", "provision"],
  steps: [
    { do: "go", to: "desk.nav.resolution" },
    { do: "see", text: "resolution.facts", note: "sources", picture: "facts" },
    { do: "go", to: "kind.case" },
    { do: "follow", link: example.happened },
    { do: "see", text: "desk.case.held-against" },
    { do: "see", text: "commitment.C-GEN-1.label", note: "engaged" },
  ],
};

export const readMatrix: Guide = {
  name: "read-matrix",
  screens: ["matrix"],
  steps: [
    { do: "go", to: "desk.matrix.title" },
    { do: "see", text: "desk.matrix.rules", note: "empty" },
    { do: "choose", field: "desk.matrix.number", term: "kind.measure", note: "number" },
    { do: "go", to: "kind.commitment" },
    {
      do: "follow",
      link: { key: "desk.matrix.page-of", values: { what: "commitment.C-GEN-1.label" } },
      note: "from",
    },
    { do: "see", text: "desk.matrix.recorded", note: "opens", picture: "page" },
    { do: "see", text: "desk.matrix.victims", note: "victims" },
    { do: "choose", field: "desk.matrix.clock", term: "desk.matrix.clock.known", note: "quarters" },
    { do: "see", text: "desk.matrix.trail", note: "trail" },
    { do: "unfold", part: "desk.matrix.leaving", note: "leaving" },
  ],
};

export const ownWord: Guide = {
  name: "own-word",
  screens: ["words", "term", "list/term", "new/term"],
  steps: [
    { do: "go", to: "desk.words.title" },
    { do: "write", field: "desk.words.find", text: "acts.legal.arrest.label" },
    { do: "unfold", part: "acts.legal.arrest.label", note: "meaning", picture: "term" },
    { do: "write", field: "desk.words.name", text: example.term },
    { do: "press", button: "command.term.add", note: "under" },
    { do: "write", field: "desk.words.find", text: example.term },
    { do: "see", text: example.term },
  ],
};
