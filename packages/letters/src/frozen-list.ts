// The frozen list of a letter: ordered, hashed, and checked by whoever gets it without anybody's help. Specification:
// docs/formats/letter-list.md. A name that is withheld is in it as a hash with salt: it can be shown later, and not guessed.
import { encodeCanonical, isJsonObject, type Json } from "@tocsin/core";
import type { Deadline } from "./deadline.ts";
import type { Rung } from "./ladder.ts";
import type { Sha256 } from "./letter-text.ts";
import type { SignerName, Visibility } from "./signer.ts";

export const letterListFormat = "tocsin.letter-list";

/** What of a signer everybody sees. Of a name that is withheld, a country or region where enough others share it. */
export interface OpenEntry {
  readonly visibility: Visibility;
  readonly names: readonly SignerName[];
  readonly country: string | null;
  readonly region: string | null;
  readonly verified: Rung | null;
}

export interface FrozenEntry {
  readonly open: OpenEntry;
  /** SHA-256 over the salt and what is withheld; null where nothing is. */
  readonly closed: string | null;
}

/** `collation`: a locale of CLDR, by whose order names stand. Whoever is not named stands behind, in no order. */
export type ListOrder = { readonly by: "name"; readonly collation: string } | { readonly by: "arrival" };

export interface ListHead {
  /** Hash of the authoritative text. */
  readonly text: string;
  readonly translations: readonly { readonly language: string; readonly digest: string }[];
  readonly order: ListOrder;
  readonly closes: Deadline | null;
  /** ISO 8601 in UTC. */
  readonly frozen: string;
}

export function leafOf({ open, closed }: FrozenEntry, sha256: Sha256): string {
  return sha256(encodeCanonical({ open: openJson(open), closed }));
}

export function closedOf(hidden: Json, salt: string, sha256: Sha256): string {
  return sha256(encodeCanonical({ hidden, salt }));
}

export function listDigest(head: ListHead, leaves: readonly string[], sha256: Sha256): string {
  return sha256(encodeCanonical({ ...headJson(head), leaves: [...leaves] }));
}

export function headJson({ text, translations, order, closes, frozen }: ListHead): {
  readonly [key: string]: Json;
} {
  return {
    format: letterListFormat,
    version: 1,
    text,
    translations: translations.map((each) => ({ ...each })),
    order: { ...order },
    closes: closes === null ? null : { ...closes },
    frozen,
  };
}

export function openJson({ visibility, names, country, region, verified }: OpenEntry): {
  readonly [key: string]: Json;
} {
  return { visibility, names: names.map(({ text, lang }) => ({ text, lang })), country, region, verified };
}

/** What `openJson` wrote; null for anything else. */
export function parseOpen(value: Json | undefined): OpenEntry | null {
  if (!isJsonObject(value)) return null;
  const { visibility, names, country, region, verified } = value;
  if (visibility !== "public" && visibility !== "withheld" && visibility !== "counted") return null;
  const read = (Array.isArray(names) ? names : []).flatMap((name: Json): readonly SignerName[] => {
    if (!isJsonObject(name)) return [];
    const { text, lang } = name;
    return typeof text === "string" && typeof lang === "string" ? [{ text, lang }] : [];
  });
  return {
    visibility,
    names: read,
    country: typeof country === "string" ? country : null,
    region: typeof region === "string" ? region : null,
    verified: rungIn(verified),
  };
}

function rungIn(value: Json | undefined): Rung | null {
  switch (value) {
    case "none":
    case "email":
    case "domain":
    case "vouched":
    case "register":
    case "key":
      return value;
    default:
      return null;
  }
}
