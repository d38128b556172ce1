// The sealed files that a record of evidence names or ever named.
import { isJsonObject, type Json } from "@tocsin/core";
import type { StampedOperation } from "@tocsin/records";
import type { EvidenceName } from "@tocsin/vault";
import { integerIn, objectIn } from "../values.ts";

export interface SealedFile {
  readonly name: EvidenceName;
  readonly what: "bytes" | "listing";
  readonly size: number | null;
}

export function sealedFilesOf(history: readonly StampedOperation[]): readonly SealedFile[] {
  const files = new Map<string, SealedFile>();
  for (const { operation } of history) {
    const change = operation.patch["sealed"];
    if (change === undefined || !("set" in change)) continue;
    for (const file of filesIn(change.set)) files.set(file.name, file);
  }
  return [...files.values()];
}

function filesIn(sealed: Json): readonly SealedFile[] {
  const own = fileOf(sealed, "bytes");
  const listing = fileOf(objectIn(sealed)["listing"], "listing");
  return [...(own === null ? [] : [own]), ...(listing === null ? [] : [listing])];
}

function fileOf(value: Json | undefined, what: SealedFile["what"]): SealedFile | null {
  const name = isJsonObject(value) ? value["name"] : undefined;
  if (typeof name !== "string" || !/^[0-9a-f]{32}$/.test(name)) return null;
  return { name: name as EvidenceName, what, size: integerIn(objectIn(value)["size"]) };
}
