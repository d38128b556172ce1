// Vaults that were recovered with the secret of the recovery sheet, and what a removed device may still try
// (docs/formats/vault.md, section 8).
import { deviceSignature } from "./commit.ts";
import { deviceFileOf, withChecksum } from "./device-file.ts";
import { drawIdentity, publicKeysJson, recoveryIdentity, type Epoch, type Identity } from "./keys.ts";
import { control, payload, type Said } from "./operation.ts";
import {
  createVaultWriter,
  deviceFileFor,
  epochActs,
  signedByRecovery,
  type Chain,
  type VaultWriter,
  type Written,
} from "./vault-writer.ts";
import { seeded } from "./bytes.ts";
import { chainOf, found, opening, type Vector } from "./vector.ts";

interface Recovered {
  readonly writer: VaultWriter;
  readonly recovery: Identity;
  readonly secret: Buffer;
  /** The lost device's chain, with commits 1 to 3. */
  readonly old: Chain;
  readonly last: Written;
  readonly device: Identity;
  readonly chain: Chain;
  readonly epoch: Epoch;
  readonly acts: readonly Said[];
}

const removalOf = (device: Identity, last: Written): Said =>
  control({
    type: "remove",
    device: device.id.toString("hex"),
    chains: [{ chain: last.chain.id.toString("hex"), hash: last.hash.toString("hex"), sequence: last.sequence }],
  });

/** A vault of a lost device, and all that its successor needs for its first commit. */
function lostAndFound(name: string): Recovered {
  const secret = seeded(`${name} secret`)(32);
  const writer = createVaultWriter(name, secret);
  const recovery = recoveryIdentity(secret);
  const old = chainOf(writer);
  writer.commit(old, [payload({ by: "the lost device", commit: 2 })]);
  const last = writer.commit(old, [payload({ by: "the lost device", commit: 3 })]);
  const device = drawIdentity(writer.random);
  const epoch = writer.newEpoch(2);
  const acts = [
    control({ type: "admit", device: publicKeysJson(device), role: "administrator" }),
    removalOf(writer.first, last),
    ...epochActs(writer, epoch, [device, recovery]),
  ];
  return { writer, recovery, secret, old, last, device, chain: writer.newChain(device), epoch, acts };
}

const deviceFileOfSuccessor = ({ writer, chain, epoch }: Recovered): Buffer =>
  withChecksum(deviceFileOf(deviceFileFor(writer, { chain, epochs: [writer.epoch, epoch] }), { random: writer.random }));

function admitted(story: Recovered): readonly Written[] {
  const { writer, recovery, last, device, chain, epoch, acts } = story;
  const sign = signedByRecovery(recovery, device);
  const first = writer.commit(chain, acts, { frontier: [last], epoch, sign });
  return [first, writer.commit(chain, [payload({ by: "the successor" })], { epoch })];
}

function recovered(): Vector {
  const story = lostAndFound("recovered");
  admitted(story);
  return opening(story.writer, {
    name: "recovered",
    says: "A successor admitted with the recovery secret, the lost device removed, a new epoch.",
    deviceFile: deviceFileOfSuccessor(story),
    expected: { recovery: `tocsin-recovery/1/${story.secret.toString("base64url")}` },
  });
}

function afterRemoval(): Vector {
  const story = lostAndFound("after-removal");
  const { writer, old, device, chain, epoch } = story;
  const kept = [...old.commits, ...admitted(story)];
  const late = writer.commit(old, [payload({ by: "whoever has the lost device" }), payload({})]);
  const aside = writer.newChain(writer.first);
  const hidden = writer.commit(aside, [payload({ in: "a chain that the removal does not name" })]);
  const revenge = writer.commit(old, [removalOf(device, kept.at(-1) as Written)]);
  writer.commit(chain, [payload({ still: "in force" })], { epoch });
  return opening(writer, {
    name: "after-removal",
    says: "What a removed device wrote afterwards, also in a new chain, and its attempt to remove its successor.",
    deviceFile: deviceFileOfSuccessor(story),
    applied: [...old.commits.slice(0, 3), ...chain.commits],
    findings: [
      found("after-removal", late, { count: 2 }),
      found("after-removal", hidden, { count: 1 }),
      found("after-removal", revenge, { count: 1 }),
    ],
  });
}

function admittedByNobody(): Vector {
  const story = lostAndFound("admitted-by-nobody");
  const { writer, last, device, chain, epoch, acts } = story;
  const impostor = drawIdentity(writer.random);
  const sign = signedByRecovery(impostor, device);
  const first = writer.commit(chain, acts, { frontier: [last], epoch, sign });
  const friend = drawIdentity(writer.random);
  const admits = control({ type: "admit", device: publicKeysJson(friend), role: "administrator" });
  const by = writer.commit(chainOf(writer), [admits]);
  const friends = writer.commit(writer.newChain(friend), [payload({ by: "a friend" })]);
  return opening(writer, {
    name: "admitted-by-nobody",
    says: "Admissions that the recovery identity did not sign: by an impostor, and by a device for a friend.",
    applied: [...chainOf(writer).commits, by],
    findings: [found("unknown-device", first, { count: 4 }), found("unknown-device", friends, { count: 1 })],
  });
}

function admitsAnother(): Vector {
  const story = lostAndFound("admits-another");
  const { writer, recovery, last, chain, device } = story;
  const other = drawIdentity(writer.random);
  const acts = [control({ type: "admit", device: publicKeysJson(other), role: "administrator" })];
  const sign = signedByRecovery(recovery, device);
  const first = writer.commit(chain, acts, { frontier: [last], sign });
  const next = writer.commit(chain, [payload({ by: "nobody" })], { sign: (hash) => [deviceSignature(device, hash)] });
  return opening(writer, {
    name: "admits-another",
    says: "A commit that the recovery identity signed, which admits another device than the one that wrote it.",
    applied: chainOf(writer).commits,
    findings: [found("unknown-device", first, { count: 1 }), found("unknown-device", next, { count: 1 })],
  });
}

export const recoveryVectors = (): readonly Vector[] => [
  recovered(),
  afterRemoval(),
  admittedByNobody(),
  admitsAnother(),
];
