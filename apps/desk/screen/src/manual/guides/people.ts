// Whom it is about: linking and protecting people, what they allowed and took back, and one person who was written down twice.
import type { Guide } from "../guide.ts";
import { example, newRecord } from "./example-words.ts";

export const protectPeople: Guide = {
  name: "protect-people",
  screens: ["list/person", "person", "new/person", "new/relation", "relation", "graph", "involvement"],
  steps: [
    { do: "go", to: "kind.person" },
    { do: "follow", link: newRecord("person") },
    { do: "write", field: "person.name", text: example.relative },
    { do: "press", button: "action.add" },
    { do: "see", text: "desk.record.saves-itself" },
    {
      do: "choose",
      field: "person.flags",
      term: "riskFlags.relatives-at-risk.label",
      note: "risk",
      picture: "risk",
    },
    { do: "follow", link: newRecord("relation"), note: "link" },
    { do: "choose", field: "relation.relation", term: "relations.family.sibling.label" },
    { do: "choose", field: "relation.to", term: example.person },
    { do: "press", button: "action.add" },
    { do: "see", text: "desk.record.linked" },
  ],
};

export const recordConsent: Guide = {
  name: "record-consent",
  screens: ["list/consent", "consent", "new/consent", "person"],
  steps: [
    { do: "go", to: "kind.person" },
    { do: "follow", link: example.person },
    { do: "follow", link: newRecord("consent"), note: "from-person" },
    { do: "write", field: "consent.scope", text: example.scope },
    { do: "choose", field: "consent.uses", term: "consentUses.un-body.label" },
    {
      do: "answer",
      question: "consent.namesToGovernment",
      answer: "state.no",
      note: "government",
      picture: "answers",
    },
    { do: "answer", question: "consent.namesPublished", answer: "state.no" },
    { do: "write", field: "consent.given", text: { said: "2025-09-05" } },
    { do: "press", button: "action.add" },
    { do: "see", text: "desk.record.saves-itself" },
    { do: "see", text: "consent.withdrawn", note: "withdraw" },
  ],
};

export const mergeDuplicates: Guide = {
  name: "merge-duplicates",
  screens: ["duplicates", "person", "organisation", "list/organisation"],
  steps: [
    { do: "go", to: "kind.person" },
    { do: "follow", link: newRecord("person") },
    { do: "write", field: "person.name", text: example.twice, note: "twice" },
    { do: "press", button: "action.add" },
    { do: "see", text: "desk.record.saves-itself" },
    { do: "go", to: "desk.duplicates.title" },
    { do: "press", button: "desk.duplicates.compare", note: "compare" },
    { do: "see", text: "desk.duplicates.field", picture: "pair" },
    {
      do: "press",
      button: { key: "desk.duplicates.merge", values: { from: example.twice, into: example.person } },
      note: "merge",
    },
    { do: "go", to: "kind.person" },
    { do: "see", text: "mark.merged" },
    { do: "follow", link: example.twice },
    { do: "press", button: "command.record.unmerge", note: "back" },
    { do: "go", to: "desk.duplicates.title" },
    { do: "see", text: "desk.duplicates.compare" },
  ],
};

export const withdrawAndErase: Guide = {
  name: "withdraw-and-erase",
  screens: ["erase", "erasure", "consent", "retention", "list/retention", "new/retention"],
  steps: [
    { do: "go", to: "kind.consent" },
    { do: "follow", link: example.scope },
    { do: "follow", link: "desk.erase.of.consent" },
    { do: "press", button: "command.consent.withdraw", note: "withdrawn" },
    { do: "see", text: "desk.erase.what", note: "chosen", picture: "plan" },
    {
      do: "write",
      field: { key: "desk.erase.type", values: { word: "desk.erase.word" } },
      text: "desk.erase.word",
      note: "final",
    },
    { do: "press", button: "desk.erase.action" },
    { do: "see", text: "desk.erase.done" },
    { do: "see", text: "desk.erase.next", note: "copies" },
  ],
};
