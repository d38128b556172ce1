// How our terms are mapped to the lists of HURIDOCS: a code of twelve digits, or why there is none.
import type { Term, Vocabulary, WithoutCode } from "@tocsin/records";

/** When the terms and their mappings were last gone through (ISO 8601). */
export const dated = "2026-11-28";

const withoutCode: ReadonlySet<string> = new Set<WithoutCode>([
  "grouping",
  "no-list",
  "no-term",
  "not-seen",
  "split",
]);

export interface Mapping {
  readonly name: string;
  /** The HURIDOCS list; none where no list that we know of is about this. */
  readonly list?: string;
  readonly open?: boolean;
  /** Whether an organisation may add terms; yes unless rules of the program hang on the codes. */
  readonly extensible?: boolean;
  /** Code to the leading digits of the list's code, or to the reason why there is none. */
  readonly terms: Readonly<Record<string, string>>;
}

/** The mapping is ours: no outside body has looked at it, so every term says `checked: false`. */
export function vocabulary({ name, list, open, extensible = true, terms }: Mapping): Vocabulary {
  const source =
    list === undefined
      ? "Our own list: the codes are of no list outside."
      : `Our mapping to HURIDOCS list ${list} as in huridocs/OpenEvSys (commit 2f734af).`;
  return {
    name,
    extensible,
    ...(list === undefined ? {} : { list }),
    ...(open === undefined ? {} : { open }),
    terms: Object.entries(terms).map(([code, huridocs]) => ({
      code,
      ...huridocsPart(huridocs),
      source,
      dated,
      checked: false,
    })),
  };
}

/** `010103` to twelve digits: HURIDOCS writes six levels of two. `~` before them: that term is broader than ours. */
export function huridocsPart(mapped: string): Pick<Term, "crosswalk" | "broader" | "without"> {
  if (!isWithoutCode(mapped)) {
    const crosswalk = { huridocs: mapped.replace("~", "").padEnd(12, "0") };
    return mapped.startsWith("~") ? { crosswalk, broader: ["huridocs"] } : { crosswalk };
  }
  return {
    crosswalk: { huridocs: mapped === "not-seen" ? "not-known" : "none" },
    without: { huridocs: mapped },
  };
}

/**
 * A cell as a code of a HURIDOCS list: twelve digits, fewer with zeros left out behind, or fourteen as OpenEvSys numbers its
 * terms, where the last two say the list. Levels have two digits each: of an odd number a spreadsheet took the first zero.
 * Undefined for what is none, or of another list.
 */
export function huridocsCode(cell: string, list: string | undefined): string | undefined {
  const text = cell.trim();
  if (!/^\d{1,14}$/.test(text)) return undefined;
  const digits = text.length % 2 === 0 ? text : `0${text}`;
  if (digits.length < 14) return digits.padEnd(12, "0");
  return `L${Number(digits.slice(12))}` === list ? digits.slice(0, 12) : undefined;
}

function isWithoutCode(mapped: string): mapped is WithoutCode {
  return withoutCode.has(mapped);
}
