import type { DocumentTemplate } from "../template.ts";
import { hashes, required, rule, section, told, written } from "./parts.ts";

/** To the special procedures of the Human Rights Council. Nothing sends it: a person does, by their form or by mail. */
export const allegationLetter: DocumentTemplate = {
  name: "allegation-letter",
  version: 2,
  audience: "un-body",
  about: "case",
  languages: ["en", "es", "fr"],
  numbered: false,
  numberedHeadings: true,
  parts: [
    written("sender", required),
    written("summary"),
    told("victims", ["people"], required),
    written("work", required),
    told("facts", ["happened"], required),
    written("link", required),
    written("perpetrators", required),
    told("steps", ["answered"], required),
    told("traces", ["found", "evidence", "sources"]),
    written("context"),
    told("confidential", ["consents"], required),
    written("requests"),
    section("not-known"),
    hashes,
  ],
  limit: null,
  wordsPerMinute: null,
  checks: [
    { code: "case", kind: "fact", fact: "case" },
    { code: "victim", kind: "fact", fact: "victim" },
    { code: "dated", kind: "fact", fact: "dated" },
    { code: "placed", kind: "fact", fact: "placed" },
    { code: "consents-answered", kind: "fact", fact: "consents-answered" },
    { code: "language", kind: "language" },
  ],
  rules: [
    rule("sp-content", "https://idsn.org/un-2/special-procedures/submit-a-complaint/", "2026-11-23"),
    rule("sp-anonymous", "http://www2.ohchr.org/english/bodies/chr/special/communications.htm", "2026-11-23"),
    rule(
      "sp-consents",
      "https://srdefenders.org/submit-information/submit-information-on-a-human-rights-violation/",
      "2026-11-23",
    ),
    rule(
      "sp-languages",
      "https://academy.ishr.ch/learn/special-procedures/requesting-a-communication",
      "2026-11-23",
    ),
    rule("sp-link", "E/CN.4/2002/106", null),
    rule("sp-form", "https://spsubmission.ohchr.org/", null),
    rule("sp-media", "", null),
  ],
};
