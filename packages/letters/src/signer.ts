// Who signs: an organisation under the names that it goes by, and how its signature stands. The person who acted for it is
// no part of it here: nothing that leaves is made from more than this.
import { LettersError } from "./errors.ts";

export interface SignerName {
  readonly text: string;
  /** BCP 47. */
  readonly lang: string;
}

/** `public`: by name. `withheld`: as an organisation whose name is withheld. `counted`: in the number alone. */
export const visibilities = ["public", "withheld", "counted"] as const;
export type Visibility = (typeof visibilities)[number];

export interface Signer {
  readonly id: string;
  /** As it wants to be shown; the first is the one that it is ordered by. */
  readonly names: readonly SignerName[];
  /** Code of a country. */
  readonly country: string | null;
  readonly domain: string | null;
  readonly aliases: readonly string[];
  readonly visibility: Visibility;
}

export interface Signature extends Signer {
  readonly state: "waiting" | "accepted" | "refused";
  readonly withdrawn: boolean;
  /** Hash of the version that was signed. */
  readonly signed: string;
  /** Milliseconds since 1970. */
  readonly arrived: number;
}

const mostNames = 20;
const longestName = 300;

/** Throws `letters.bad-signer` without a name, with one of several lines or of 300 characters and more. */
export function checkNames(names: readonly SignerName[]): void {
  const isBad = ({ text }: SignerName): boolean =>
    !/[\p{L}\p{N}]/u.test(text) || /[\r\n\t\u2028\u2029]/.test(text) || text.length > longestName;
  if (names.length === 0 || names.length > mostNames || names.some(isBad))
    throw new LettersError("letters.bad-signer", "Cannot take signature: a name is missing, or is none");
}

/** Lower case, without scheme, path and `www.`; internationalised labels stay as they are written. Null for none. */
export function parseDomain(text: string): string | null {
  const host = text
    .normalize("NFKC")
    .trim()
    .toLowerCase()
    .replace(/^[a-z]{1,10}:\/\//, "")
    .replace(/^[^@/]{0,100}@/, "")
    .replace(/[/?#:].*$/s, "")
    .replace(/^www\./, "")
    .replace(/\.$/, "");
  const labels = host.split(".");
  const isLabel = (label: string): boolean => /^[\p{L}\p{N}\p{M}-]{1,63}$/u.test(label);
  return labels.length < 2 || host.length > 253 || !labels.every(isLabel) ? null : host;
}
