// An Open Packaging Conventions package (ECMA-376-2) written anew with fixed times, so that the same parts give the same
// bytes.
import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from "fflate";

/** ZIP knows no zones and nothing before 1980; no time of this computer belongs in what leaves. */
const fixedTime = new Date(1980, 0, 1);
const properties = "docProps/core.xml";

/** `madeAt`: ISO 8601 in UTC; the only time that the package states. */
export function fixPackage(packed: Uint8Array, madeAt: string): Uint8Array {
  const parts = unzipSync(packed);
  const fixed: Zippable = {};
  for (const name of Object.keys(parts).toSorted()) {
    const bytes = parts[name] ?? new Uint8Array();
    fixed[name] = [
      name === properties ? strToU8(withTime(strFromU8(bytes), madeAt)) : bytes,
      { mtime: fixedTime, level: 6 },
    ];
  }
  return zipSync(fixed);
}

function withTime(xml: string, madeAt: string): string {
  return xml.replaceAll(
    /(<dcterms:(?:created|modified) xsi:type="dcterms:W3CDTF">)[^<]{0,40}</gu,
    (_, start: string) => `${start}${madeAt}<`,
  );
}
