// What is done with what was written down: a lawsuit and its days, finding again, counting.
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
    { do: "write", field: "command.deadline.count.days", text: { said: "15" } },
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

export const findSomething: Guide = {
  name: "find-something",
  screens: ["list", "activity"],
  steps: [
    { do: "find", words: example.person, found: example.person, note: "scripts" },
    { do: "see", text: "desk.record.linked" },
  ],
};

export const countAttacks: Guide = {
  name: "count-attacks",
  screens: ["counts"],
  steps: [
    { do: "go", to: "desk.counts.title" },
    { do: "choose", field: "desk.counts.scope", term: "count.scope.all", note: "scope" },
    { do: "choose", field: "desk.counts.first", term: "count.by.year" },
    { do: "see", text: "desk.counts.inside", note: "inside" },
    { do: "see", text: "desk.counts.leaving", note: "leaving" },
  ],
};
