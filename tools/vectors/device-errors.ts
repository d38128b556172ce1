// Vaults that do not open: one for each way in which section 16 says that a device file stops the reading.
import type { Json } from "./bytes.ts";
import { deviceFileOf, plainPassphrase, withChecksum } from "./device-file.ts";
import { payload } from "./operation.ts";
import { createVaultWriter, deviceFileFor, filesOf, type VaultWriter } from "./vault-writer.ts";
import { chainOf, type Vector } from "./vector.ts";

type FileJson = { readonly [name: string]: Json };

interface Broken {
  readonly name: string;
  readonly says: string;
  readonly error: string;
  /** The device file's bytes, of the form that it should have; undefined leaves it out. */
  readonly write: (file: FileJson, writer: VaultWriter) => Buffer | undefined;
  readonly passphrase?: string;
}

function broken({ name, says, error, write, passphrase = plainPassphrase }: Broken): Vector {
  const writer = createVaultWriter(name);
  writer.commit(chainOf(writer), [payload({ out: "of reach" })]);
  const file = deviceFileOf(deviceFileFor(writer), { random: writer.random });
  const bytes = write(file, writer);
  const files = new Map(filesOf(writer, bytes ?? Buffer.alloc(0)));
  if (bytes === undefined) files.delete("device.json");
  return {
    name,
    says,
    files,
    expected: { opens: false, passphrase, error, findings: [], operations: [], evidence: [] },
  };
}

const slotsOf = (file: FileJson): readonly FileJson[] => file["slots"] as readonly FileJson[];

/** The device file with other members in its one slot, and a checksum that fits. */
const withSlot =
  (members: FileJson) =>
  (file: FileJson): Buffer =>
    withChecksum({ ...file, slots: slotsOf(file).map((slot) => ({ ...slot, ...members })) });

const withMembers =
  (members: FileJson) =>
  (file: FileJson): Buffer =>
    withChecksum({ ...file, ...members });

const cases: readonly Broken[] = [
  { name: "no-device-file", says: "There is no device file.", error: "missing", write: () => undefined },
  {
    name: "device-file-flipped",
    says: "A character of the device file is another one: the checksum does not fit.",
    error: "damaged",
    write: (file) => Buffer.from(withChecksum(file).toString().replace('"lanes":1', '"lanes":2')),
  },
  {
    name: "device-file-cut",
    says: "The device file ends in its middle.",
    error: "damaged",
    write: (file) => withChecksum(file).subarray(0, 200),
  },
  {
    name: "device-file-not-canonical",
    says: "The device file says the same with a space in it.",
    error: "damaged",
    write: (file) => Buffer.from(withChecksum(file).toString().replace('"lanes":1', '"lanes": 1')),
  },
  {
    name: "device-file-of-another-format",
    says: "The checksum fits, and the file says that it is something else.",
    error: "damaged",
    write: withMembers({ format: "something-else" }),
  },
  {
    name: "device-file-body-exchanged",
    says: "The checksum fits and the slot opens, and the body is another one.",
    error: "damaged",
    write: withMembers({ body: Buffer.alloc(600, 7).toString("base64url") }),
  },
  {
    name: "device-file-slot-of-another-form",
    says: "The slot's salt is a number.",
    error: "damaged",
    write: withSlot({ salt: 7 }),
  },
  {
    name: "device-file-salt-not-base64url",
    says: "The slot's salt has a character that base64url lacks.",
    error: "damaged",
    write: withSlot({ salt: `${"A".repeat(22)}!` }),
  },
  {
    name: "device-file-salt-with-loose-bits",
    says: "The slot's salt has a bit set that no byte has.",
    error: "damaged",
    write: withSlot({ salt: `${"A".repeat(21)}B` }),
  },
  {
    name: "device-file-salt-short",
    says: "The slot's salt is too short for Argon2id.",
    error: "damaged",
    write: withSlot({ salt: "AAAA" }),
  },
  {
    name: "device-file-body-short",
    says: "The body is shorter than a nonce.",
    error: "damaged",
    write: withMembers({ body: "AAAA" }),
  },
  {
    name: "argon2-no-passes",
    says: "The slot asks for no pass at all.",
    error: "limit",
    write: withSlot({ passes: 0 }),
  },
  {
    name: "device-file-of-version-2",
    says: "The device file is of a later version.",
    error: "unsupported",
    write: withMembers({ version: 2 }),
  },
  {
    name: "device-file-without-known-slot",
    says: "The device file has no slot of a kind that is known.",
    error: "unsupported",
    write: withSlot({ kind: "smartcard" }),
  },
  {
    name: "wrong-passphrase",
    says: "The passphrase is another one.",
    error: "wrong-passphrase",
    write: (file) => withChecksum(file),
    passphrase: "six other words for a vector",
  },
  {
    name: "argon2-memory",
    says: "The slot asks for 1 GiB and one KiB.",
    error: "limit",
    write: withSlot({ memoryKib: 1024 * 1024 + 1 }),
  },
  { name: "argon2-passes", says: "The slot asks for 17 passes.", error: "limit", write: withSlot({ passes: 17 }) },
  {
    name: "argon2-lanes",
    says: "The slot asks for 5 lanes.",
    error: "limit",
    write: withSlot({ lanes: 5, memoryKib: 64 }),
  },
];

export const deviceErrorVectors = (): readonly Vector[] => cases.map(broken);

