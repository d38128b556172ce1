// Evidence sealed anew to age recipients as it leaves: nothing of its plain bytes lies on a disk.
import { createRecipientFileWriter, parseAgeRecipient, type Primitives } from "@tocsin/crypto";
import type { EvidenceInfo, EvidenceName, Vault } from "@tocsin/vault";

export interface ResealInput {
  readonly primitives: Primitives;
  readonly vault: Pick<Vault, "openEvidence">;
  /** Every file that leaves, with what opens it. */
  readonly files: readonly EvidenceInfo[];
  /** Public keys, 32 bytes each. */
  readonly recipients: readonly Uint8Array[];
}

/** Throws `crypto.bad-key` on anything but `age1…`. */
export function parseRecipients(recipients: readonly string[]): readonly Uint8Array[] {
  return recipients.map(parseAgeRecipient);
}

/** `secret`: what opens, and must stay with its owner. `other-kind`: a key, and none that evidence can be sealed to here. */
export type RecipientState = "fits" | "secret" | "other-kind" | "mistyped";

export function judgeRecipient(text: string): RecipientState {
  if (/^age-(?:secret-key|plugin)-/i.test(text)) return "secret";
  if (/^age1[a-z0-9-]{1,16}1/i.test(text) || text.startsWith("ssh-")) return "other-kind";
  try {
    parseAgeRecipient(text);
    return "fits";
  } catch {
    return "mistyped";
  }
}

/** For every file: the bytes to put into the bundle. */
export function resealing(input: ResealInput): (name: EvidenceName) => AsyncIterable<Uint8Array> {
  const byName = new Map(input.files.map((file) => [file.name, file]));
  return (name) => sealedAnew(input, byName.get(name));
}

async function* sealedAnew(
  { primitives, vault, recipients }: ResealInput,
  file: EvidenceInfo | undefined,
): AsyncIterable<Uint8Array> {
  if (file === undefined) return;
  const reader = await vault.openEvidence(file);
  try {
    const writer = createRecipientFileWriter(primitives, recipients);
    for (const piece of reader.stream()) yield* writer.update(piece);
    yield* writer.finish();
  } finally {
    reader.close();
  }
}
