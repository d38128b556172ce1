// The path on the device of a file that a backup lists by domain and relative path.
import { pathsByDomain } from "./device-paths.table.ts";

/** Null where the domain's place on a device is not known or not fixed; the file name can still be compared. */
export function devicePathOf(domain: string, relativePath: string): string | null {
  const folder = pathsByDomain.get(domain);
  if (folder === undefined) return null;
  return relativePath === "" ? folder : `${folder}/${relativePath}`;
}
