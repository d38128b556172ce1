// Vocabularies of commitments, for the registry of records.
import type { Vocabulary } from "@tocsin/records";

const themes = (
  "biometrics shutdowns connectivity spyware remedy slapp transnational framework companies follow-up general " +
  "children harassment media content surveillance encryption"
).split(" ");

export const assessVocabularies: readonly Vocabulary[] = [
  { name: "themes", terms: themes.map((code) => ({ code })) },
  {
    name: "addressees",
    terms: [{ code: "states" }, { code: "companies" }, { code: "ohchr" }, { code: "council" }],
  },
  {
    name: "standings",
    terms: [
      { code: "adopted" },
      { code: "adopted-general" },
      { code: "indirect" },
      { code: "weakened" },
      { code: "lost" },
      { code: "absent" },
      { code: "asked-for" },
    ],
  },
];
