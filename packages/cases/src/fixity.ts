import type { Vocabulary } from "@tocsin/records";

/** What hashing the sealed bytes again gave. */
export const fixity: Vocabulary = { name: "fixity", terms: [{ code: "intact" }, { code: "altered" }] };
