import type { DocumentTemplate } from "../template.ts";
import { hashes, required, rule, table, told, written } from "./parts.ts";

/** For a defence against an abusive lawsuit: what points to one, and which safeguards are open until when. */
export const slappBrief: DocumentTemplate = {
  name: "slapp-brief",
  version: 2,
  audience: "court",
  about: "proceeding",
  languages: [],
  numbered: true,
  numberedHeadings: true,
  parts: [
    written("sender", required),
    table("lawsuit", "lawsuit", required),
    written("publication", required),
    table("indicators", "indicators", required),
    table("safeguards", "safeguards", required),
    table("court-days", "court-days"),
    told("traces", ["found", "evidence"]),
    written("requests", required),
    hashes,
  ],
  limit: null,
  wordsPerMinute: null,
  checks: [{ code: "proceeding", kind: "fact", fact: "proceeding" }],
  rules: [
    rule(
      "slapp-directive",
      "https://eur-lex.europa.eu/legal-content/EN/TXT/HTML/?uri=OJ:L_202401069",
      "2026-11-23",
    ),
    rule("slapp-articles", "", null),
    rule(
      "slapp-recommendation",
      "https://mediarightsagenda.org/council-of-europe-endorses-recommendations-on-countering-the-use-of-slapps/",
      "2026-11-23",
    ),
    rule("slapp-indicators", "", null),
  ],
};
