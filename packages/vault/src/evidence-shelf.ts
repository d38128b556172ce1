// The evidence of an open vault: what is open closes when the vault locks.
import { type SecretKey, sealedFileStart } from "@tocsin/crypto";
import { addEvidence, openEvidence } from "./evidence.ts";
import { openDraft } from "./evidence-draft.ts";
import { VaultError } from "./errors.ts";
import type { Gate } from "./gate.ts";
import type { EvidenceDraft, EvidenceName, EvidenceReader, Vault, VaultPorts } from "./types.ts";

export interface EvidenceShelf extends Pick<
  Vault,
  "addEvidence" | "evidenceDrafts" | "openEvidence" | "sealedEvidence" | "discardEvidence" | "orphans"
> {
  closeAll(): void;
}

/** `gate` is asked for late: it drops this shelf when it locks. */
export function createEvidenceShelf(
  ports: VaultPorts,
  gate: () => Gate,
  deviceKey: () => SecretKey<"device">,
): EvidenceShelf {
  const intake = createIntake(ports, deviceKey);
  const readers = new Set<EvidenceReader>();
  const open: Vault["openEvidence"] = async (evidence) => {
    const reader = await openEvidence(ports, evidence);
    const tracked: EvidenceReader = {
      ...reader,
      close: () => {
        readers.delete(tracked);
        reader.close();
      },
    };
    readers.add(tracked);
    return tracked;
  };
  return {
    addEvidence: (source, options = {}) => gate().guarded(() => intake.addEvidence(source, options)),
    evidenceDrafts: () => gate().guarded(intake.evidenceDrafts),
    openEvidence: (evidence) => gate().guarded(() => open(evidence)),
    sealedEvidence: (name) => sealedPieces(ports, name, gate),
    discardEvidence: (name) => gate().guarded(() => ports.blobs.remove(name)),
    orphans: (known) => gate().guarded(() => findOrphans(ports, known)),
    closeAll() {
      for (const reader of readers) reader.close();
    },
  };
}

type Intake = Pick<Vault, "addEvidence" | "evidenceDrafts">;

function createIntake(ports: VaultPorts, deviceKey: () => SecretKey<"device">): Intake {
  const { blobs, primitives } = ports;
  // Nobody may go on with what is being written now, or take it for left behind.
  const writing = new Set<string>();
  return {
    addEvidence: (source, options = {}) =>
      addEvidence(ports, source, { ...options, device: deviceKey(), writing }),
    async evidenceDrafts() {
      const drafts: EvidenceDraft[] = [];
      for (const name of await blobs.unfinished()) {
        if (writing.has(name)) continue;
        const sealed = await blobs.draft(name);
        const place = { name, device: deviceKey() };
        const draft = sealed === null ? null : openDraft(primitives, place, sealed);
        const size = await blobs.unfinishedSize(name);
        const hint = size < sealedFileStart ? null : (draft?.hint ?? null);
        drafts.push({ name: name as EvidenceName, hint, size });
      }
      return drafts;
    },
  };
}

const pieceLength = 1_048_576;

async function* sealedPieces(
  { blobs }: VaultPorts,
  name: EvidenceName,
  gate: () => Gate,
): AsyncIterable<Uint8Array> {
  gate().checkOpen();
  const file = await blobs.open(name);
  if (file === null)
    throw new VaultError("vault.evidence-missing", "Cannot read evidence: its file is not here");
  try {
    for (let at = 0; at < file.size; at += pieceLength) {
      gate().checkOpen();
      yield file.read(at, pieceLength);
    }
  } finally {
    file.close();
  }
}

async function findOrphans({ blobs }: VaultPorts, known: Iterable<string>): Promise<readonly string[]> {
  const named = new Set(known);
  const [finished, unfinished] = [await blobs.names(), await blobs.unfinished()];
  return [...finished.filter((name) => !named.has(name)), ...unfinished];
}
