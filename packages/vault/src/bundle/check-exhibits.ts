// Whether each sealed file opens, and its bytes are those that a signed operation names.
import { encodeHex, isTocsinError } from "@tocsin/core";
import { createSealedFileOpener, type Primitives, type SecretKey } from "@tocsin/crypto";
import type { EvidenceInfo } from "../types.ts";
import { exhibitPath } from "./bundle-format.ts";
import type { BundleFiles } from "./bundle-files.ts";
import type { CheckedExhibit, CheckedOperation, ExhibitState, FailureBook } from "./bundle-report.ts";
import type { Exhibit } from "./document.ts";
import { sealedFilesIn } from "./sealed-in.ts";

export interface ExhibitsInput {
  readonly primitives: Primitives;
  readonly files: BundleFiles;
  readonly failures: FailureBook;
  readonly exhibits: readonly Exhibit[];
  readonly operations: readonly CheckedOperation[];
  /** Opens what was sealed to a recipient; without it that stays closed. */
  readonly identity?: SecretKey<"x25519"> | undefined;
}

export async function checkExhibits(input: ExhibitsInput): Promise<readonly CheckedExhibit[]> {
  const operations = new Map(input.operations.map((each) => [`${each.commit} ${each.index}`, each]));
  const checked: CheckedExhibit[] = [];
  for (const exhibit of input.exhibits) {
    const path = exhibitPath(exhibit.name);
    const operation = operations.get(`${exhibit.commit} ${exhibit.index}`);
    const named = operation === undefined ? undefined : fileIn(operation, exhibit);
    const isNamed = named !== undefined && operation?.holds === true;
    const place = { path, commit: exhibit.commit, index: exhibit.index };
    if (!isNamed) input.failures.note("exhibit-not-named", place);
    const state = await stateOf(input, exhibit, named);
    if (state === "differs") input.failures.note("exhibit-differs", place);
    if (state === "damaged") input.failures.note("exhibit-damaged", place);
    if (state === "missing") input.failures.note("missing-file", place);
    checked.push({ exhibit, state, isNamed });
  }
  return checked;
}

function fileIn({ payload }: CheckedOperation, { name, sha256, size }: Exhibit): EvidenceInfo | undefined {
  const files = payload === null ? [] : sealedFilesIn(payload);
  return files.find((file) => file.name === name && file.sha256 === sha256 && file.size === size);
}

async function stateOf(
  { primitives, files, identity }: ExhibitsInput,
  { name, recipients }: Exhibit,
  named: EvidenceInfo | undefined,
): Promise<ExhibitState> {
  const path = exhibitPath(name);
  if (!files.has(path)) return "missing";
  const secret = recipients.length > 0 ? identity : named?.passphrase;
  if (secret === undefined || named === undefined) return "not-opened";
  const opener = createSealedFileOpener(primitives, secret);
  const hash = primitives.createSha256();
  let size = 0;
  let fault: ExhibitState | null = null;
  const take = (open: () => readonly Uint8Array[]): void => {
    try {
      for (const piece of fault === null ? open() : []) {
        hash.update(piece);
        size += piece.length;
      }
    } catch (cause) {
      fault = faultOf(cause, recipients.length > 0);
    }
  };
  // Taken to its end in any case: the manifest's hash is over all of it.
  for await (const piece of files.stream(path)) take(() => opener.update(piece));
  take(() => opener.finish());
  if (fault !== null) return fault;
  return encodeHex(hash.digest()) === named.sha256 && size === named.size ? "fits" : "differs";
}

/** A file that is sealed to somebody else is not damaged. */
function faultOf(cause: unknown, isToRecipient: boolean): ExhibitState {
  if (!isTocsinError(cause)) throw cause;
  return isToRecipient && cause.code === "crypto.wrong-passphrase" ? "not-opened" : "damaged";
}
