// Whom it is about: linking and protecting people, what they allowed, and one person who was written down twice.
import type { Guide } from "../guide.ts";
import { example, newRecord } from "./example-words.ts";

export const protectPeople: Guide = {
  name: "protect-people",
  screens: ["list/person", "person", "new/person", "new/relation", "relation"],
  steps: [
    { do: "go", to: "kind.person" },
    { do: "follow", link: newRecord("person") },
    { do: "write", field: "person.name", text: example.relative },
    { do: "press", button: "action.add" },
    {
      do: "choose",
      field: "person.flags",
      term: "riskFlags.relatives-at-risk.label",
      note: "risk",
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
    { do: "answer", question: "consent.namesToGovernment", answer: "state.no", note: "government" },
    { do: "answer", question: "consent.namesPublished", answer: "state.no" },
    { do: "write", field: "consent.given", text: { said: "2025-09-05" } },
    { do: "press", button: "action.add" },
    { do: "see", text: "consent.withdrawn", note: "withdraw" },
  ],
};
