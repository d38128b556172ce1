// Vocabularies of keeping and erasing, and of what happens to evidence outside the program.
import type { Vocabulary } from "@tocsin/records";

export const retentionGrounds: Vocabulary = {
  name: "retentionGrounds",
  terms: [
    { code: "consent" },
    { code: "policy" },
    { code: "request" },
    { code: "legal-duty" },
    { code: "proceeding" },
  ],
};

export const afterRetention: Vocabulary = {
  name: "afterRetention",
  terms: [{ code: "erase" }, { code: "review" }],
};

/** The same codes as the vault's: they stand in its log. */
export const erasureGrounds: Vocabulary = {
  name: "erasureGrounds",
  terms: [{ code: "consent" }, { code: "retention" }, { code: "mistake" }],
};

export const custodyEvents: Vocabulary = {
  name: "custodyEvents",
  terms: [
    { code: "received" },
    { code: "handed-over" },
    { code: "returned" },
    { code: "stored" },
    { code: "lost" },
    { code: "destroyed" },
    { code: "other" },
  ],
};
