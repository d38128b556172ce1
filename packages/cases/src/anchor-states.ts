import type { Vocabulary } from "@tocsin/records";

/** How a checkpoint of the vault is tied to a time. */
export const anchorStates: Vocabulary = {
  name: "anchorStates",
  terms: [
    /** Made and signed by this device; nobody else has seen it. */
    { code: "unanchored" },
    /** A request for a timestamp was written or sent. */
    { code: "requested" },
    /** A timestamp whose signature fits, and nobody vouches for its certificate. */
    { code: "unvouched" },
    /** A timestamp whose certificate leads to one that the user named. */
    { code: "anchored" },
  ],
};
