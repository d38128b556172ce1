import type { DocumentTemplate } from "../template.ts";
import { apart, required, rule, unheaded, written } from "./parts.ts";

export const openLetter: DocumentTemplate = {
  name: "open-letter",
  version: 2,
  audience: "public",
  about: "nothing",
  languages: [],
  numbered: false,
  numberedHeadings: false,
  parts: [
    written("salutation", unheaded),
    written("letter", unheaded),
    written("demands", required),
    written("signatories", { required: true, counted: false }),
    written("contact", apart),
  ],
  limit: null,
  wordsPerMinute: null,
  checks: [],
  rules: [rule("letter-frozen", "https://acat.pangea.org/", "2026-11-23")],
};
