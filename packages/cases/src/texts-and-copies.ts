// Vocabularies of texts in several languages and of working copies.
import { vocabulary } from "./mapping.ts";

/** Where a text in a language comes from. */
export const textOrigins = vocabulary({
  name: "textOrigins",
  extensible: false,
  terms: {
    original: "no-list",
    "human-translation": "no-list",
    "machine-translation": "no-list",
    "machine-translation-reviewed": "no-list",
    summary: "no-list",
  },
});

/** What a working copy is to its original. */
export const workingCopyKinds = vocabulary({
  name: "workingCopyKinds",
  terms: {
    transcript: "no-list",
    translation: "no-list",
    redaction: "no-list",
    still: "no-list",
    excerpt: "no-list",
    conversion: "no-list",
    enhanced: "no-list",
    other: "no-list",
  },
});
