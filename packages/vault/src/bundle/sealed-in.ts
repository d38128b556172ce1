// Finds what a payload says about sealed files, without knowing what else it says: any object with name, passphrase,
// SHA-256 and size (docs/formats/vault.md, section 13).
import { isJsonObject, type Json } from "@tocsin/core";
import type { EvidenceInfo, EvidenceName } from "../types.ts";

export function sealedFilesIn(value: Json): readonly EvidenceInfo[] {
  if (Array.isArray(value)) return value.flatMap((each: Json) => sealedFilesIn(each));
  if (!isJsonObject(value)) return [];
  const { name, passphrase, sha256, size } = value;
  const within = Object.values(value).flatMap(sealedFilesIn);
  const isOne =
    typeof name === "string" &&
    /^[0-9a-f]{32}$/.test(name) &&
    typeof passphrase === "string" &&
    typeof sha256 === "string" &&
    typeof size === "number";
  return isOne ? [{ name: name as EvidenceName, passphrase, sha256, size }, ...within] : within;
}
