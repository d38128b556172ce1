// A property list in whichever spelling it comes.
import { FormatError } from "../errors.ts";
import { isBinaryPropertyList, parseBinaryPropertyList } from "./binary.ts";
import { parseXmlPropertyList } from "./xml.ts";
import type { PropertyListValue } from "./value.ts";

/** Larger lists are refused: the largest that we read, Info.plist with its applications, has a few megabytes. */
export const maximumPropertyListBytes = 64 * 1024 * 1024;

/** Throws `formats.bad-property-list` with the position, or `formats.limit`. */
export function parsePropertyList(bytes: Uint8Array): PropertyListValue {
  if (bytes.length > maximumPropertyListBytes)
    throw new FormatError("formats.limit", `Cannot read property list: ${bytes.length} bytes`);
  if (isBinaryPropertyList(bytes)) return parseBinaryPropertyList(bytes);
  return parseXmlPropertyList(new TextDecoder("utf-8").decode(bytes));
}
