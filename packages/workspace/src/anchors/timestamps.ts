// The port to timestamps of RFC 3161: a request made offline, and what an answer is worth. The adapter is in `node`.

export type AnswerProblem =
  | "too-large"
  /** Not the DER of one answer, or cut short. */
  | "not-an-answer"
  /** The authority says no; `refusal` has its reason. */
  | "rejected"
  /** An answer that grants, without a timestamp or with something else in its place. */
  | "no-token"
  /** A timestamp over other bytes. */
  | "other-imprint"
  /** An answer to another request. */
  | "wrong-nonce"
  /** SHA-1, MD5, a short key, or an algorithm that is not known here. */
  | "weak-algorithm"
  /** The certificate that signed is not in the answer. */
  | "no-certificate"
  /** The certificate is not for timestamps and nothing else. */
  | "not-for-timestamps"
  /** The signature does not name the certificate that it is checked with. */
  | "not-bound"
  | "bad-signature"
  /** The certificate was not valid at the time that the timestamp states. */
  | "not-valid-then"
  /** The certificate does not lead to any that were named as trusted. */
  | "untrusted";

/** What a timestamp says, once its signature fits. */
export interface TokenFacts {
  /** ISO 8601 in UTC. */
  readonly time: string;
  /** How far off the authority says that it may be, in milliseconds; null where it says nothing. */
  readonly accuracy: number | null;
  /** Hexadecimal. */
  readonly serial: string;
  /** Object identifier of the authority's policy. */
  readonly policy: string;
  /** Names in the certificate that signed. They are as true as whoever vouches for it. */
  readonly authority: string;
  readonly certificate: {
    /** Of its DER, hexadecimal. */
    readonly sha256: string;
    readonly from: string;
    readonly until: string;
  };
}

export type AnswerVerdict =
  /** The signature fits, and the certificate leads to one that the user named. */
  | {
      readonly state: "vouched";
      readonly facts: TokenFacts;
      /** Names of the certificates on the way, the trusted one last. */
      readonly path: readonly string[];
      readonly problem: null;
    }
  /** The signature fits, and nobody vouches for the certificate: none was named as trusted. */
  | { readonly state: "unvouched"; readonly facts: TokenFacts; readonly problem: null }
  | {
      readonly state: "refused";
      readonly problem: AnswerProblem;
      /** For an answer that says no: its status, and in its own words why. */
      readonly refusal?: {
        readonly status: number;
        readonly reasons: readonly string[];
        readonly words: string;
      };
      /** Where the signature fits and only trust or time is missing. */
      readonly facts?: TokenFacts;
    };

export interface AnswerQuestion {
  /** The bytes that the timestamp must be over. */
  readonly data: Uint8Array;
  /** The request that it must answer, DER. */
  readonly request: Uint8Array;
  /** Certificates that the user trusts, DER each; none: nobody vouches. */
  readonly trusted: readonly Uint8Array[];
}

export interface Timestamps {
  /** DER of a request for SHA-256 of these bytes, with a random nonce and the wish for certificates. */
  createRequest(data: Uint8Array): Promise<Uint8Array>;
  /** Never throws for what the answer is. No clock: everything is judged at the time that the timestamp states. */
  verifyAnswer(answer: Uint8Array, question: AnswerQuestion): Promise<AnswerVerdict>;
}

/** Bytes. An answer and a certificate fit with the rest of their record into one operation. */
export const timestampLimits = { answer: 28_672, trusted: 8_192 } as const;
