// How far it was checked that a signer is who signs. A rung is claimed only where what was seen shows it.
import { LettersError } from "./errors.ts";
import { parseDomain, type Signer } from "./signer.ts";

/** From the lowest: nothing was checked, an address answered, its domain is theirs, somebody vouched, a register, a key. */
export const rungs = ["none", "email", "domain", "vouched", "register", "key"] as const;
export type Rung = (typeof rungs)[number];

export interface Check {
  readonly rung: string;
  /** ISO 8601. */
  readonly when: string;
  readonly by: string;
  /** The address that answered, who vouched, the entry of the register, the fingerprint of the key. */
  readonly seen: string;
  readonly takenBack: boolean;
}

/** The highest rung that a check shows, of those that nobody took back. */
export function claimed(signer: Pick<Signer, "domain">, checks: readonly Check[]): Rung {
  const shown = checks.filter((check) => !check.takenBack && lackOf(signer, check) === null);
  return rungs.findLast((rung) => shown.some((check) => check.rung === rung)) ?? "none";
}

/** Throws `letters.not-shown` where what was seen does not show the rung. */
export function checkShown(signer: Pick<Signer, "domain">, check: Check): void {
  const lack = lackOf(signer, check);
  if (lack !== null)
    throw new LettersError("letters.not-shown", `Cannot verify signer: ${lack}`, { details: { lack } });
}

function lackOf({ domain }: Pick<Signer, "domain">, { rung, when, by, seen }: Check): string | null {
  if (by.trim() === "" || seen.trim() === "" || when === "") return "who looked, when or at what is missing";
  switch (rung) {
    case "email":
      return addressIn(seen) === null ? "no address of mail stands in what was seen" : null;
    case "domain":
      return belongsTo(addressIn(seen), domain) ? null : "the address is not of the signer's domain";
    case "key":
      return /(?:[0-9a-f]{4}[\s:]?){8,}/i.test(seen)
        ? null
        : "no fingerprint of a key stands in what was seen";
    case "vouched":
    case "register":
      return null;
    default:
      return "it is no rung";
  }
}

function addressIn(seen: string): string | null {
  const [, host] = /[^\s@<>]{1,64}@([^\s@<>]{1,253})/.exec(seen) ?? [];
  return host === undefined ? null : parseDomain(host.replace(/[.,;:)\]]+$/, ""));
}

function belongsTo(host: string | null, domain: string | null): boolean {
  const own = domain === null ? null : parseDomain(domain);
  return host !== null && own !== null && (host === own || host.endsWith(`.${own}`));
}
