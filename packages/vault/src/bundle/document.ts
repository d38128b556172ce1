// data/bundle.json: what a bundle is, for whom, and what it says that it holds (docs/formats/bundle.md, section 3).
// It is complete before anybody has approved it, so that the record of the release can name its hash.
import { encodeCanonical, isJsonObject, type Json, type JsonObject, parseCanonical } from "@tocsin/core";
import { damaged } from "../binary.ts";
import { VaultError } from "../errors.ts";
import { limits } from "../format.ts";
import type { CommitHash, EvidenceName, VaultId } from "../types.ts";
import { bundleFormat, bundleLimits, bundleVersion } from "./bundle-format.ts";

/** Where an operation stands, as a bundle names it. */
export interface OperationPlace {
  readonly commit: CommitHash;
  readonly index: number;
}

/** A sealed file that is in the bundle. */
export interface Exhibit extends OperationPlace {
  readonly name: EvidenceName;
  /** Identifier of the record; empty for none. */
  readonly record: string;
  readonly title: string;
  /** What of the record it is: its bytes, or the listing of a folder. */
  readonly part: "bytes" | "listing";
  readonly mediaType: string;
  /** Of the plain bytes. */
  readonly sha256: string;
  readonly size: number;
  /** age recipients that the bytes were sealed to anew; none where the file is as it lay in the vault. */
  readonly recipients: readonly string[];
}

export interface BundleDocument {
  readonly vault: VaultId;
  /** RFC 3339, UTC, as the maker's clock said. */
  readonly made: string;
  readonly tool: { readonly name: string; readonly version: string };
  /** Identifier of the record that says what leaves, for whom, and who approved it. */
  readonly release: string;
  readonly approvedBy: string;
  readonly audience: string;
  /** Identifier of the case; empty for none. */
  readonly case: string;
  /** Every operation of people in the bundle but those of the release. */
  readonly operations: readonly OperationPlace[];
  readonly exhibits: readonly Exhibit[];
}

export function encodeBundleDocument(document: BundleDocument): Uint8Array<ArrayBuffer> {
  return encodeCanonical({
    format: bundleFormat,
    version: bundleVersion,
    vault: document.vault,
    made: document.made,
    tool: { ...document.tool },
    release: document.release,
    approvedBy: document.approvedBy,
    audience: document.audience,
    case: document.case,
    operations: document.operations.map(({ commit, index }) => ({ commit, index })),
    exhibits: document.exhibits.map((exhibit) => ({ ...exhibit, recipients: [...exhibit.recipients] })),
  });
}

/** Throws `vault.damaged`, `vault.unsupported` for another version, or core's errors on what is not canonical JSON. */
export function parseBundleDocument(bytes: Uint8Array): BundleDocument {
  const value = toObject(parseCanonical(bytes));
  if (value["format"] !== bundleFormat) throw damaged("bundle.json is of another format");
  if (value["version"] !== bundleVersion)
    throw new VaultError(
      "vault.unsupported",
      `Cannot read bundle: it is of another version, expected ${bundleVersion}`,
    );
  const tool = toObject(value["tool"]);
  return {
    vault: toHex(value["vault"], 64) as VaultId,
    made: toText(value["made"], 40),
    tool: { name: toText(tool["name"], 80), version: toText(tool["version"], 80) },
    release: toText(value["release"], 80),
    approvedBy: toText(value["approvedBy"], 2_000),
    audience: toText(value["audience"], 80),
    case: toText(value["case"], 80),
    operations: toList(value["operations"], bundleLimits.operations).map((each) => toPlace(toObject(each))),
    exhibits: toList(value["exhibits"], bundleLimits.exhibits).map(toExhibit),
  };
}

function toExhibit(value: Json): Exhibit {
  const exhibit = toObject(value);
  const { part } = exhibit;
  if (part !== "bytes" && part !== "listing") throw damaged("exhibit is not of its form");
  return {
    ...toPlace(exhibit),
    name: toHex(exhibit["name"], 32) as EvidenceName,
    record: toText(exhibit["record"], 80),
    title: toText(exhibit["title"], limits.payload),
    part,
    mediaType: toText(exhibit["mediaType"], 2_000),
    sha256: toHex(exhibit["sha256"], 64),
    size: toCount(exhibit["size"]),
    recipients: toList(exhibit["recipients"], 16).map((each) => toText(each, 200)),
  };
}

function toPlace({ commit, index }: JsonObject): OperationPlace {
  return { commit: toHex(commit, 64) as CommitHash, index: toCount(index) };
}

function toObject(value: Json | undefined): JsonObject {
  if (!isJsonObject(value)) throw damaged("bundle.json is not of its form");
  return value;
}

function toList(value: Json | undefined, longest: number): readonly Json[] {
  if (!Array.isArray(value) || value.length > longest)
    throw damaged("bundle.json has a list of another form");
  return value;
}

function toText(value: Json | undefined, longest: number): string {
  if (typeof value !== "string" || value.length > longest)
    throw damaged("bundle.json has a text of another form");
  return value;
}

function toHex(value: Json | undefined, length: number): string {
  if (typeof value !== "string" || value.length !== length || !/^[0-9a-f]*$/.test(value))
    throw damaged("bundle.json has an identifier of another form");
  return value;
}

function toCount(value: Json | undefined): number {
  if (typeof value !== "number" || value < 0) throw damaged("bundle.json has a number of another form");
  return value;
}
