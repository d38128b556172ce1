// Vocabularies of the public library: what a document is, and whose words tell of it.
import { vocabulary } from "./mapping.ts";

/** The same as the kinds of item that the library's pages know. */
export const resourceKinds = vocabulary({
  name: "resourceKinds",
  extensible: false,
  terms: {
    article: "no-list",
    report: "no-list",
    law: "no-list",
    judgment: "no-list",
    letter: "no-list",
    resolution: "no-list",
    statement: "no-list",
    dataset: "no-list",
  },
});

export const summaryKinds = vocabulary({
  name: "summaryKinds",
  extensible: false,
  terms: { own: "no-list", excerpt: "no-list" },
});
